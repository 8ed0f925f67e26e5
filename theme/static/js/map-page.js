/* The cards of the page and the map, in step: what is chosen on one is shown on the other. */

export function pageCards(words, { make, idOf, isNamed }, { signal }) {
  const cards = [...document.querySelectorAll("[data-place]")];

  const mark = (id) => cards.forEach((card) => card.classList.toggle("chosen", card.dataset.place === id));

  function addButton(card, act) {
    const button = make("button", { type: "button", className: "plain", textContent: words.show, onclick: () => act(button) });
    const line = make("p", { className: "screen map-show" }, button);
    card.insertBefore(line, card.querySelector(":scope > .actions"));
    signal.addEventListener("abort", () => line.remove());
  }

  signal.addEventListener("abort", () => mark(""));
  return {
    choose: (point) => mark(point ? idOf(point) : ""),
    /* «Voir sur la carte» on each card of those places; `show(point, button)`. */
    offer(points, show) {
      const byId = new Map(points.filter(isNamed).map((point) => [idOf(point), point]));
      for (const card of cards) {
        const point = byId.get(card.dataset.place);
        if (point) addButton(card, (button) => show(point, button));
      }
    },
  };
}
