/* What the address of a frame asks for, and what to say of a word that is not known. */

const LOOKS = ["vue-liste", "vue-carte", "vue-tout", "theme-clair", "theme-sombre"];
const SHAPES = [/^couleur-[0-9a-f]{6}$/i, /^retour-[\w-]+$/, /^liste$/];
const ADDED = /^avec-(\d[\dAB]\d{3})$/i;

export const say = (pattern, values) => pattern.replace(/{(\w+)}/g, (_, key) => values[key]);

/* What others write behind the # of any address: WordPress its secret (`#?secret=…`), newsletters and networks what they
   follow (`utm_source=…`), browsers the words to show (`:~:text=…`). A slip in one of our own words is none of it. */
const SLIP = /^(besoins?|labels?|vue|theme|couleur|avec|retour|choix|gratuit)=/i;
const isForeign = (token) => /^[\w.-]+=/.test(token) && !SLIP.test(token);

export function asked(hash) {
  let [text] = hash.slice(1).split(":~:");
  try {
    text = decodeURIComponent(text);
  } catch (error) { /* a lone %: shown as it is */ }
  return text.split(/[+\s?&#]+/).filter((token) => token && !isForeign(token));
}

/* The INSEE codes of the communes to add. */
export const added = (tokens) => [...new Set(tokens.map((token) => token.match(ADDED)).filter(Boolean)
  .map((found) => found[1].toUpperCase()))];

/* How many letters must change from `a` to `b`. */
function slips(a, b) {
  const row = [...Array(b.length + 1).keys()];
  for (let i = 1; i <= a.length; i++) {
    let corner = row[0];
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      [corner, row[j]] = [row[j], Math.min(row[j] + 1, row[j - 1] + 1, corner + (a[i - 1] !== b[j - 1]))];
    }
  }
  return row[b.length];
}

/* The word of `names` that was most likely meant: «demarche» is «besoin-demarches». */
export function nearest(typed, names) {
  const bare = (text) => text.toLowerCase().replace(/^(besoins?|labels?|vue|theme)-?/, "");
  const distance = (candidate) => Math.min(slips(typed.toLowerCase(), candidate), 0.5 + slips(bare(typed), bare(candidate)));
  return names.map((candidate) => [distance(candidate), candidate]).sort((a, b) => a[0] - b[0])[0][1];
}

/* What is wrong with a word, or nothing. `narrowing`: the words that narrow the list; `canAdd`: communes may be added. */
export function faultOf(token, narrowing, canAdd, words) {
  if (narrowing.includes(token) || LOOKS.includes(token) || SHAPES.some((shape) => shape.test(token))) return "";
  if (ADDED.test(token)) return canAdd ? "" : say(words.alone, { token });
  if (/^couleur/i.test(token)) return say(words.colour, { token });
  if (/^avec/i.test(token)) return say(words.commune, { token });
  return `${say(words.wrong, { token })} ${say(words.instead, { right: nearest(token, [...narrowing, ...LOOKS]) })}`;
}
