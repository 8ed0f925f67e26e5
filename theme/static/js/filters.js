/* The filters of a commune: the links of components/filters.html become buttons that can be combined.
   Without this script each link narrows the list by itself (live.css, :target), and so does the address with which
   one comes, until the reader chooses: nothing moves. The address keeps the choices, as links do:
   #besoin-demarches+gratuit. Of a city the page has only the first places: the others come
   from the list of all (commune_places.html) when a choice is made, so that no count is that of a cut list. */

const OPEN = "ouvert";

/* The cards of the list of all places that the page has not; `link` leads to its first page. */
async function fetchRest(link, pages) {
  const known = new Set([...document.querySelectorAll("[data-place]")].map(({ dataset }) => dataset.place));
  const addresses = Array.from({ length: pages }, (_, i) => new URL(i ? `page-${i + 1}/` : "", link.href));
  const texts = await Promise.all(addresses.map(async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    return answer.text();
  }));
  return texts.flatMap((text) => [...new DOMParser().parseFromString(text, "text/html").querySelectorAll("[data-place]")])
    .filter(({ dataset }) => !known.has(dataset.place))
    .map((card) => document.importNode(card, true));
}

function start(box) {
  const buttons = new Map();
  let cards = [...document.querySelectorAll("[data-facets]")];
  const here = document.querySelector("[data-here]");
  const all = document.querySelector("[data-all]");
  const folded = [...document.querySelectorAll(".incomplete")];
  let rest = null, waiting = Boolean(all), turn = 0;
  const sections = [...document.querySelectorAll("[data-any]")];
  const notes = [...document.querySelectorAll(".only:not(.absent)")];
  const words = box.dataset;
  const [status, empty, reset] = ["status", "empty", "reset"].map((name) => document.querySelector(`[data-filter-${name}]`));
  const unfiltered = status.textContent;

  const isPressed = (button) => button.getAttribute("aria-pressed") === "true";
  const chosen = () => [...buttons.keys()].filter((facet) => isPressed(buttons.get(facet)));

  function has(card, facet) {
    if (facet !== OPEN) return card.dataset.facets.split(" ").includes(facet);
    const line = card.querySelector("[data-hours]");
    return Boolean(line) && line.dataset.state === "open";
  }

  async function complete() {
    const mine = ++turn;
    status.textContent = words.waiting;
    try {
      const more = await fetchRest(all, Number(words.pages));
      if (!waiting) return;
      waiting = false;
      rest = Object.assign(document.createElement("ul"), { className: "cards" });
      rest.append(...more);
      cards = [...cards, ...more];
      here.querySelector(".cards").after(rest);
      document.dispatchEvent(new Event("cards"));
    } catch (error) {
      if (mine === turn) show(words.cut);
      return;
    }
    if (mine === turn) show("");
  }

  function apply() {
    if (waiting && chosen().length) complete();
    else show("");
  }

  const told = (count) => (count > 1 ? words.many.replace("{n}", count) : count ? words.one : words.none);

  /* `before`: what the count is preceded by. */
  function show(before) {
    const facets = chosen();
    let count = 0, around = 0;
    for (const card of cards) {
      card.hidden = !facets.every((facet) => has(card, facet));
      if (card.hidden) continue;
      count++;
      around += Boolean(here) && !here.contains(card);
    }
    if (rest) rest.hidden = !facets.length;
    for (const part of folded) part.open = facets.length > 0 && Boolean(part.querySelector("[data-facets]:not([hidden])"));
    for (const section of sections) section.hidden = !section.querySelector("[data-facets]:not([hidden])");
    empty.hidden = count > 0;
    reset.hidden = !facets.length || isNoted();
    const near = around ? `, ${words.around.replace("{n}", around)}` : "";
    const found = around && count === around ? words.away.replace("{n}", around) : `${told(count - around)}${near}`;
    const said = facets.length ? `${before} ${found}`.trim() : unfiltered;
    if (said !== status.textContent) status.textContent = said;
    document.dispatchEvent(new CustomEvent("filter", { detail: facets })); // the map follows
  }

  /* The order of the build, or the distance alone, in each list; unknown distances last. */
  function sort(byDistance) {
    for (const list of document.querySelectorAll("[data-any] > .cards")) {
      const km = (card) => Number(card.dataset.km ?? Infinity);
      const ordered = cards.filter((card) => card.parentNode === list);
      list.append(...(byDistance ? ordered.sort((a, b) => km(a) - km(b)) : ordered));
    }
  }

  function press(facets) {
    buttons.forEach((button, facet) => button.setAttribute("aria-pressed", facets.includes(facet)));
    apply();
  }

  function choose(facets) {
    notes.splice(0).forEach((note) => note.remove()); // each would narrow the list by itself
    press(facets);
    history.replaceState(null, "", facets.length ? `#${facets.join("+")}` : location.pathname + location.search);
  }

  /* What the address asks for; for a need that nobody here meets, the page says so by itself (:target). */
  const asked = () => location.hash.slice(1).split(/[+?&#]|:~:/).filter((facet) => buttons.has(facet));

  /* The page says by itself what alone is chosen, and offers to show all. */
  const isNoted = () => notes.some(({ id }) => `#${id}` === location.hash);

  for (const link of box.querySelectorAll("a")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = link.className;
    button.append(...link.childNodes);
    buttons.set(link.hash.slice(1), button);
    link.replaceWith(button);
  }
  const byDistance = box.querySelector("[data-sort]");
  byDistance.hidden = !document.querySelector("[data-km]");
  byDistance.firstElementChild.addEventListener("click", ({ currentTarget }) => {
    currentTarget.setAttribute("aria-pressed", !isPressed(currentTarget));
    sort(isPressed(currentTarget));
  });
  const now = box.querySelector("[data-open]");
  if (document.querySelector("[data-hours][data-state]:not([data-state=''])")) {
    now.hidden = false;
    buttons.set(OPEN, now.querySelector("button"));
  }
  buttons.forEach((button, facet) => button.addEventListener("click", () => {
    const facets = chosen();
    choose(isPressed(button) ? facets.filter((one) => one !== facet) : [...facets, facet]);
  }));
  reset.addEventListener("click", () => {
    choose([]);
    const first = box.querySelector("li:not([hidden]) button");
    (first.checkVisibility() ? first : box.querySelector("summary")).focus();
  });
  addEventListener("hashchange", () => press(asked()));
  document.addEventListener("opening", () => chosen().includes(OPEN) && apply());
  box.querySelector("details").open = asked().length > 0 && !isNoted();
  press(asked());
}

const box = document.querySelector("[data-filters]");
if (box) start(box);
