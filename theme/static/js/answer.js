/* /recherche/?q=…: the communes that were meant. Then the full text, if [data-full-text] names its module in
   data-module (address from the root): at once when no whole name of a commune was typed, else when the reader
   asks. That the directory ends somewhere is said where nothing else answers what may be the name of a town. What
   waits for the network is asked for before the answer to the last question is there. */

const MOST = 50;
const TITLE = document.title;
let turn = 0;

async function answer(box, text, isFirst = false) {
  const mine = ++turn;
  const query = (new URLSearchParams(location.search).get("q") || "").trim();
  const form = document.querySelector("form[data-find]");
  const { tools } = await import(new URL(box.dataset.find.replace(/^\//, ""), new URL("..", form.action)).href);
  const { at, signs, communes, links } = tools(form);
  const scripts = [form.dataset.town, form.dataset.lookup, ...(text ? [text.dataset.module] : [])];
  const [town, spelling, texts] = await Promise.all(scripts.map((script) => import(at(script))));
  const words = JSON.parse(box.querySelector("script").textContent);
  const lists = document.querySelector("[data-lists]");
  const say = (told) => { box.querySelector("[role=status]").textContent = told.replace("{q}", () => query); };
  const show = (name, shown) => { box.querySelector(`[data-${name}]`).hidden = !shown; };
  const field = form.elements.q;
  if (!isFirst || field.value === field.defaultValue) field.value = query; // a quick reader may have typed already
  document.title = query ? `${query} – ${TITLE}` : TITLE;
  if (!query && !(text && location.search)) return;

  if (mine !== turn) return;
  const asked = text && await texts.question(text, query, { at, signs, links });
  const offer = document.querySelector("[data-offer]");
  if (offer) offer.hidden = true;
  lists.hidden = Boolean(query);
  let places = [], clear = false, whole = false, part = "", lookup = null;
  try {
    const free = asked ? asked.free.join(" ") : "", sure = Boolean(asked && asked.need && !free);
    if (sure) asked.start(); // that is no commune
    lookup = await communes();
    const [named, { one: there }] = await Promise.all([query, free].map((some) => (some ? lookup.find(some, false, some === query && !sure) : { places: [] })));
    let found = named;
    whole = found.places.length > 0 && found.exact && !found.places[0].wide;
    if (there && !whole) {
      box.hidden = true;
      if (mine !== turn || await asked.near(there)) return;
    }
    if (asked && !whole) asked.start();
    if (!sure && query && (!found.places.length || found.near)) found = await lookup.find(query);
    places = found.one ? [found.one] : found.places;
    if (found.sort) places.sort((a, b) => a.name.localeCompare(b.name, "fr"));
    clear = places.length > 0 && !found.near;
    whole = clear && found.exact && !places[0].wide;
    part = found.part;
    const { none, maybe, several, one, wide } = words;
    say(found.told || (!places.length ? none : found.near ? maybe : found.one && found.one.wide ? wide : places.length > 1 || !found.exact ? several : one));
    links(box.querySelector("ul"), places.slice(0, MOST));
    show("cut", found.cut || places.length > MOST);
    show("lost", !text && !found.exact);
    lists.hidden = places.length > 0 || Boolean(text);
  } catch (error) {
    say(words.offline);
    lists.hidden = false;
  }
  if (mine !== turn) return;
  box.hidden = Boolean(text) && !clear;
  if (!text) return;

  if (!whole) {
    const { found, open } = await asked.show({ lookup, communes: places });
    const elsewhere = open && part !== "end" && await town.isOutside(at(form.dataset.index), spelling, query).catch(() => false);
    if (mine !== turn) return;
    box.hidden = !clear && !elsewhere && ((lookup && found > 0) || !query);
    show("elsewhere", elsewhere);
    show("lost", elsewhere || !(found || clear));
    lists.hidden = Boolean(lookup) && (found > 0 || clear);
    return;
  }
  text.hidden = true;
  const button = offer.querySelector("button");
  offer.hidden = false;
  button.textContent = JSON.parse(text.querySelector("[data-texts]").textContent).offer.replace("{q}", () => query);
  button.onclick = () => {
    offer.hidden = true;
    text.hidden = false;
    text.querySelector("h2").focus();
    asked.show({ lookup, communes: places });
  };
}

for (const box of document.querySelectorAll("[data-answer]")) {
  const text = document.querySelector("[data-full-text]");
  const again = () => answer(box, text);
  const form = document.querySelector("form[data-find]");
  form.addEventListener("submit", async (event) => { // in place: the page need not be fetched again
    event.preventDefault();
    history.pushState(null, "", `?${new URLSearchParams(new FormData(form))}`);
    form.elements.q.blur(); // closes the suggestions, and the keyboard of a phone
    await again();
    const shown = [...document.querySelectorAll("[data-answer] h2, [data-full-text] h2")].find((title) => title.offsetParent);
    if (shown) shown.focus();
  });
  addEventListener("popstate", again);
  answer(box, text, true);
}
