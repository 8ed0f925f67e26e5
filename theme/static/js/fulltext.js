/* Full text with Pagefind: places, labels, pages, workshops, rounds. answer.js loads it when a reader asks for
   something else than a commune. What a result shows is in its line (plugins/search/fulltext_records.py). */

const ROOT = new URL("../../", import.meta.url); // this file is in <root>/assets/js/
const STEP = 10; // results at a time
const MOST = 4; // pages, words proposed
const PAGES = { sorte: "page" }, DATES = { sorte: "agenda" };
const PLACES = { not: { sorte: { any: ["page", "agenda"] } } };
let opened, turn = 0;

const put = (pattern, values) => pattern.replace(/{(\w+)}/g, (_, name) => values[name]);
const plain = (text) => text.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae");
const bare = (text) => plain(text).normalize("NFKD").replace(/\p{M}/gu, "");
const spaced = (text) => ` ${bare(text).replace(/[^a-z0-9]+/g, " ").trim()} `;

/* The words of a question that say something; all of them when none does. */
function telling(text, small) {
  const words = (plain(text).match(/[\p{L}\p{N}]+/gu) || []).map((word) => word.replace(/^st(e?)$/, "saint$1"));
  const kept = words.filter((word) => word[1] && !small.includes(word));
  return kept.length ? kept : words;
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
    return first.words.some((place) => bare(words[place] || "").startsWith(bare(word)));
  }

  return {
    filters: () => index.filters(),
    find: (words, filters) => index.search(words.join(" ") || null, { filters }),
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

/* Words of `known` that somebody who typed `word` may have meant, the nearest first. */
function alike(word, known, slips) {
  const typed = bare(word);
  const most = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
  const away = (other) => Math.max(slips(typed, other), Math.abs(other.length - typed.length));
  return known.map((other) => [away(bare(other)), other]).filter(([count]) => count <= most)
    .sort((a, b) => a[0] - b[0]).slice(0, MOST).map(([, other]) => other);
}

/* Shows what answers `query` and the choices of the address. `at`, `links`: tools of find.js; `lookup`: index
   of communes, null when it does not answer; `communes`: those it proposes. → how much was found. */
export async function show(box, query, { at, communes, lookup, links }) {
  const part = (name) => box.querySelector(`[data-${name}]`);
  const config = JSON.parse(part("texts").textContent);
  const sentences = JSON.parse(part("opening-words").textContent);
  const form = part("choices"), list = part("places"), more = part("more");
  const details = form.querySelector("details"), select = form.elements.departement;
  const boxes = [...form.querySelectorAll("input")];
  const areas = [...select.options].filter(({ value }) => value)
    .map(({ value, text, dataset }) => ({ code: value, name: spaced(text.replace(/ \(.*/, "")), zone: dataset.zone }));
  const named = areas.find(({ name }) => spaced(query).includes(name));
  const words = telling(named ? spaced(query).replace(named.name, " ") : query, config.small);
  const together = "lieux" in config.tags; // all places in one bundle; else one each département
  let opening, speak, index;

  const say = (name, values) => { part("told").textContent = put(config[name], { q: query, ...values }); };
  const address = (values) => `recherche/?${new URLSearchParams(values)}`;
  const link = (name, values) => ({ name, area: "", path: address(values) });

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
    const found = hours && hours[0] !== "=" && opening.stateAt(opening.read(hours), minutes);
    if (hours && hours[0] === "=") { // nobody could read them: as they were typed
      now.hidden = false;
      now.dataset.state = "ask";
      now.querySelector("b").textContent = `${config.unread} ${hours.slice(1)}`;
    } else if (found) {
      now.hidden = false;
      now.dataset.state = found.state;
      now.querySelector("b").textContent = speak.state(found, minutes, number ? sentences.call : sentences.check);
    }
    return item;
  }

  /* Where to look when one bundle does not hold all: a commune proposed, or the last word of the question. */
  async function guess() {
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

  /* Needs, near words, and what remains without the words that nothing has. */
  async function otherQuestions(unknown) {
    const { slips } = await import(at(document.querySelector("form[data-find]").dataset.lookup));
    const known = communes.length ? [] : await index.vocabulary(); // their names stand above
    const found = unknown.flatMap((word) => {
      const means = (start) => start === bare(word) || (start[3] && bare(word).startsWith(start));
      const needs = boxes.filter(({ value }) => (config.keywords[value] || "").split(" ").some(means));
      return [
        ...needs.map(({ value, dataset }) => link(dataset.words, { besoin: value })),
        ...alike(word, known, slips)
          .map((other) => link(other, { q: words.map((one) => (one === word ? other : one)).join(" ") })),
      ];
    });
    const rest = words.filter((word) => !unknown.includes(word));
    if (rest.length) found.push(link(rest.join(" "), { q: rest.join(" ") }));
    return [...new Map(found.map((item) => [item.path, item])).values()];
  }

  function present(hits, first) {
    list.textContent = "";
    list.append(...first.map(card));
    more.hidden = hits.length <= STEP;
    more.onclick = async () => {
      const from = list.children.length;
      list.append(...(await index.lines(hits.slice(from, from + STEP))).map(card));
      more.hidden = hits.length <= list.children.length;
      say("more", { n: list.children.length, total: hits.length });
      list.children[from].querySelector("a").focus();
    };
  }

  async function search() {
    const mine = ++turn;
    const where = together ? "lieux" : select.value;
    if (where) await index.add(where);
    if (details.open) await index.filters();
    const filters = chosen();
    const free = !Object.keys(filters).length;
    const strange = where ? await index.unknown(words, PLACES) : []; // no place has them
    const unknown = strange.length ? await index.unknown(strange) : [];
    const nothing = { results: [] };
    const places = where && !strange.length ? await index.find(words, { ...filters, ...PLACES }) : nothing;
    const hits = places.results;
    const also = async (kind) => {
      const { results } = words.length && !unknown.length ? await index.find(words, kind) : nothing;
      return (await index.lines(results.slice(0, MOST)))
        .map(([path, name, sentence]) => ({ name, area: sentence, path: new URL(path, ROOT).href }));
    };
    const pages = await also(PAGES);
    const chooses = boxes.some(({ checked }) => checked); // a choice that tells places apart, not dates
    const dated = !chooses && !(await index.unknown(words, DATES)).length;
    const dates = dated ? await also({ ...filters, ...DATES }) : [];
    const lost = where && free && !unknown.length && !hits.length && !dates.length;
    let other = unknown.length ? await otherQuestions(unknown) : [];
    if (lost && words[1]) other = words.map((word) => link(word, { q: word }));
    const lines = await index.lines(hits.slice(0, STEP));
    if (mine !== turn) return 0;

    if (unknown.length) say("unknown", { q: unknown.join(" ") });
    else if (!where) say("where");
    else if (!hits.length) say(dates.length ? "dated" : !free ? "none_chosen" : other.length ? "apart" : "none");
    else say(!words.length ? "chosen" : hits.length > 1 ? "many" : "one", { n: hits.length });
    present(hits, lines);
    for (const [name, items] of [["instead", other], ["dates", dates], ["pages", pages]]) {
      part(name).hidden = !items.length;
      links(part(name).querySelector("ul"), items);
    }
    if (details.open && places.totalFilters) count(words.length ? places.totalFilters : await index.filters());
    part("where").hidden = areas.length < 2;
    details.hidden = !where;
    form.hidden = Boolean(where && free && !hits.length);
    const found = hits.length + dates.length + pages.length + (communes.length ? 0 : other.length);
    box.hidden = Boolean(where && free && !found && !other.length);
    return found;
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
    [index, opening] = await Promise.all([opened, import(new URL(box.dataset.opening.slice(1), ROOT).href)]);
    speak = opening.speaker(sentences, document.documentElement.lang);
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
    return 0;
  }
}
