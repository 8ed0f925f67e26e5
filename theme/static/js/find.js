/* «Où êtes-vous ?»: suggestions (WAI-ARIA 1.2 combobox), straight to a clear answer, «Autour de moi». */

const PAUSE = 400; // milliseconds

const make = (name, ...inside) => {
  const element = document.createElement(name);
  element.append(...inside);
  return element;
};

const fill = (element, items) => {
  element.textContent = "";
  element.append(...items);
};

/* A name with the signs of French: what was typed keeps those of a keyboard, which is what is searched. */
const signs = (name) => name.replace(/(\S)'(?=\p{L})/gu, "$1’").replace(/"([^"]+)"/g, "«\xa0$1\xa0»").replace(/ (?=[?!:;])/g, "\xa0");

/* A name, then more quietly what tells it from others. */
function lines(place, words) {
  const other = words[place.since === "*" ? "part" : place.since ? "changed" : "today"]; // since: plugins/search/commune_names.py
  const now = place.present ? `${other.replace("{name}", () => place.present).replace("{year}", place.since)}, ` : "";
  const kind = place.wide && (place.since === "E" ? words.epci : words.departement.replace("{code}", place.code));
  const area = make("span", kind || now + place.area);
  area.className = "quiet";
  return [make("b", signs(place.name)), " ", area];
}

/* What answer.js needs too. */
export function tools(form) {
  const root = new URL("..", form.action); // the form leads to <root>/recherche/
  const words = JSON.parse(form.querySelector("script").textContent);
  const at = (path) => new URL(path.replace(/^\//, ""), root).href;
  for (const name of ["besoin", "facile"]) {
    const value = new URLSearchParams(location.search).get(name);
    if (value && !form.elements[name]) { // said before this page: the next search keeps it
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    }
  }
  const kept = () => {
    const { besoin } = form.elements;
    return besoin && /^[a-z-]+$/.test(besoin.value) ? `#besoin-${besoin.value}` : "";
  };
  let index;
  const given = {
    words,
    at,
    signs,
    /* The page of a commune keeps the need that was said before, and stays easy to read. */
    pageOf({ path, wide }) {
      const own = path.replace(/^\//, "");
      const easy = form.elements.facile && !wide && /^(territoires|besoins)\//.test(own) ? "facile/" : "";
      return at(easy + own) + (!wide && own.startsWith("territoires/") ? kept() : "");
    },
    communes() {
      index = index || import(at(form.dataset.lookup))
        .then((lookup) => lookup.open(at(form.dataset.index), undefined, () => import(at(form.dataset.town))));
      index.catch(() => { index = null; }); // the network may come back
      return index;
    },
    links: (list, places) => fill(list, places.map((place) => {
      const link = make("a", ...lines(place, words));
      link.href = given.pageOf(place);
      return make("li", link);
    })),
  };
  return given;
}

function start(form) {
  const { words, pageOf, communes, links } = tools(form);
  const input = form.elements.q;
  const [list, spoken, message, nearby, button] = ["list", "spoken", "message", "nearby", "position"]
    .map((name) => form.querySelector(`[data-${name}]`));
  let shown = [], active = -1, turn = 0;

  const find = (typed, wide) => communes().then((lookup) => lookup.find(typed, wide)).catch(() => null);
  const go = (place) => location.assign(pageOf(place));

  function mark(number) {
    active = number;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", i === number));
    input.setAttribute("aria-activedescendant", number < 0 ? "" : list.children[number].id);
    if (number >= 0) list.children[number].scrollIntoView({ block: "nearest" });
  }

  function show(places) {
    shown = places.slice(0, 7);
    fill(list, shown.map((place, i) => {
      const option = make("li", ...lines(place, words));
      option.id = `${list.id}-${i}`;
      option.setAttribute("role", "option");
      return option;
    }));
    list.hidden = !shown.length;
    input.setAttribute("aria-expanded", !list.hidden);
    mark(-1);
  }

  async function suggest() {
    const mine = ++turn;
    const typed = input.value.trim();
    let found = typed[1] ? await find(typed, false) : null;
    if (found && typed[3] && !found.places.length) { // perhaps a slip: once the typing rests
      await new Promise((go) => { setTimeout(go, PAUSE); });
      if (mine === turn) found = await find(typed, true);
    }
    if (mine !== turn || document.activeElement !== input) return;
    show(found ? found.places : []);
    spoken.textContent = shown.length ? words.proposed.replace("{n}", shown.length) : found ? words.nothing : "";
  }

  function onKey(event) {
    const { key } = event;
    if (key === "Escape" && shown.length) show([]);
    else if (key === "Enter" && active >= 0) go(shown[active]);
    else if (key === "ArrowDown" || key === "ArrowUp") {
      const count = shown.length + 1;
      if (list.hidden) suggest();
      else mark(((active + (key === "ArrowDown" ? 2 : count)) % count) - 1);
    } else {
      if (key === "Home" || key === "End") mark(-1);
      return;
    }
    event.preventDefault();
  }

  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id]]) {
    input.setAttribute(name, value);
  }
  show([]);
  input.addEventListener("focus", () => communes().catch(() => {}));
  input.addEventListener("input", suggest);
  input.addEventListener("blur", () => show([]));
  input.addEventListener("keydown", onKey);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", (event) => {
    const option = [...list.children].findIndex((one) => one.contains(event.target));
    if (option >= 0) go(shown[option]);
  });

  if ("straight" in form.dataset) form.addEventListener("submit", async (event) => {
    event.preventDefault();
    turn++;
    const found = await find(input.value);
    if (found && found.one) go(found.one);
    else form.submit();
  });

  const say = (text, places = []) => {
    message.textContent = text;
    links(nearby, places);
  };
  button.hidden = !(navigator.geolocation && isSecureContext);
  button.addEventListener("click", () => {
    say(words.searching);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => communes().then((lookup) => lookup.near(coords.latitude, coords.longitude))
        .then((places) => say(places.length ? words.near : words.outside, places), () => say(words.offline)),
      (error) => say(error.code === 1 ? words.refused : words.unknown),
      { timeout: 15000, maximumAge: 600000 },
    );
  });
}

document.querySelectorAll("form[data-find]").forEach(start);
