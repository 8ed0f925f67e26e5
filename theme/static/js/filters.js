/* The filters of a commune: the links of components/filters.html become buttons that can be combined.
   Without this script each link narrows the list by itself (live.css, :target). The address keeps the
   choices, as links do: #besoin-demarches+gratuit. */

const OPEN = "ouvert";

function start(box) {
  const buttons = new Map();
  const cards = [...document.querySelectorAll("[data-facets]")];
  const sections = [...document.querySelectorAll("[data-any]")];
  const words = box.dataset;
  const [status, empty, reset] = ["status", "empty", "reset"].map((name) => document.querySelector(`[data-filter-${name}]`));
  const all = status.textContent;

  const isPressed = (button) => button.getAttribute("aria-pressed") === "true";
  const chosen = () => [...buttons.keys()].filter((facet) => isPressed(buttons.get(facet)));

  function has(card, facet) {
    if (facet !== OPEN) return card.dataset.facets.split(" ").includes(facet);
    const line = card.querySelector("[data-hours]");
    return Boolean(line) && line.dataset.state === "open";
  }

  function apply() {
    const facets = chosen();
    let count = 0;
    for (const card of cards) {
      card.hidden = !facets.every((facet) => has(card, facet));
      count += !card.hidden;
    }
    for (const section of sections) section.hidden = !section.querySelector("[data-facets]:not([hidden])");
    empty.hidden = count > 0;
    reset.hidden = !facets.length;
    const told = !facets.length ? all : count > 1 ? words.many.replace("{n}", count) : count ? words.one : words.none;
    if (told !== status.textContent) status.textContent = told;
    document.dispatchEvent(new CustomEvent("filter", { detail: facets })); // the map follows
  }

  function press(facets) {
    buttons.forEach((button, facet) => button.setAttribute("aria-pressed", facets.includes(facet)));
    apply();
  }

  function choose(facets) {
    press(facets);
    history.replaceState(null, "", facets.length ? `#${facets.join("+")}` : location.pathname + location.search);
  }

  /* What the address asks for; for a need that nobody here meets, the page says so by itself (:target). */
  const asked = () => location.hash.slice(1).split("+").filter((facet) => buttons.has(facet));

  for (const link of box.querySelectorAll("a")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = link.className;
    button.append(...link.childNodes);
    buttons.set(link.hash.slice(1), button);
    link.replaceWith(button);
  }
  const now = box.querySelector("[data-open]");
  if (document.querySelector("[data-hours][data-state]:not([data-state=''])")) {
    now.hidden = false;
    buttons.set(OPEN, now.querySelector("button"));
  }
  document.querySelectorAll(".only:not(.absent)").forEach((note) => note.remove()); // each would narrow the list by itself
  buttons.forEach((button, facet) => button.addEventListener("click", () => {
    const facets = chosen();
    choose(isPressed(button) ? facets.filter((one) => one !== facet) : [...facets, facet]);
  }));
  reset.addEventListener("click", () => {
    choose([]);
    box.querySelector("button").focus();
  });
  addEventListener("hashchange", () => press(asked()));
  document.addEventListener("opening", () => chosen().includes(OPEN) && apply());
  press(asked());
}

const box = document.querySelector("[data-filters]");
if (box) start(box);
