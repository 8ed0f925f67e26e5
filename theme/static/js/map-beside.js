/* Places of other directories, which the page lists after its own: squares, with their number in the list. */

const NEAR = 44; // pixels: one square hides another

export function show(map, shell, word, { make, button, card }) {
  const all = [...document.querySelectorAll("[data-at]")].map((listed) => ({ listed, at: listed.dataset.at.split(",") }));
  const from = (one, other) => map.latLngToLayerPoint(one.at).distanceTo(map.latLngToLayerPoint(other.at));
  for (const place of all) {
    const title = place.listed.querySelector("h3").textContent.trim();
    const open = () => {
      const nodes = [place, ...all.filter((one) => one !== place && from(place, one) < NEAR)].flatMap(({ listed }) => {
        const copy = listed.cloneNode(true);
        copy.querySelector(".km").remove();
        return [...copy.childNodes];
      });
      card.show(nodes, title, () => marker.getElement());
    };
    const text = place.listed.querySelector(".number")?.textContent || "";
    const marker = button(place.at, { name: `${title}, ${word}`, text, className: "stop", act: open }).addTo(map);
  }
  const sign = make("span", { className: "map-marker stop" }, make("span", { textContent: "9" }));
  shell.querySelector(".map-legend").append(make("li", {}, sign, word));
}
