/* What answers a name that no commune of the index has: lookup.js asks here once it has nothing better. */

/* The rules of plugins/search/sounds.py, in their order. */
const SOUND_RULES = [
  [/ph/g, "f"], [/sch|sh/g, "ch"], [/gn/g, "n"], [/gu(?=[eiy])/g, "g#"], [/g(?=[eiy])/g, "j"], [/#/g, ""],
  [/qu|ck|q|c(?![eiyh])/g, "k"], [/s?c(?=[eiy])|x|z/g, "s"], [/ch/g, "c"], [/h/g, ""],
  [/[ae][iy](?=[nm](?![aeiouymn]))/g, "i"], [/[ae][iy]/g, "e"], [/oeu|eu|oe|ae/g, "e"], [/eau|au/g, "o"], [/ou/g, "u"], [/y/g, "i"],
  [/m(?=[^aeiouym])/g, "n"], [/en(?=[^aeiouyn])/g, "an"], [/ni(?=[aeou])/g, "n"],
  [/(.)\1+/g, "$1"], [/(..)(?:e[tdp]?s?|[tdp]?s|[tdp])$/g, "$1"], [/(.)\1+/g, "$1"],
];
const LINKS = /^(saint|sainte|sur|sous|les?|la|en|de|du|des|aux?|et|d|l)$/;
const MOST = 6; // words
const KIND = /^(communaute d agglomeration|communaute de communes|communaute urbaine|communaute|agglomeration|agglo|metropole|departement|cc|ca)( (de la|de l|du|des|de|d))? /;

/* The sound of each word of a folded name. */
export const sound = (folded) => folded.split(" ")
  .map((word) => SOUND_RULES.reduce((text, [rule, other]) => text.replace(rule, other), word)).join(" ");

const tight = (folded) => folded.replace(/ /g, "");
const plain = (folded) => folded.replace(/^(les|le|la|l) (?=.)/, "");

/* Places whose whole name sounds as `typed` (folded), then those but for a letter. */
async function byEar({ among, file }, { slips }, typed) {
  const asked = sound(plain(typed)), short = tight(asked);
  if (!short[2]) return [];
  const all = (await Promise.all((await among("sounds", "s", asked.split(" "), 3)).map(file))).flat();
  const hits = all.filter(({ present, since }) => !present || since === "*").map((place) => {
    const name = tight(sound(plain(place.folded)));
    return [name === short ? 0 : short[4] && Math.abs(name.length - short.length) < 2 ? slips(short, name)[1] : 9, place];
  }).filter(([away]) => away < 2).sort((a, b) => a[0] - b[0]);
  return [...new Map(hits.map(([away, place]) => [place.path, { ...place, away }])).values()];
}

/* Present communes whose whole name begins or ends what was typed («Rochefort-sur-Mer», «rue de Metz Toulouse»);
   `part`: which end. Null where there is none. */
async function inPart({ named }, { rank }, typed) {
  const words = typed.split(" ").filter((word) => !/\d/.test(word));
  for (let n = Math.min(words.length - 1, MOST); n > 0; n--) {
    for (const [part, some] of [["end", words.slice(-n)], ["start", words.slice(0, n)]]) {
      const name = some.join(" ");
      if (!name[2] || LINKS.test(some[n - 1])) continue;
      const { places } = await named(name, false);
      const whole = places.filter(({ folded, present }) => !present && rank(name, folded) < 2);
      if (whole.length) return { places: whole, exact: false, one: null, part };
    }
  }
  return null;
}

/* A better answer to `text` than `found`, which is none, or only alike: of `index` (what lookup.js opened); `rules`: of lookup.js. */
export async function better(index, rules, text, found) {
  const typed = rules.fold(text);
  const kind = typed.replace(KIND, "");
  if (kind !== typed) {
    const territory = await index.named(kind, false);
    if (territory.places.length && !territory.near) return territory;
  }
  const [heard, cities] = await Promise.all([byEar(index, rules, typed), index.cities().catch(() => [])]);
  const [first] = heard;
  if ((found.near || first) && !(first && !first.away) && cities.includes(plain(typed))) {
    return { places: [], exact: false, one: null }; // «Paris» is no slip for «Trois-Palis»
  }
  if (found.alike && !(first && !first.away)) return found;
  if (first && (!first.away || !found.places.length)) {
    const known = new Set(heard.map(({ path }) => path));
    return { places: [...heard, ...found.places.filter(({ path }) => !known.has(path))], exact: false, one: null, near: true, alike: !first.away };
  }
  return (await inPart(index, rules, typed)) || found;
}

/* Whether `text` is the name, but for a slip, or the postcode, of what the directory does not cover.
   `folder`: address of the index, with a slash; see plugins/search/outside_names.py. */
export async function isOutside(folder, { fold, slips }, text) {
  if (/^\s*(\d{2}|2[ab]|\d ?\d ?\d ?\d ?\d)\s*$/i.test(text)) return true;
  const typed = fold(text.replace(/\d+/g, " "));
  const name = plain(typed), short = tight(name);
  const asked = [name, typed, ...(/^l[a-z]/.test(name) ? [name.slice(1)] : [])]; // «Lisle»
  for (const letter of new Set(asked.map((one) => one[0]).filter((one) => /[a-z]/.test(one)))) {
    const response = await fetch(`${folder}x-${letter}.txt`);
    if (!response.ok) return false;
    const most = short.length < 9 ? 0 : 1;
    const alike = (one) => one === short || `l${one}` === short
      || (most && Math.abs(one.length - short.length) < 3 && [one, `l${one}`].some((other) => slips(short, other)[1] <= most));
    if ((await response.text()).split("\n").some((one) => alike(tight(one)))) return true;
  }
  return false;
}
