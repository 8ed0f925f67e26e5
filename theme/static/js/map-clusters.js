/* The points that can be seen, one marker each or one for several, drawn again when the map has moved.
   `tools`: what js/map.js takes from the other parts. */

export function clusters(map, options, points, { words, tools, onPoint, onMany }) {
  const { button, rename, sort, isNamed, nameOf, communeOf, keyOf, latLng } = tools;
  const markers = new Map(); // by key
  let index, chosen = "", focusAt = null, serial = 0;

  const isMany = ({ properties }) => Boolean(properties && properties.cluster);
  const leaves = (item) => (isMany(item) ? index.getLeaves(item.properties.cluster_id, Infinity) : [item]);
  const keyOfItem = (item) => (isMany(item) ? `${serial}:${item.properties.cluster_id}` : keyOf(item));
  const number = (count) => count.toLocaleString(document.documentElement.lang);

  /* Where most of them are: «12 lieux vers Labège». */
  function nameOfMany(item) {
    const points = leaves(item);
    const areNamed = points.every(isNamed);
    const counts = new Map();
    for (const point of points) {
      const where = areNamed ? communeOf(point) : point.table.name;
      counts.set(where, (counts.get(where) || 0) + 1);
    }
    const [[where]] = [...counts].sort((a, b) => b[1] - a[1]);
    const pattern = words[counts.size === 1 ? "at" : areNamed ? "near" : "wide"];
    return pattern.replace("{n}", number(points.length)).replace("{name}", where);
  }

  const nameOfOne = (point) => (isNamed(point) ? `${nameOf(point)}, ${communeOf(point)}` : words.unnamed.replace("{name}", point.table.name));
  const nameOfItem = (item) => (isMany(item) ? nameOfMany(item) : nameOfOne(item));

  function open(item, byKey) {
    if (!isMany(item)) {
      onPoint(item);
      return;
    }
    const zoom = index.getClusterExpansionZoom(item.properties.cluster_id);
    if (zoom > map.getMaxZoom()) {
      onMany(leaves(item), nameOfMany(item));
      return;
    }
    if (byKey) focusAt = latLng(item);
    map.setView(latLng(item), zoom);
  }

  function add(item) {
    const many = isMany(item);
    const size = many ? ` many${item.properties.point_count > 99 ? " large" : ""}` : "";
    const marker = button(latLng(item), {
      name: nameOfItem(item),
      text: many ? number(item.properties.point_count) : "",
      className: `place${size}`,
      act: ({ byKey }) => open(item, byKey),
    });
    marker.item = item;
    return marker.addTo(map);
  }

  function mark(marker) {
    const is = leaves(marker.item).some((point) => keyOf(point) === chosen);
    const element = marker.getElement();
    element.classList.toggle("chosen", is);
    marker.setZIndexOffset(is ? 1000 : 0);
    if (is) element.setAttribute("aria-current", "true");
    else element.removeAttribute("aria-current");
  }

  function draw() {
    const bounds = map.getBounds();
    const view = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    const items = new Map(index.getClusters(view, Math.round(map.getZoom())).map((item) => [keyOfItem(item), item]));
    for (const [key, marker] of markers) {
      if (items.has(key)) continue;
      if (marker.getElement() === document.activeElement) map.getContainer().focus({ preventScroll: true });
      marker.remove();
      markers.delete(key);
    }
    for (const [key, item] of items) if (!markers.has(key)) markers.set(key, add(item));
    sort(map.getPane("markerPane"), markers.values());
    markers.forEach(mark);
    if (focusAt) closest(focusAt)?.getElement().focus({ preventScroll: true });
    focusAt = null;
  }

  const closest = (at) => [...markers.values()]
    .sort((a, b) => a.getLatLng().distanceTo(at) - b.getLatLng().distanceTo(at))[0];

  function show(shown) {
    serial++;
    index = new Supercluster(options).load(shown);
  }

  show(points);
  map.on("moveend", draw);
  return {
    draw,
    /* Only those points from now on. */
    only(shown) {
      show(shown);
      draw();
    },
    /* Marks a place; null: none. */
    choose(point) {
      chosen = point ? keyOf(point) : "";
      markers.forEach(mark);
    },
    /* The marker that shows the point now, alone or with others; undefined when it is out of sight. */
    markerOf: (point) => [...markers.values()].find(({ item }) => leaves(item).some((leaf) => leaf === point)),
    /* Names have come: tell them. */
    rename: () => markers.forEach((marker) => rename(marker, nameOfItem(marker.item))),
  };
}
