/* A marker is a button: it has a name, is reached with Tab, and Enter or Space act as a click. */

const SIZE = 44; // pixels: room for a finger

const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const STEP = 80;

export function button(latLng, { name, text = "", className, act }) {
  const shape = document.createElement("span");
  shape.textContent = text;
  const marker = L.marker(latLng, {
    icon: L.divIcon({ className: `map-marker ${className}`, html: shape, iconSize: [SIZE, SIZE] }),
    title: name,
    riseOnHover: true,
  });
  marker.on("click", act);
  marker.on("add", () => {
    const element = marker.getElement();
    element.setAttribute("aria-label", name);
    element.addEventListener("keydown", (event) => onKey(event, marker));
  });
  return marker;
}

export function rename(marker, name) {
  const element = marker.getElement();
  element.title = name;
  element.setAttribute("aria-label", name);
}

function onKey(event, marker) {
  const map = marker._map;
  if (event.key === "Enter" || event.key === " ") marker.fire("click", { byKey: true });
  else if (MOVES[event.key]) map.panBy(MOVES[event.key].map((part) => part * STEP));
  else if (event.key === "+") map.zoomIn();
  else if (event.key === "-") map.zoomOut();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/* Tab goes as one reads: from north to south, then from west to east. The one with the focus stays where
   it is, since moving it would lose the focus. */
export function sort(pane, markers) {
  const inOrder = [...markers]
    .map((marker) => ({ at: marker._map.latLngToLayerPoint(marker.getLatLng()), element: marker.getElement() }))
    .sort((a, b) => Math.floor(a.at.y / SIZE) - Math.floor(b.at.y / SIZE) || a.at.x - b.at.x)
    .map(({ element }) => element);
  const fixed = inOrder.indexOf(document.activeElement);
  inOrder.forEach((element, i) => {
    if (i < fixed) pane.insertBefore(element, inOrder[fixed]);
    else if (i !== fixed) pane.append(element);
  });
}
