/* The points that can be seen, one marker each or one for several, drawn again when the map has moved.
   `tools`: what js/map.js takes from the other parts. */

export function clusters(map, options, points, { words, tools, onPoint, onMany }) {
  const { button, rename, sort, isNamed, nameOf, communeOf, keyOf } = tools;
  const markers = new Map(); // by key
  let index, chosen = "", focusAt = null, serial = 0;

  /* Of supercluster's features: {at, key, points()}, and for several `id`, `count`. */
  function itemOf({ geometry: { coordinates: [lon, lat] }, properties }) {
    const at = L.latLng(lat, lon);
    if (!properties.cluster) return { at, key: keyOf(properties), points: () => [properties] };
    const { cluster_id: id, point_count: count } = properties;
    const points = () => index.getLeaves(id, Infinity).map((leaf) => leaf.properties);
    return { at, key: `${serial}:${id}`, id, count, points };
  }

  const number = (count) => count.toLocaleString(document.documentElement.lang);

  /* Where most of them are: «12 lieux vers Labège». */
  function nameOfMany(item) {
    const points = item.points();
    const areNamed = points.every(isNamed);
    const counts = new Map();
    for (const point of points) {
      const where = areNamed ? communeOf(point) : point.table.name;
      counts.set(where, (counts.get(where) || 0) + 1);
    }
    const [[where]] = [...counts].sort((a, b) => b[1] - a[1]);
    const pattern = words[counts.size === 1 ? "at" : areNamed ? "near" : "wide"];
    return pattern.replace("{n}", number(item.count)).replace("{name}", where);
  }

  const nameOfOne = (point) => (isNamed(point) ? `${nameOf(point)}, ${communeOf(point)}` : words.unnamed.replace("{name}", point.table.name));
  const nameOfItem = (item) => (item.count ? nameOfMany(item) : nameOfOne(item.points()[0]));

  function open(item, byKey) {
    const zoom = item.count && index.getClusterExpansionZoom(item.id);
    if (!item.count) onPoint(item.points()[0]);
    else if (zoom > map.getMaxZoom()) onMany(item.points(), nameOfMany(item));
    else {
      if (byKey) focusAt = item.at;
      map.setView(item.at, zoom);
    }
  }

  function add(item) {
    const { at, count } = item;
    const marker = button(at, {
      name: nameOfItem(item),
      text: count ? number(count) : "",
      className: `place${count ? " many" : ""}${count > 99 ? " large" : ""}`,
      act: ({ byKey }) => open(item, byKey),
    });
    marker.item = item;
    return marker.addTo(map);
  }

  function mark(marker) {
    const is = Boolean(chosen) && marker.item.points().some((point) => keyOf(point) === chosen);
    const element = marker.getElement();
    element.classList.toggle("chosen", is);
    marker.setZIndexOffset(is ? 1000 : 0);
    if (is) element.setAttribute("aria-current", "true");
    else element.removeAttribute("aria-current");
  }

  function draw() {
    const bounds = map.getBounds();
    const view = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    const items = new Map(index.getClusters(view, Math.round(map.getZoom())).map(itemOf).map((item) => [item.key, item]));
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
    index = new Supercluster(options).load(shown.map((point) => ({ geometry: { coordinates: [point.lon, point.lat] }, properties: point })));
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
    markerOf: (point) => [...markers.values()].find(({ item }) => item.points().includes(point)),
    /* Names have come: tell them. */
    rename: () => markers.forEach((marker) => rename(marker, nameOfItem(marker.item))),
  };
}
