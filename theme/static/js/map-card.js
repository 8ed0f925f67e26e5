/* What a marker opens: the card of its place, as the page shows it or fetched, or the names of several. */

export function panel(box, { tools, urlOf, fiches, onClose }) {
  const { read, nameOf, communeOf, idOf } = tools;
  const { lang } = document.documentElement;
  const body = box.querySelector("[data-map-body]");
  const files = new Map(); // by département
  let opener = () => null, turn = 0; // gives the marker that has the focus back

  /* Our own HTML (plugins/maps/cards.py), made into nodes without being run. */
  const nodesOf = (html) => [...new DOMParser().parseFromString(html, "text/html").body.childNodes];

  function ofPage(id) {
    const card = document.querySelector(`[data-place="${CSS.escape(id)}"]`);
    if (!card) return null;
    const copy = card.cloneNode(true);
    copy.querySelectorAll(".km, [data-map-show]").forEach((part) => part.remove());
    return [...copy.childNodes];
  }

  async function fetched(id) {
    const [code, slug] = id.split("/");
    if (!files.has(code)) files.set(code, read(`${fiches}${code}.json`));
    try {
      const html = (await files.get(code))[slug];
      return html ? nodesOf(html) : null;
    } catch {
      files.delete(code); // the network may come back
      return null;
    }
  }

  function make(name, text) {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  }

  /* Until the card comes, or when it does not. */
  function brief(point) {
    const title = make("h3", "");
    const link = make("a", nameOf(point));
    link.href = urlOf(point);
    title.append(link);
    return [title, make("p", communeOf(point))];
  }

  function show(nodes, name, from, lang) {
    turn++;
    opener = from;
    body.replaceChildren(...nodes);
    body.lang = lang;
    box.setAttribute("aria-label", name);
    box.hidden = false;
    box.scrollTop = 0;
    box.focus({ preventScroll: true });
    document.dispatchEvent(new Event("cards"));
  }

  function close() {
    if (box.hidden) return false;
    turn++;
    box.hidden = true;
    body.replaceChildren();
    onClose(opener());
    return true;
  }

  box.querySelector("[data-map-shut]").addEventListener("click", close);

  return {
    close,
    /* The card of one place. */
    async open(point, from) {
      const here = ofPage(idOf(point));
      show(here || brief(point), nameOf(point), from, here ? lang : "fr");
      const mine = turn;
      const nodes = here ? null : await fetched(idOf(point));
      if (!nodes || mine !== turn) return;
      body.replaceChildren(...nodes);
      body.querySelector("h3 a").href = urlOf(point); // in the language of the page
      document.dispatchEvent(new Event("cards"));
    },
    /* Several places at one spot: their names, each opens its card. */
    list(points, name, from, choose) {
      const list = document.createElement("ul");
      for (const point of points) {
        const item = document.createElement("li");
        const button = make("button", nameOf(point));
        Object.assign(button, { type: "button", className: "plain", lang: "fr" });
        button.addEventListener("click", () => choose(point));
        item.append(button);
        list.append(item);
      }
      show([make("h3", name), list], name, from, lang);
    },
    /* Some words, of a stop. */
    tell(name, text, from) {
      show([make("h3", name), make("p", text)], name, from, lang);
    },
  };
}
