/* The index of texts, by Pagefind: its program, the files of `config.tags`. */

const MOST = 4; // lines, to know what a word is

/* Pagefind asks for a file a text: they lie together (plugins/search/fulltext/fulltext_files.py), as it reads them
   from a host that has expanded them. */
function takeOut(config, folder) {
  const ask = window.fetch.bind(window);
  const packs = new Map();
  window.fetch = async (address, options) => {
    const [, name, id] = /([^/]+)\/fragment\/(\w+)\.pf_fragment$/.exec(address) || [];
    if (!id) return ask(address, options);
    const pack = `${folder}${name}/fragment/${parseInt(id.slice(3, 5), 16) >> 2}.${config.tags[name]}.txt`;
    if (!packs.has(pack)) packs.set(pack, ask(pack).then((answer) => answer.text()));
    packs.get(pack).catch(() => packs.delete(pack));
    const line = (await packs.get(pack)).split("\n").find((one) => one.startsWith(`${id} `));
    return new Response(line ? `pagefind_dcd${line.slice(id.length + 1)}` : null, { status: line ? 200 : 404 });
  };
}

/* What is surely needed, at once: Pagefind asks for one after the other. → its program; whether the index is there. */
function fetchEarly(config, folder) {
  const found = config.start.map((file) => fetch(`${folder}${file}`)
    .then((answer) => answer.arrayBuffer().then(() => answer.status !== 404)).catch(() => true)); // Pagefind will tell
  return Promise.all([import(`${folder}pages/pagefind.js`), found[config.start.findIndex((file) => /-entry/.test(file))]]);
}

/* The site was published again since this page came: its index has another name. */
async function renew(config) {
  const answer = await fetch(location.href, { cache: "reload" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const { tags, start } = JSON.parse(page.querySelector("[data-texts]").textContent);
  return Object.assign(config, { tags, start });
}

/* The index of `config.tags.pages`, to which bundles of départements are added. `wordsOf`: see meaning.js. */
export async function open(config, folder, wordsOf) {
  takeOut(config, folder);
  const [{ createInstance }, isThere] = await fetchEarly(config, folder);
  if (!isThere) await renew(config);
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
    return first.words.some((place) => (wordsOf(words[place] || "")[0] || "").startsWith(word));
  }

  return {
    filters: () => index.filters(),
    find: (words, filters) => index.search(words.join(" ") || null, { filters }),
    /* The words, among `words`, that are whole in the names of the first places that have them, or of their communes:
       «mer» of «sur-Mer» is not what is meant by «mère», nor «Sainte-Marie» by «mari». */
    async whole(words, filters) {
      const found = await Promise.all(words.map(async (word) => {
        const { results } = await index.search(`"${word}"`, { filters });
        const lines = await Promise.all(this.lines(results.slice(0, MOST)));
        return lines.some(([, name, commune]) => wordsOf(`${name} ${commune}`).includes(word));
      }));
      return words.filter((_, number) => found[number]);
    },
    /* A promise for the line of each. */
    lines: (hits) => hits.map(async (hit) => (await hit.data()).raw_url.split("\t")),
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
        const response = await fetch(`${folder}${name}/mots.${config.tags[name]}.txt`);
        return response.ok ? response.text() : "";
      }));
      return [...new Set(texts.join("\n").split("\n"))];
    },
  };
}
