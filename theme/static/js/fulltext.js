/* Full text with Pagefind: places, labels, pages, workshops, rounds. answer.js loads it when a reader asks for
   something else than a commune. What a result shows is in its line (plugins/search/fulltext_records.py). A place
   whose name was typed stands first (plugins/search/place_index.py); words that no place has may mean a need. */

const ROOT = new URL("../../", import.meta.url); // this file is in <root>/assets/js/
const STEP = 10; // results at a time
const MOST = 4; // pages, words proposed
const PAGES = { sorte: "page" }, DATES = { sorte: "agenda" };
const PLACES = { not: { sorte: { any: ["page", "agenda"] } } };
const UNSAID = "unsaid"; // what places are like, which hardly any record says: plugins/vocabulary/keywords.py
const NONE = { found: 0, open: false };
const NOTHING = { results: [] }, NOBODY = { places: [] };
const OF_TOWNS = /^(saint|sainte|mont|isle|ile|val|pont|deux|trois|haute?|basse?|grande?|petite?|vieux|bel(le)?|beau|roche|villeneuve|ville|bourg|sous|port|fort|puy|pays|bains)$/;
let opened, turn = 0;

const put = (pattern, values) => pattern.replace(/{(\w+)}/g, (_, name) => values[name]);
const bare = (text) => text.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").normalize("NFKD").replace(/\p{M}/gu, "");
const spaced = (text) => ` ${bare(text).replace(/[^a-z0-9]+/g, " ").trim()} `;

/* The words of a question, without accents; «wi-fi» is one. */
export const wordsOf = (text) => (bare(text).replace(/\bwi[- ]fi\b/g, "wifi").match(/[\p{L}\p{N}]+/gu) || [])
  .map((word) => word.replace(/^st(e?)$/, "saint$1"));

/* What `words` mean, the surest first: a key of `keywords` and the words that say it (`used`). See
   plugins/vocabulary/keywords.py. `like`: whether a word may be a slip for one. */
export function meanings(words, keywords, like = () => false) {
  const said = (start) => words.filter((word) => word === start || (start[3] && word.startsWith(start)) || like(start, word));
  return Object.entries(keywords).map(([need, expressions]) => {
    const used = new Map(); // word → its weight
    for (const expression of expressions.split(",")) {
      const parts = expression.replace("?", "").split(" ").map(said);
      if (!parts.every((some) => some.length)) continue;
      for (const word of parts.flat()) used.set(word, Math.max(used.get(word) || 0, expression.endsWith("?") ? 0.1 : word.length));
    }
    return { need, used: [...used.keys()], weight: [...used.values()].reduce((a, b) => a + b, 0) };
  }).filter(({ weight }) => weight).sort((a, b) => b.weight - a.weight);
}

/* The index of `config.tags.pages`, to which bundles of places are added. */
async function open(config) {
  const folder = new URL(config.folder, ROOT).href;
  const { createInstance } = await import(`${folder}pages/pagefind.js`);
  // In the page, not in a worker: a bundle is searched in a few milliseconds, and a worker weighs 12 kB.
  const index = createInstance({ basePath: `${folder}pages/`, metaCacheTag: config.tags.pages, noWorker: true });
  await index.init();
  const merged = new Map();

  /* Whether a word, its stem, or a word that begins so is there: Pagefind alone would also take a shorter
     word for an answer («carte» finds «C»). Each bundle does so for itself: `filters` tell what is asked of. */
  async function knows(word, filters) {
    if ((await index.search(`"${word}"`, { filters })).results.length) return true;
    const [first] = (await index.search(word, { filters })).results;
    if (!first) return false;
    const words = (await first.data()).raw_content.split(/\s+/);
    return first.words.some((place) => bare(words[place] || "").startsWith(word));
  }

  return {
    filters: () => index.filters(),
    find: (words, filters) => index.search(words.join(" ") || null, { filters }),
    /* The words, among `words`, that are whole in the names of the first places that have them, or of their communes:
       «mer» of «sur-Mer» is not what is meant by «mère», nor «Sainte-Marie» by «mari». */
    async whole(words, filters) {
      const found = await Promise.all(words.map(async (word) => {
        const { results } = await index.search(`"${word}"`, { filters });
        const lines = await this.lines(results.slice(0, MOST));
        return lines.some(([, name, commune]) => wordsOf(`${name} ${commune}`).includes(word));
      }));
      return words.filter((_, number) => found[number]);
    },
    lines: (hits) => Promise.all(hits.map(async (hit) => (await hit.data()).raw_url.split("\t"))),
    add(name) {
      const options = { language: "fr", metaCacheTag: config.tags[name] };
      if (!merged.has(name)) merged.set(name, index.mergeIndex(`${folder}${name}/`, options));
      return merged.get(name);
    },
    async unknown(words, filters = {}) {
      const known = await Promise.all(words.map((word) => knows(word, filters)));
      return words.filter((_, number) => !known[number]);
    },
    /* Every word of the bundles, as people write it. */
    async vocabulary() {
      const texts = await Promise.all(["pages", ...merged.keys()].map(async (name) => {
        const response = await fetch(`${folder}${name}/mots.txt?${config.tags[name]}`);
        return response.ok ? response.text() : "";
      }));
      return [...new Set(texts.join("\n").split("\n"))];
    },
  };
}

/* Shows what answers `query` and the choices of the address. `at`, `links`: tools of find.js; `lookup`: index
   of communes, null when it does not answer; `communes`: those it proposes. → `found`: how much answers,
   `open`: whether nothing
   has the very words, and they mean no need: they may be the name of a commune that is not here. */
export async function show(box, query, { at, communes, lookup, links }) {
  const part = (name) => box.querySelector(`[data-${name}]`);
  const config = JSON.parse(part("texts").textContent);
  const sentences = JSON.parse(part("opening-words").textContent);
  const form = part("choices"), list = part("places"), more = part("more");
  const details = form.querySelector("details"), select = form.elements.departement;
  const boxes = [...form.querySelectorAll("input")];
  const needs = boxes.filter(({ name }) => name === "besoin");
  const areas = [...select.options].filter(({ value }) => value)
    .map(({ value, text, dataset }) => ({ code: value, name: spaced(text.replace(/ \(.*/, "")), zone: dataset.zone }));
  const named = areas.filter(({ name }) => spaced(query).includes(name)).sort((a, b) => b.name.length - a.name.length)[0];
  const together = "lieux" in config.tags; // all places in one bundle; else one each département
  const tells = (word) => word[1] && !config.small.includes(word); // the others are in no index
  const french = document.documentElement.lang === "fr"; // what results are written in
  let opening, speak, index, spelling, names, asked, words;

  const say = (name, values) => { part("told").textContent = put(config[name], { q: query, ...values }); };
  const address = (values) => `recherche/?${new URLSearchParams(values)}`;
  const link = (name, values) => ({ name, area: "", path: address(values) });
  const boxOf = (need) => needs.find(({ value }) => value === need);
  const needLinks = (found) => found.map(boxOf).filter(Boolean).map(({ value, dataset }) => link(dataset.words, { besoin: value }));

  function card([path, name, commune, needs, phone, number, hours]) {
    const item = box.querySelector("template").content.cloneNode(true).querySelector("li");
    const [title, where, now, list, call] = ["h3 a", ".quiet span", ".now", ".needs", ".call"].map((one) => item.querySelector(one));
    title.href = at(path);
    title.textContent = name;
    where.textContent = commune;
    [...list.children].forEach((need, i) => needs.includes(i) || need.remove());
    if (!needs) list.remove();
    call.href = `tel:${number}`;
    call.querySelector("b").textContent = phone;
    if (!number) call.parentNode.remove();
    const area = areas.find(({ code }) => code === path.split("/")[1]);
    const minutes = opening.clock((area && area.zone) || "Europe/Paris", new Date());
    const [, old, permanence, code] = /^(\*?)(\^?)(.*)/.exec(hours || ""); // not checked for long; of a person, not of the door
    const found = code && code[0] !== "=" && opening.stateAt(opening.read(code), minutes);
    if (hours && hours[0] === "=") { // nobody could read them: as they were typed
      now.hidden = false;
      now.dataset.state = "ask";
      now.querySelector("b").textContent = `${config.unread} ${hours.slice(1)}`;
    } else if (found) {
      now.hidden = false;
      now.dataset.state = found.state;
      const state = speak.state(found, minutes, number ? sentences.call : sentences.check, Boolean(permanence));
      now.querySelector("b").textContent = old && found.state !== "ask" ? speak.inPrinciple(state) : state;
    }
    return item;
  }

  /* Where to look when one bundle does not hold all: a place or a commune that is meant, or the last word. */
  async function guess() {
    const place = (await names.named(query, false)).places[0];
    if (place) return place.code;
    const found = lookup && words[1] ? await lookup.find(words[words.length - 1]) : {};
    const commune = found.one && !found.near ? found.one : communes[0];
    return commune ? commune.path.split("/")[1] : "";
  }

  function chosen() {
    const filters = select.value ? { departement: { any: [select.value] } } : {};
    for (const { name, value, checked } of boxes) {
      if (checked) (filters[name] = filters[name] || { any: [] }).any.push(value);
    }
    return filters;
  }

  function count(totals) {
    for (const { name, value, checked, parentNode } of boxes) {
      const n = (totals[name] || {})[value] || 0;
      parentNode.hidden = !n && !checked;
      parentNode.querySelector("[data-number]").textContent = `(${n})`;
    }
    for (const group of form.querySelectorAll("fieldset")) group.hidden = !group.querySelector("label:not([hidden])");
  }

  /* Words near the `unknown` ones, and what remains without these. */
  async function otherQuestions(unknown) {
    const known = communes.length ? [] : await index.vocabulary(); // their names stand above
    const most = (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);
    const found = unknown.flatMap((word) => known.map((other) => [spelling.slips(word, bare(other))[1], other])
      .filter(([slips, other]) => slips <= most(word) && !OF_TOWNS.test(other)).sort((a, b) => a[0] - b[0]).slice(0, MOST)
      .map(([, other]) => link(other, { q: words.map((one) => (one === word ? other : one)).join(" ") })));
    const rest = words.filter((word) => !unknown.includes(word));
    if (!communes.length && rest.some((word) => !OF_TOWNS.test(word))) found.push(link(rest.join(" "), { q: rest.join(" ") }));
    return [...new Map(found.map((item) => [item.path, item])).values()];
  }

  /* Lines of places that were found by their name: those of Pagefind, or what the index of names says. */
  async function linesOf(places) {
    const shown = places.slice(0, STEP), lines = new Map();
    for (const name of new Set(shown.map((place) => place.name))) {
      const { results } = await index.find(wordsOf(spelling.sigles(name)).filter(tells), PLACES);
      for (const line of await index.lines(results.slice(0, shown.length > 1 ? 2 : STEP))) lines.set(line[0], line);
    }
    return shown.map(({ path, name, present }) => lines.get(path) || [path, name, present, "", "", "", ""]);
  }

  /* `first`: lines that stand before those of `hits`, among which they may be too. */
  async function present(first, hits) {
    const known = new Set(first.map(([path]) => path));
    const mine = turn;
    let to = 0, ready = [...first];
    const next = async () => {
      while (ready.length < STEP && to < hits.length) {
        const lines = await index.lines(hits.slice(to, to += STEP));
        ready.push(...lines.filter(([path]) => !known.has(path)));
      }
      if (mine === turn) list.append(...ready.splice(0, STEP).map(card));
      more.hidden = !ready.length && hits.length <= to;
    };
    list.textContent = "";
    await next();
    more.onclick = async () => {
      const from = list.children.length;
      await next();
      say("more", { n: list.children.length, total: Math.max(hits.length, list.children.length) });
      if (list.children[from]) list.children[from].querySelector("a").focus();
    };
  }

  const slipOf = (start, word) => start[4] && start[0] === word[0] && word.length < start.length + 4
    && spelling.slips(start, word)[0] < 2;

  /* What was asked, answered the best way: places whose name it is, places that have all its words, places for
     the need that it means, names that are alike. `as`: which, for the sentence above the list. */
  async function answer(filters, strange, dated) {
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
    if ((found.results.length && !sigle && narrow) || dated) return { first: NOBODY, found, meant };
    first = strange.length ? await ask(true) : NOBODY;
    if (first.places.length && (first.alike || !(meant.length || communes.length))) return { first, found, meant, as: "near" };
    if (!meant.length) meant = meanings(asked, config.keywords, slipOf);
    const need = meant[0];
    if (!need) return { first: NOBODY, found, meant };
    const besoin = need.need === UNSAID ? filters.besoin : filters.besoin || { any: [need.need] };
    const more = besoin ? { besoin } : {};
    const rest = await index.whole(free(need).filter((word) => !strange.includes(word)), { ...PLACES, ...more });
    const helping = await look(rest.map((word) => `"${word}"`), more);
    const as = need.need === UNSAID ? "unsaid" : "meant";
    return { first: NOBODY, found: helping, meant, as: helping.results.length ? as : "" };
  }

  async function search() {
    const mine = ++turn;
    const where = together ? "lieux" : select.value;
    if (where) await index.add(where);
    if (details.open) await index.filters();
    const filters = chosen();
    const free = !Object.keys(filters).length;
    let strange = where ? await index.unknown(words, PLACES) : []; // no place has them
    const said = meanings(asked, config.keywords).flatMap(({ used }) => used);
    for (const word of strange.filter((one) => /^[dl]...|^qu.../.test(one) && !said.includes(one))) { // «daide», «lemploi»
      const short = word.replace(/^[dl]|^qu/, "");
      if (!(await index.unknown([short], PLACES)).length) words = words.map((one) => (one === word ? short : one));
    }
    strange = strange.filter((word) => words.includes(word));
    const unknown = strange.length ? await index.unknown(strange) : [];
    const also = async (kind) => {
      const { results } = words.length && !unknown.length ? await index.find(words, kind) : NOTHING;
      return (await index.lines(results.slice(0, MOST)))
        .map(([path, name, sentence]) => ({ name, area: sentence, path: new URL(path, ROOT).href }));
    };
    const pages = await also(PAGES);
    const chooses = boxes.some(({ checked }) => checked); // a choice that tells places apart, not dates
    const dated = !chooses && !(await index.unknown(words, DATES)).length;
    const dates = dated ? await also({ ...filters, ...DATES }) : [];
    const { first, found, meant, as } = where ? await answer(filters, strange, dates.length) : { first: NOBODY, found: NOTHING, meant: [] };
    const hits = found.results;
    const total = Math.max(hits.length, first.places.length);
    const others = meant.map(({ need }) => need);
    const lone = where && free && !total && !dates.length && words.length > 1;
    let other = where && free && !total && !others.length && unknown.length ? await otherQuestions(unknown) : [];
    if (lone && !unknown.length && (!communes.length || others.length)) other = words.filter((word) => !OF_TOWNS.test(word)).map((word) => link(word, { q: word }));
    const lines = await linesOf(first.places);
    if (mine !== turn) return NONE;

    await present(lines, hits);
    if (mine !== turn) return NONE;
    if (!where) say("where");
    else if (as) say(as, { n: total, need: others.map(boxOf).filter(Boolean).map(({ dataset }) => dataset.words)[0] });
    else if (!total && unknown.length && !dates.length && !others.length) say("unknown", { q: unknown.join(" ") });
    else if (!total) say(dates.length ? "dated" : !free ? "none_chosen" : other.length ? "apart" : "none");
    else say(!words.length && !query ? "chosen" : total > 1 ? "many" : "one", { n: total });
    const asking = query && !chooses ? needLinks(others) : [];
    for (const [name, items] of [["needs", asking], ["instead", other], ["dates", dates], ["pages", pages]]) {
      part(name).hidden = !items.length;
      links(part(name).querySelector("ul"), items);
    }
    if (details.open && found.totalFilters) count(words.length ? found.totalFilters : await index.filters());
    part("where").hidden = areas.length < 2;
    details.hidden = !where;
    form.hidden = Boolean(where && free && !total);
    const n = total + dates.length + pages.length + asking.length;
    box.hidden = Boolean(where && free && !n && !other.length);
    const quoted = words.map((word) => `"${word}"`);
    const open = words.length > 0 && !meant.length && !(total && (await index.find(quoted, PLACES)).results.length);
    return { found: n, open };
  }

  form.onchange = details.ontoggle = null; // those of an earlier question
  box.hidden = false;
  say("searching");
  const state = new URLSearchParams(location.search);
  for (const input of boxes) input.checked = state.getAll(input.name).includes(input.value);
  select.value = state.get("departement") || (named ? named.code : "");
  details.open = boxes.some(({ checked }) => checked);
  try {
    opened = opened || open(config);
    opened.catch(() => { opened = null; }); // the network may come back
    const script = (address) => import(new URL(address, ROOT).href);
    [index, opening, spelling] = await Promise.all([opened, script(box.dataset.opening.slice(1)), script(box.dataset.spelling.slice(1))]);
    names = await spelling.open(new URL(`${config.names}/`, ROOT).href, "lieux");
    speak = opening.speaker(sentences, document.documentElement.lang);
    const plain = spelling.sigles(query);
    asked = wordsOf(plain);
    const known = named && (await names.named(query, false)).exact; // «Communauté de communes Val de Charente»
    if (known && !state.get("departement")) select.value = "";
    words = (named && !known ? wordsOf(spaced(plain).replace(named.name, " ")) : asked).filter(tells);
    if (!french) { // there, titles are in the reader's language
      for (const { value, dataset } of needs) config.keywords[value] += `,${wordsOf(dataset.words).filter((word) => word[3])}`;
    }
    if (!together && !select.value) select.value = await guess();
    const found = await search();
    const again = () => search().catch(() => say("offline"));
    form.onsubmit = (event) => event.preventDefault();
    form.onchange = () => {
      const values = [...new FormData(form)].filter(([, value]) => value);
      history.replaceState(null, "", at(address(query ? [["q", query], ...values] : values)));
      again();
    };
    details.ontoggle = again;
    return found;
  } catch (error) {
    say("offline");
    return NONE;
  }
}
