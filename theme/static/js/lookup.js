/* An index of names (plugins/search): one small file a question, two or three when nothing is found. */

const LONG = { œ: "oe", æ: "ae", ß: "ss", st: "saint", ste: "sainte", sts: "saints", stes: "saintes", s: "sur" };
const SURE = 2, FUZZY = 10;
const REACH = 40 / 111.2; // in degrees, as in cells.py

const ascii = (text) => text.replace(/’/g, "'").toLowerCase().replace(/[œæß]/g, (letter) => LONG[letter])
  .normalize("NFKD").replace(/[^\0-\x7f]/g, "").toLowerCase();

/* The rule of plugins/gazetteer/names.py and plugins/search/word_rules.py, word for word. */
export function fold(name) {
  const folded = ascii(sigles(name).toLowerCase().replace(/s\//g, " sur "))
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

/* «C.C.A.S.», «C C A S» → «CCAS». */
export const sigles = (text) => text
  .replace(/(^|[^\p{L}\d.])((?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\d]))?)/gu, (_, before, word) => `${before}${word.replace(/\./g, "")} `)
  .replace(/(^|[^\p{L}\d])(\p{L}(?: \p{L}(?![\p{L}\d])){2,})/gu, (_, before, word) => before + word.replace(/ /g, ""));

const bare = (folded) => folded.replace(/^(les|le|la|l) (?=.)/, "");
const tight = (folded) => folded.replace(/ /g, "");
const glue = (folded) => folded.replace(/\b([cdjlmnt]|qu) (?=[a-z]{2})/g, "$1");

/* Damerau-Levenshtein distance from `typed` to the nearest beginning of `target`, and to all of it. */
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
  return [Math.min(...row), row[target.length]];
}

/* 0 and 1: the same name; from SURE on, its beginning; 4: beginnings of words, in order; from FUZZY on: slips. */
export function rank(typed, name) {
  if (name === typed) return 0;
  const whole = tight(name), short = tight(typed);
  if ([short, short.replace(/^st/, "saint"), short.replace(/^ste/, "sainte")].includes(whole)
    || tight(bare(name)) === tight(bare(typed))) return 1;
  const start = [name, bare(name)].find((one) => one.startsWith(typed) || one.startsWith(bare(typed)));
  if (start) return start.startsWith(`${typed} `) || start.startsWith(`${bare(typed)} `) ? SURE : 3;
  const [asked, words] = [typed, name].map((one) => glue(one).split(" "));
  const follow = (some, all) => {
    let at = 0;
    return some.every((word) => {
      while (at < all.length && !all[at].startsWith(word)) at++;
      return at++ < all.length;
    });
  };
  if (follow(asked, words) || follow(typed.split(" "), name.split(" "))) return 4;
  if (short[4] && whole.startsWith(short)) return 5;
  const most = short.length < 3 ? 0 : short.length < 8 ? 1 : 2;
  if (!most || (short.length < 4 && whole.length > 4)) return Infinity;
  const away = (some, all) => Math.min(...all.map((_, i) => {
    const rest = all.slice(i).join(" "), target = rest.slice(0, some.length + most);
    if (target.length < some.length - most) return Infinity;
    const [start, whole] = slips(some, target);
    if (whole <= most && target === rest) return FUZZY + 10 * whole + 2 * (i > 0);
    return start <= most && short[3] ? FUZZY + 10 * start + 2 * (i > 0) + 1 : Infinity;
  }));
  return Math.min(away(asked.join(" "), words), away(typed, name.split(" ")));
}

async function read(address) {
  const response = await fetch(address);
  if (!response.ok) throw response;
  return response.text();
}

/* The index in `folder`, an address with a final slash; `root`: where the pages of what it names are; `town`: gives
   the module town.js, which is asked where nothing begins as what was typed. */
export async function open(folder, root = "territoires", town = null) {
  const marked = (text) => new Map(text.split(" ").map((key) => [key.replace("+", ""), key.endsWith("+")])); // → is cut
  const [head, tail] = (await read(`${folder}keys.txt`)).split("\n\n");
  const areas = new Map(head.split("\n").map((line) => line.split("\t")));
  const keys = marked(tail);
  const files = new Map(), sets = {};

  const places = async (file) => (await read(`${folder}${file}.txt`)).split("\n").map((line) => {
    const [name, code, slug, present, since, ...more] = line.split("\t");
    const wide = since === "E" || since === "D"; // plugins/search/territory_names.py
    if (wide) {
      const path = since === "E" ? `${root}/epci/${slug}/` : `${root}/${code}/`;
      return { name: present, folded: fold(name), area: since, code, present: "", since, path, wide, more };
    }
    const page = slug || ascii((root === "territoires" && present) || name).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
    const area = `${areas.get(code)} (${code})`;
    return { name, folded: fold(name), area, code, present, since, path: `${root}/${code}/${page}/`, more };
  });

  function file(name) {
    if (!files.has(name)) {
      files.set(name, places(name));
      files.get(name).catch(() => files.delete(name));
    }
    return files.get(name);
  }

  function keyOf(word, all = keys) {
    while (word && !all.has(word)) word = word.slice(0, -1);
    return word;
  }

  /* The most telling keys: whole ones first, then the longest, then those of the longest words. Figures are for postcodes. */
  function telling(words, all = keys) {
    const found = words.filter((word) => !/^\d/.test(word)).map((word) => [keyOf(word, all), word.length]).filter(([key]) => key);
    found.sort((a, b) => all.get(a[0]) - all.get(b[0]) || b[0].length - a[0].length || b[1] - a[1]);
    return [...new Set(found.map(([key]) => key))];
  }

  /* Names of files of another set: of words backwards (`ends`), as they sound (`sounds`). */
  async function among(set, letter, words, most) {
    sets[set] = sets[set] || read(`${folder}${set}.txt`).then(marked);
    sets[set].catch(() => { delete sets[set]; });
    return telling(words, await sets[set]).slice(0, most).map((key) => `${letter}-${key}`);
  }

  async function ranked(name, typed, area) {
    const found = (await file(name)).filter(({ code }) => !area || code === area);
    return found.map((place) => [rank(typed, place.folded), place]).filter((hit) => hit[0] < Infinity);
  }

  /* By the beginning of a word; where nothing begins so, by another word, and if `wide` by the ends of words. */
  async function byName(typed, wide, area) {
    const words = typed.split(" ");
    const [key, ...others] = telling(words);
    let found = key ? await ranked(`n-${key}`, typed, area) : [];
    if (!found.some((hit) => hit[0] < FUZZY) && typed) {
      const opened = telling(words.map((word) => word.replace(/^(saint|sainte?s|ste?|les|la|le|[ld])(?=...)/, "")));
      const more = [...new Set([...others, ...opened])].filter((one) => one !== key && !keys.get(one))
        .slice(0, wide ? 3 : 1).map((one) => `n-${one}`);
      if (wide) {
        more.push(...await among("ends", "e", words.filter((word) => word[2]).map((word) => [...word].reverse().join("")), 2));
      }
      for (const name of more) found = found.concat(await ranked(name, typed, area));
    }
    found.sort((a, b) => a[0] - b[0] || Boolean(a[1].present) - Boolean(b[1].present));
    const best = found.length ? found[0][0] : FUZZY;
    const near = best >= FUZZY;
    if (!near) found = found.filter((hit) => hit[0] < FUZZY);
    // Who types a whole name may mean a longer one; who types one that was, any present one that begins so.
    const most = near || !found[0][1].present ? SURE : 3;
    const same = new Set(found.filter(([hit, { present, wide: more }]) => hit === best || (hit <= most && !present && !more))
      .map((hit) => hit[1].path));
    return {
      places: [...new Map(found.map(([, place]) => [place.name + place.path, place])).values()],
      exact: best < SURE,
      one: best < SURE && same.size === 1 ? found[0][1] : null,
      near,
      alike: best % 10 === 0 && near && found.length > 0, // all of a name but for a slip
      cut: !near && Boolean(keys.get(key)),
    };
  }

  /* What has the figures of `code` in a postcode; else the INSEE code, and what a CEDEX may stand for. */
  async function byCode(code) {
    const key = keyOf(code), area = code.toUpperCase();
    const whole = areas.has(area) ? [{ name: areas.get(area), folded: "", area: "D", code: area, since: "D", path: `${root}/${area}/`, wide: true, more: [] }] : [];
    const all = key ? await file(`n-${key}`) : [];
    const starting = (start) => all.filter(({ more }) => more[0].split(",").some((postcode) => postcode.startsWith(start)));
    const found = starting(code);
    const [one, next] = code[4] ? found : [];
    if (found.length || whole.length) return { places: [...whole, ...found], exact: true, sort: Boolean(code[4]), one: next ? null : one, cut: keys.get(key) && !code[4] };
    const known = code[4] && [...areas.keys()].some((area) => area.slice(0, 2).toLowerCase() === code.slice(0, 2));
    const insee = known ? (await file(`i-${code.slice(0, 2)}`)).filter(({ more }) => more[0] === code) : [];
    const zone = known ? starting(code.slice(0, 3)).slice(0, 3) : [];
    return { places: insee.concat(zone.filter(({ path }) => !insee.some((place) => place.path === path))), exact: known, one: null };
  }

  async function byBoth(code, rest, wide) {
    const found = await byCode(code);
    const named = found.places.filter(({ folded }) => rank(rest, folded) < FUZZY);
    if (named.length) return { ...found, places: named, one: named[1] ? null : named[0] };
    const inside = await byName(rest, wide, found.sort && found.places[0].code);
    if (inside.places.length && !inside.near) return { ...inside, one: found.sort ? null : inside.one };
    const around = await byName(rest, wide, [...areas.keys()].find((area) => code.startsWith(area)));
    if (around.places.length) return around;
    return found.sort ? found : byName(rest, wide);
  }

  const index = {
    among,
    file,
    cities: () => read(`${folder}cities.txt`).then((text) => text.split("\n")),

    /* → `places`, the best first; `one`, clearly meant; `exact`: what was typed is a name or a code, not its
       beginning; `near`: only alike; `cut`: more letters, more places;
       `sort`: no place is better than another. `wide`: look further where no name begins so. across.js has the same. */
    async find(text, wide = true) {
      const found = await index.begun(text, wide);
      return wide && town && (found.near || !found.places.length) && !/^[\d\s]*$/.test(text) ? (await town()).better(index, { fold, rank, slips }, text, found) : found;
    },

    async begun(text, wide) {
      const written = text.replace(/\bF[- ]?(?=\d{5}\b)/i, "");
      const code = written.replace(/cedex( \d+)?/i, "").replace(/(\d)\s+(?=\d)/g, "$1").match(/^\s*(\d{2,5}|2[ab]\d{3})\s*$|\b(\d{5})\b/i);
      const rest = fold(written.replace(/\d+/g, " "));
      if (code) return code[2] && rest ? byBoth(code[2], rest, wide) : byCode((code[1] || code[2]).toLowerCase());
      const typed = fold(text.replace(/([\s'’-])s$/i, "$1")); // «Saint-S…»: not yet «sur»
      const numbered = typed.match(/^(\d[\dab]?\d?) (.+)$|^(.+) (\d[\dab]?\d?)$/);
      const area = numbered && (numbered[1] || numbered[4]).padStart(2, "0").toUpperCase();
      if (areas.has(area)) {
        const found = await byName(numbered[2] || numbered[3], wide, area);
        if (found.places.length) return found;
      }
      const found = await byName(typed, wide);
      if (numbered && !found.places.length) return { ...await byName(numbered[2] || numbered[3], wide), one: null, exact: false };
      const named = found.exact ? null : [...areas].find(([, name]) => typed.endsWith(` ${fold(name)}`));
      if (!named || (found.places.length && !found.near)) return found;
      const inside = await byName(typed.slice(0, -fold(named[1]).length - 1), wide, named[0]);
      return inside.places.length && !(inside.near && found.places.length) ? inside : found;
    },

    named: (text, wide) => byName(fold(text), wide),

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
  return index;
}
