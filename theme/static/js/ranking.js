/* What a question is answered with, the best way, and what to ask instead. */

const MOST = 4; // words proposed
const UNSAID = "unsaid"; // what places are like, which hardly any record says: plugins/vocabulary/keywords.py
const USEFUL = { utile: "oui" }; // one can call, or make an appointment
const NOTHING = { results: [] }, NOBODY = { places: [] };
const OF_TOWNS = /^(saint|sainte|mont|isle|ile|val|pont|deux|trois|haute?|basse?|grande?|petite?|vieux|bel(le)?|beau|roche|villeneuve|ville|bourg|sous|port|fort|puy|pays|bains)$/;

/* `index`: of texts; `names`: of places; `config`, `query`, `asked` (its words), `select`, `boxes`, `needs`, `french`: of
   fulltext.js; `PLACES`: what tells places from the rest; `communes`: those that the question may mean. */
export function answerer({ index, names, config, query, asked, select, boxes, needs, french, communes, PLACES, spelling, meanings, bare, link }) {
  const slipOf = (start, word) => start[4] && start[0] === word[0] && word.length < start.length + 4
    && spelling.slips(start, word)[0] < 2;

  /* All of `filters`, those that one can call first. */
  async function usefulFirst(words, filters) {
    const [all, first] = await Promise.all([index.find(words, filters), index.find(words, { ...filters, ...USEFUL })]);
    const known = new Set(first.results.map(({ id }) => id));
    return { ...all, results: [...first.results, ...all.results.filter(({ id }) => !known.has(id))] };
  }

  /* Places whose name it is, places that have all its `words`, places for the need that it means, names that are
     alike. `as`: which, for the sentence above the list. */
  async function answer(words, filters, strange, dated) {
    const look = (some, more) => index.find(some, { ...filters, ...PLACES, ...more });
    const ask = async (wide) => {
      const found = query && !boxes.some(({ checked }) => checked) ? await names.named(query, wide) : NOBODY;
      return { ...found, places: found.places.filter(({ code }) => !select.value || code === select.value) };
    };
    let meant = meanings(asked, config.keywords), first = await ask(false);
    if (first.exact) first.places = first.places.filter(({ folded }) => folded === first.places[0].folded);
    const free = (need) => (need ? words.filter((word) => !need.used.includes(word)) : []);
    const loose = free(meant[0]), whole = await index.whole(loose.filter((word) => !strange.includes(word)), PLACES);
    const narrow = loose.length === whole.length; // all else that was typed is in names
    const found = strange.length ? NOTHING : await look(words);
    const named = first.places.length && (first.exact || (!first.near && (words[1] || strange.length)));
    if (named) return { first, found, meant };
    const told = words.length && meant.length && !loose.length;
    const sigle = told && (!french || words.every((word) => !word[4]) || meant[0].need === UNSAID);
    if (!words.length && query && !meant.length) return { first: NOBODY, found, meant: needs.map(({ value }) => ({ need: value })), as: "all" };
    if ((found.results.length && !sigle && narrow) || dated) return { first: NOBODY, found: told ? await usefulFirst(words, { ...filters, ...PLACES }) : found, meant };
    first = strange.length ? await ask(true) : NOBODY;
    if (first.places.length && (first.alike || !(meant.length || communes.length))) return { first, found, meant, as: "near" };
    if (!meant.length) meant = meanings(asked, config.keywords, slipOf);
    const need = meant[0];
    if (!need) return { first: NOBODY, found, meant };
    const besoin = need.need === UNSAID ? filters.besoin : filters.besoin || { any: [need.need] };
    const more = besoin ? { besoin } : {};
    const rest = await index.whole(free(need).filter((word) => !strange.includes(word)), { ...PLACES, ...more });
    const helping = await usefulFirst(rest.map((word) => `"${word}"`), { ...filters, ...PLACES, ...more });
    const as = need.need === UNSAID ? "unsaid" : "meant";
    return { first: NOBODY, found: helping, meant, as: helping.results.length ? as : "" };
  }

  /* Words near the `unknown` ones among `words`, and what remains without these. */
  async function otherQuestions(words, unknown) {
    const known = communes.length ? [] : await index.vocabulary(); // their names stand above
    const most = (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);
    const found = unknown.flatMap((word) => known.map((other) => [spelling.slips(word, bare(other))[1], other])
      .filter(([slips, other]) => slips <= most(word) && !OF_TOWNS.test(other)).sort((a, b) => a[0] - b[0]).slice(0, MOST)
      .map(([, other]) => link(other, { q: words.map((one) => (one === word ? other : one)).join(" ") })));
    const rest = words.filter((word) => !unknown.includes(word));
    if (!communes.length && rest.some((word) => !OF_TOWNS.test(word))) found.push(link(rest.join(" "), { q: rest.join(" ") }));
    return [...new Map(found.map((item) => [item.path, item])).values()];
  }

  return { answer, otherQuestions, apart: (words) => words.filter((word) => !OF_TOWNS.test(word)).map((word) => link(word, { q: word })) };
}
