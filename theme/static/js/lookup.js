/* Communes of the index of plugins/search: one small file a question, two when nothing is found. */

const LONG = { œ: "oe", æ: "ae", ß: "ss", st: "saint", ste: "sainte", sts: "saints", stes: "saintes", s: "sur" };
const FUZZY = 10;
const REACH = 40 / 111.2; // in degrees, as in cells.py

const ascii = (text) => text.replace(/’/g, "'").toLowerCase().replace(/[œæß]/g, (letter) => LONG[letter])
  .normalize("NFKD").replace(/[^\0-\x7f]/g, "").toLowerCase();

/* The rule of plugins/gazetteer/names.py, word for word. */
export function fold(name) {
  const folded = ascii(name.toLowerCase().replace(/s\//g, " sur "))
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/\bcedex( \d+)?\b/g, " ")
    .replace(/\b0*(\d+)(er|ere|e|eme|ieme|nd|nde)?\b/g, "$1")
    .split(" ")
    .filter((word) => word && !/^(arrondissement|arrdt|arr)$/.test(word))
    .map((word) => (/^(stes?|sts?|s)$/.test(word) ? LONG[word] : word))
    .join(" ");
  const last = name.includes("(") && folded.match(/^(.+) (les|le|la|l)$/);
  return last ? `${last[2]} ${last[1]}` : folded;
}

const bare = (folded) => folded.replace(/^(les|le|la|l) (?=.)/, "");

/* Damerau-Levenshtein distance from `typed` to the nearest beginning of `target`. */
export function slips(typed, target) {
  let before, last, row = [...Array(target.length + 1).keys()];
  for (let i = 1; i <= typed.length; i++) {
    [before, last, row] = [last, row, [i]];
    for (let j = 1; j <= target.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (typed[i - 1] !== target[j - 1]));
      if (before && j > 1 && typed[i - 1] === target[j - 2] && typed[i - 2] === target[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
  }
  return Math.min(...row);
}

/* 0 and 1: the same name; 2: its beginning; 3: beginnings of words, in order; from FUZZY on: slips. */
function rank(typed, name) {
  if (name === typed) return 0;
  if (bare(name) === bare(typed)) return 1;
  if (name.startsWith(typed) || bare(name).startsWith(bare(typed))) return 2;
  const words = name.split(" ");
  let at = 0;
  if (typed.split(" ").every((word) => {
    while (at < words.length && !words[at].startsWith(word)) at++;
    return at++ < words.length;
  })) return 3;
  const letters = typed.replace(/ /g, "").length;
  const most = letters < 4 ? 0 : letters < 8 ? 1 : 2;
  const found = words.map((_, i) => {
    const target = words.slice(i).join(" ").slice(0, typed.length + most);
    const count = target.length < typed.length - most ? Infinity : slips(typed, target);
    return count > most ? Infinity : FUZZY + 2 * count + (i > 0);
  });
  return most ? Math.min(...found) : Infinity;
}

/* For first letters too many or exchanged, and no space behind «la», «saint». */
function otherWays(word) {
  const ways = [word.replace(/^(sainte?|ste?|les|la|le|l|d)(?=...)/, "")];
  for (let i = 0; i < 4; i++) {
    const [start, a, b, end] = [word.slice(0, i), word[i], word[i + 1] || "", word.slice(i + 2)];
    ways.push(start + b + end, start + b + a + end);
  }
  return ways;
}

async function read(address) {
  const response = await fetch(address);
  if (!response.ok) throw response;
  return response.text();
}

/* The index in `folder`, an address with a final slash. */
export async function open(folder) {
  const [head, tail] = (await read(`${folder}keys.txt`)).split("\n\n");
  const areas = new Map(head.split("\n").map((line) => line.split("\t")));
  const keys = new Map(tail.split(" ").map((key) => [key.replace("+", ""), key.endsWith("+")])); // → is cut
  const shards = new Map();

  const places = async (file) => (await read(`${folder}${file}.txt`)).split("\n").map((line) => {
    const [name, code, slug, present, ...more] = line.split("\t");
    const page = slug || ascii(present || name).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
    const area = `${areas.get(code)} (${code})`;
    return { name, folded: fold(name), area, present, path: `territoires/${code}/${page}/`, more };
  });

  function shard(key) {
    if (!shards.has(key)) {
      shards.set(key, places(`n-${key}`));
      shards.get(key).catch(() => shards.delete(key));
    }
    return shards.get(key);
  }

  function keyOf(word) {
    while (word && !keys.has(word)) word = word.slice(0, -1);
    return word;
  }

  /* The most telling key: a whole one first, then the longest. Figures are for postcodes. */
  const telling = (words) => words.filter((word) => !/^\d/.test(word)).map(keyOf).filter(Boolean)
    .sort((a, b) => keys.get(a) - keys.get(b) || b.length - a.length)[0];

  async function ranked(key, typed) {
    const found = key ? (await shard(key)).map((place) => [rank(typed, place.folded), place]) : [];
    return found.filter((hit) => hit[0] < Infinity).sort((a, b) => a[0] - b[0]);
  }

  async function byName(typed) {
    const words = typed.split(" ");
    const key = telling(words);
    let found = await ranked(key, typed);
    if (!found.length) {
      const longest = words.reduce((a, b) => (b.length > a.length ? b : a));
      const other = [words.filter((word) => keyOf(word) !== key), longest[3] ? otherWays(longest) : []]
        .map(telling).find((one) => one && one !== key && !keys.get(one));
      found = await ranked(other, typed);
    }
    const best = found.length ? found[0][0] : FUZZY;
    const near = best >= FUZZY;
    if (!near) found = found.filter((hit) => hit[0] < FUZZY);
    const same = found.filter((hit) => hit[0] === best);
    const one = (best < 2 && same.length === 1) || (!near && found.length === 1 && typed[2]) ? found[0][1] : null;
    return { places: found.map((hit) => hit[1]), one, near, cut: !near && keys.get(key) };
  }

  async function byPostcode(code, rest) {
    const key = keyOf(code);
    let found = key ? await shard(key) : [];
    found = found.filter(({ more }) => more[0].split(",").some((postcode) => postcode.startsWith(code)));
    const named = found.filter(({ folded }) => rest && rank(rest, folded) < Infinity);
    if (named.length) found = named;
    const [one, next] = code[4] ? found : [];
    return { places: found, one: next ? null : one, cut: keys.get(key) && !code[4] };
  }

  return {
    /* → `places`, the best first; `one`, clearly meant; `near`: only alike; `cut`: more letters, more places. */
    async find(text) {
      const code = text.replace(/(\d)\s+(?=\d)/g, "$1").match(/^\s*(\d{2,5})\s*$|\b(\d{5})\b/);
      if (code) return byPostcode(code[1] || code[2], fold(text.replace(/\d/g, " ")));
      return byName(fold(text.replace(/([\s'’-])s$/i, "$1"))); // «Saint-S…»: not yet «sur»
    },

    /* The three nearest centres. The position stays here: only the name of a wide square is asked for. */
    async near(latitude, longitude) {
      const south = Math.floor(latitude * 2), west = Math.floor(longitude * 2);
      const none = (error) => (error.status === 404 ? [] : Promise.reject(error));
      const around = await places(`p-${south}_${west}`).catch(none);
      return around.map((place) => {
        const up = south / 2 + place.more[0] / 1000 - latitude;
        const along = (west / 2 + place.more[1] / 1000 - longitude) * Math.cos((latitude * Math.PI) / 180);
        return [Math.hypot(up, along), place];
      }).filter((hit) => hit[0] <= REACH).sort((a, b) => a[0] - b[0]).slice(0, 3).map((hit) => hit[1]);
    },
  };
}
