/* Full text: places, labels, pages, workshops, rounds. answer.js asks here when somebody types something else than a
   commune. The need that the words mean is told at once, and its places near the commune that they name; places whose
   name was typed (plugins/search/place_index.py) show while the index of Pagefind comes. What a result shows is in its
   line (plugins/search/fulltext/fulltext_records.py). */

import { bare, spaced, wordsOf, meanings } from "./meaning.js";
import { open } from "./texts.js";
import { cards, cardsNear, lister } from "./result.js";
import { choices } from "./choices.js";
import { answerer } from "./ranking.js";

const ROOT = new URL("../../", import.meta.url); // this file is in <root>/assets/js/
const STEP = 10; // results at a time
const MOST = 4; // pages proposed
const EARLY = 3; // places by their name, while the index comes
const PAGES = { sorte: "page" }, DATES = { sorte: "agenda" };
const PLACES = { not: { sorte: { any: ["page", "agenda"] } } };
const NONE = { found: 0, open: false };
const NOTHING = { results: [] }, NOBODY = { places: [] };
let opened, turn = 0;

const put = (pattern, values) => pattern.replace(/{(\w+)}/g, (_, name) => values[name]);

/* What is asked by `query` and the choices of the address. `at`, `signs`, `links`: tools of find.js.
   → `need`: slug of the need that it means at first sight, which is told; `free`: its other words; `near`, `start`,
   `show`: see below. */
export async function question(box, query, { at, signs, links }) {
  const mine = ++turn;
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
  const together = !Object.keys(config.tags)[1]; // all places are in the first bundle; else one each département
  const tells = (word) => word[1] && !config.small.includes(word); // the others are in no index
  const french = document.documentElement.lang === "fr"; // what results are written in
  const folder = new URL(config.folder, ROOT).href;
  const [opening, spelling] = await Promise.all([box.dataset.opening, box.dataset.spelling]
    .map((address) => import(new URL(address.slice(1), ROOT).href)));
  const state = new URLSearchParams(location.search);
  const card = cards(box, { at, signs, opening, sentences, unread: config.unread, zoneOf: (code) => (areas.find((area) => area.code === code) || {}).zone });
  const plain = spelling.sigles(query), asked = wordsOf(plain);
  let index, names, words = asked.filter(tells), early = Promise.resolve([]);

  const say = (name, values) => { part("told").textContent = put(config[name], { q: query, ...values }); };
  const address = (values) => `recherche/?${new URLSearchParams(values)}`;
  const link = (name, values) => ({ name, area: "", path: address(values) });
  const boxOf = (need) => needs.find(({ value }) => value === need);
  const nameOf = (need) => boxOf(need).dataset.words;
  const { chosen, count } = choices(form, select, boxes);
  const present = lister(list, more, card, (n, total) => say("more", { n, total }));

  function tellNeeds(all) {
    const known = all.filter(boxOf);
    part("needs").hidden = !known.length;
    part("ask").hidden = false;
    links(part("needs").querySelector("ul"), known.map((need) => ({ name: nameOf(need), area: "", path: boxOf(need).dataset.page })));
    const kept = part("needs").querySelector("[name=besoin]"); // the page of the commune keeps it
    kept.value = known[1] && all.length === needs.length ? "" : known[0] || "";
    kept.disabled = !kept.value;
    return known.length;
  }

  function openNames() {
    names = names || spelling.open(new URL(`${config.names}/`, ROOT).href, "lieux");
    return names;
  }

  /* Where to look when one bundle does not hold all: a place or a commune that is meant, or the last word. */
  async function guess(lookup, communes) {
    const place = (await names.named(query, false)).places[0];
    if (place) return place.code;
    const found = lookup && words[1] ? await lookup.find(words[words.length - 1]) : {};
    const commune = found.one && !found.near ? found.one : communes[0];
    return commune ? commune.code : "";
  }

  const lineOf = ({ path, name, present }) => [path, name, present, "", "", "", ""]; // of the index of names

  /* Lines of places that were found by their name: those of Pagefind, or what the index of names says. */
  async function linesOf(places) {
    const shown = places.slice(0, STEP), lines = new Map();
    await Promise.all([...new Set(shown.map((place) => place.name))].map(async (name) => {
      const { results } = await index.find(wordsOf(spelling.sigles(name)).filter(tells), PLACES);
      for (const line of await Promise.all(index.lines(results.slice(0, shown.length > 1 ? 2 : STEP)))) lines.set(line[0], line);
    }));
    return shown.map((place) => lines.get(place.path) || lineOf(place));
  }

  async function search(lookup, communes) {
    const { answer, otherQuestions, apart } = answerer({ index, names, config, query, asked, select, boxes, needs, french, communes, PLACES, spelling, meanings, bare, link });
    const was = ++turn;
    const where = together || select.value;
    if (!together && where) await index.add(where);
    if (details.open) await index.filters();
    const filters = chosen();
    const free = !Object.keys(filters).length;
    if (sure.length) index.find(words, { utile: "oui" }); // ranking.js will ask
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
      return (await Promise.all(index.lines(results.slice(0, MOST))))
        .map(([path, name, sentence]) => ({ name, area: sentence, path: new URL(path, ROOT).href }));
    };
    const chooses = boxes.some(({ checked }) => checked); // a choice that tells places apart, not dates
    const dated = !chooses && !(await index.unknown(words, DATES)).length;
    const [pages, dates] = await Promise.all([also(PAGES), dated ? also({ ...filters, ...DATES }) : []]);
    const { first, found, meant, as } = where ? await answer(words, filters, strange, dates.length) : { first: NOBODY, found: NOTHING, meant: [] };
    const hits = found.results;
    const total = Math.max(hits.length, first.places.length);
    const others = meant.map(({ need }) => need);
    const lone = where && free && !total && !dates.length && words.length > 1;
    let other = where && free && !total && !others.length && unknown.length ? await otherQuestions(words, unknown) : [];
    if (lone && !unknown.length && (!communes.length || others.length)) other = apart(words);
    const head = first.places.length || as || !hits.length || !free ? first.places : await early;
    for (const line of index.lines(hits.slice(0, STEP))) line.catch(() => {}); // they come meanwhile
    const lines = await linesOf(head);
    if (was !== turn) return NONE;

    await present(index, lines, hits, () => was === turn);
    if (was !== turn) return NONE;
    if (!where) say("where");
    else if (as) say(as, { n: total, need: others.filter(boxOf).map(nameOf)[0] });
    else if (!total && unknown.length && !dates.length && !others.length) say("unknown", { q: unknown.join(" ") });
    else if (!total) say(dates.length ? "dated" : !free ? "none_chosen" : other.length ? "apart" : "none");
    else say(!words.length && !query ? "chosen" : total > 1 ? "many" : "one", { n: total });
    const asking = tellNeeds(query && !chooses ? others : []);
    for (const [name, items] of [["instead", other], ["dates", dates], ["pages", pages]]) {
      part(name).hidden = !items.length;
      links(part(name).querySelector("ul"), items);
    }
    if (details.open && found.totalFilters) count(words.length ? found.totalFilters : await index.filters());
    part("where").hidden = areas.length < 2;
    details.hidden = !where;
    form.hidden = Boolean(where && free && !total);
    const n = total + dates.length + pages.length + asking;
    box.hidden = Boolean(where && free && !n && !other.length);
    const quoted = words.map((word) => `"${word}"`);
    const isOpen = words.length > 0 && !meant.length && !(total && (await index.find(quoted, PLACES)).results.length);
    return { found: n, open: isOpen };
  }

  form.onchange = details.ontoggle = more.onclick = null; // those of an earlier question
  for (const input of boxes) input.checked = state.getAll(input.name).includes(input.value);
  select.value = state.get("departement") || (named ? named.code : "");
  details.open = boxes.some(({ checked }) => checked);
  for (const one of [form, part("instead"), part("dates"), part("pages"), more]) one.hidden = true;
  list.textContent = "";
  say("searching");
  if (!french) { // there, titles are in the reader's language
    for (const { value, dataset } of needs) config.keywords[value] += `,${wordsOf(dataset.words).filter((word) => word[3])}`;
  }
  const sure = query && !details.open ? meanings(asked, config.keywords) : [];
  const need = sure.length && boxOf(sure[0].need) ? sure[0].need : "";
  box.hidden = !tellNeeds(need ? sure.map((one) => one.need) : []);

  const byName = () => openNames().then((all) => (query ? all.named(query, false) : NOBODY)).catch(() => NOBODY);
  const soon = need || !query ? null : byName(); // small: while one sees whether it is a commune

  return {
    need,
    free: need ? words.filter((word) => !sure[0].used.includes(word)) : [],

    /* Shows places for the need, near `commune`; → how many. */
    async near(commune) {
      const found = await cardsNear(at(commune.path), need).catch(() => []);
      if (mine !== turn || !found.length) return 0;
      box.hidden = false;
      list.append(...found.slice(0, STEP));
      document.dispatchEvent(new Event("cards")); // open-now.js
      part("ask").hidden = true; // they said it
      links(part("needs").querySelector("ul"), [{ name: nameOf(need), area: commune.name, path: `${commune.path}#besoin-${need}` }]);
      say("around", { need: nameOf(need), commune: commune.name });
      return found.length;
    },

    /* Fetches what will be needed, and shows places whose name was typed while it comes. */
    start() {
      opened = opened || open(config, folder, wordsOf);
      opened.catch(() => { opened = null; }); // the network may come back
      if (together) opened.then((all) => all.find(words, PLACES)).catch(() => {}); // its part of the index, while names are tried
      const found = soon || byName();
      if (need || details.open || named) return;
      early = found.then(({ places, near }) => (near ? [] : places.slice(0, EARLY)));
      early.then((places) => {
        if (mine !== turn || list.children.length || !places.length) return;
        box.hidden = false;
        list.append(...places.map((place) => card(lineOf(place))));
      });
    },

    /* Shows what answers. `lookup`: index of communes, null when it does not answer; `communes`: those it proposes.
       → `found`: how much answers, `open`: whether nothing has the very words, and they mean no need: they may be the
       name of a commune that is not here. */
    async show({ lookup, communes }) {
      box.hidden = false;
      say("searching");
      try {
        this.start();
        [index, names] = await Promise.all([opened, openNames()]);
        const known = named && (await names.named(query, false)).exact; // «Communauté de communes Val de Charente»
        if (known && !state.get("departement")) select.value = "";
        if (named && !known) words = wordsOf(spaced(plain).replace(named.name, " ")).filter(tells);
        if (!together && !select.value) select.value = await guess(lookup, communes);
        const found = await search(lookup, communes);
        const again = () => search(lookup, communes).catch(() => say("offline"));
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
    },
  };
}
