/* /recherche/?q=…: the communes that were meant. Then the full-text search, if [data-full-text] names its
   module in data-module (address from the root): `show(element, query, communes)` of it is called. */

const MOST = 50;

async function answer(box) {
  const query = (new URLSearchParams(location.search).get("q") || "").trim();
  if (!query) return;
  const form = document.querySelector("form[data-find]");
  const { tools } = await import(new URL(`../..${box.dataset.find}`, import.meta.url));
  const { at, communes, links } = tools(form);
  const words = JSON.parse(box.querySelector("script").textContent);
  const say = (text) => { box.querySelector("[role=status]").textContent = text.replace("{q}", () => query); };
  const show = (name, shown) => { box.querySelector(`[data-${name}]`).hidden = !shown; };
  form.elements.q.value = query;
  document.title = `${query} – ${document.title}`;
  box.hidden = false;

  let places = [];
  try {
    const found = await communes().then((lookup) => lookup.find(query));
    ({ places } = found);
    if (/^\d/.test(query)) places.sort((a, b) => a.name.localeCompare(b.name, "fr"));
    const { none, maybe, several, one } = words;
    say(!places.length ? none : found.near ? maybe : places.length > 1 ? several : one);
    links(box.querySelector("ul"), places.slice(0, MOST));
    show("cut", found.cut || places.length > MOST);
    show("elsewhere", !places.length || found.near);
  } catch (error) {
    say(words.offline);
  }
  const { module } = document.querySelector("[data-full-text]").dataset;
  if (module) (await import(at(module))).show(document.querySelector("[data-full-text]"), query, places);
}

document.querySelectorAll("[data-answer]").forEach(answer);
