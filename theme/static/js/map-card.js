/* What a marker opens: the card of its place, as the page shows it or fetched, or the names of several. */

export function panel(box, { tools, urlOf, fiches, onClose }) {
  const { read, make, parsed, nameOf, communeOf, idOf } = tools;
  const { lang } = document.documentElement;
  const body = box.querySelector("[data-map-body]");
  const files = new Map(); // by département
  let opener = () => null, turn = 0; // gives the marker that has the focus back

  function ofPage(id) {
    const card = document.querySelector(`[data-place="${CSS.escape(id)}"]`);
    if (!card) return null;
    const copy = card.cloneNode(true);
    copy.querySelectorAll(".km, .map-show").forEach((part) => part.remove());
    return [...copy.childNodes];
  }

  /* Our own HTML (plugins/maps/cards.py), made into nodes without being run; null when it does not come. */
  async function fetched(id) {
    const [code, slug] = id.split("/");
    if (!files.has(code)) files.set(code, read(`${fiches}${code}.json`));
    try {
      const html = (await files.get(code))[slug];
      return html ? [...parsed(html).childNodes] : null;
    } catch {
      files.delete(code); // the network may come back
      return null;
    }
  }

  /* Until the card comes, or when it does not. */
  const brief = (point) => [
    make("h3", {}, make("a", { href: urlOf(point), textContent: nameOf(point) })),
    make("p", {}, communeOf(point)),
  ];

  /* Who stood in what goes stands in what comes. */
  function fill(nodes) {
    const inside = body.contains(document.activeElement);
    body.replaceChildren(...nodes);
    if (inside) (body.querySelector("a, button") || box).focus({ preventScroll: true });
    document.dispatchEvent(new Event("cards"));
  }

  function show(nodes, name, from, language = lang) {
    turn++;
    opener = from;
    fill(nodes);
    body.lang = language;
    body.dir = language === lang ? "" : "ltr";
    box.setAttribute("aria-label", name);
    box.hidden = false;
    box.scrollTop = 0;
    box.focus({ preventScroll: true });
  }

  function close() {
    if (box.hidden) return false;
    turn++;
    box.hidden = true;
    body.replaceChildren();
    onClose(opener());
    return true;
  }

  box.querySelector("[data-map-shut]").onclick = close;

  return {
    close,
    show,
    /* The card of one place; tells whether it is still the one that is shown. */
    async open(point, from) {
      const here = ofPage(idOf(point));
      show(here || brief(point), nameOf(point), from, here ? lang : "fr");
      const mine = turn;
      const nodes = here ? null : await fetched(idOf(point));
      if (mine !== turn) return false;
      if (!nodes) return true;
      fill(nodes);
      body.querySelector("h3 a").href = urlOf(point); // in the language of the page
      return true;
    },
    /* Several places at one spot: their names, each opens its card. */
    list(points, name, from, choose) {
      const names = points.map((point) => make("li", {},
        make("button", { type: "button", className: "plain", lang: "fr", textContent: nameOf(point), onclick: () => choose(point) })));
      show([make("h3", {}, name), make("ul", {}, ...names)], name, from);
    },
    /* Some words, of a stop. */
    tell(name, text, from) {
      show([make("h3", {}, name), make("p", {}, text)], name, from);
    },
  };
}
