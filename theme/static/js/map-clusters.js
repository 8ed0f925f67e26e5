/* The points that can be seen, one marker each or one for several, drawn again when the map has moved. */

export function clusters(map, options, points, { words, tools, onPoint, onMany }) {
  const { button, rename, sort, number, setCurrent, tally, isNamed, nameOf, communeOf, keyOf, latLng } = tools;
  const markers = new Map(); // by key
  let index, chosen = "", focusAt = null, serial = 0;

  /* Of supercluster's features: {at, key, points()}, and for several `id`, `count`. */
  function itemOf({ geometry: { coordinates: [lon, lat] }, properties }) {
    const at = latLng({ lat, lon });
    if (!properties.cluster) return { at, key: keyOf(properties), points: () => [properties] };
    const { cluster_id: id, point_count: count } = properties;
    const points = () => index.getLeaves(id, Infinity).map((leaf) => leaf.properties);
    return { at, key: `${serial}:${id}`, id, count, points };
  }

  /* «Mairie, Labège»; of several where most of them are: «12 lieux vers Labège». */
  function nameOfItem({ points, count }) {
    const all = points();
    const areNamed = all.every(isNamed);
    if (!count && areNamed) return `${nameOf(all[0])}, ${communeOf(all[0])}`;
    const places = tally(all.map(areNamed ? communeOf : ({ table }) => table.name));
    const pattern = !count ? "unnamed" : places.length === 1 ? "at" : areNamed ? "near" : "wide";
    return words[pattern].replace("{n}", number(all.length)).replace("{name}", places[0][0]);
  }

  function open({ at, id, count, points }, name, byKey) {
    const zoom = count && index.getClusterExpansionZoom(id);
    if (!count) onPoint(points()[0]);
    else if (zoom > map.getMaxZoom()) onMany(points(), name);
    else {
      if (byKey) focusAt = at;
      map.setView(at, zoom);
    }
  }

  function add(item) {
    const { at, count } = item;
    const name = nameOfItem(item);
    const marker = button(at, {
      name,
      text: count ? number(count) : "",
      className: `place${count ? " many" : ""}${count > 99 ? " large" : ""}`,
      act: ({ byKey }) => open(item, name, byKey),
    });
    marker.item = item;
    return marker.addTo(map);
  }

  function mark(marker) {
    const is = chosen && marker.item.points().some((point) => keyOf(point) === chosen);
    marker.getElement().classList.toggle("chosen", Boolean(is));
    marker.setZIndexOffset(is ? 1000 : 0);
    setCurrent(marker.getElement(), is);
  }

  function draw() {
    const bounds = map.getBounds();
    const view = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    const items = index.getClusters(view, Math.round(map.getZoom())).map(itemOf);
    const keys = new Set(items.map(({ key }) => key));
    markers.forEach((marker, key) => {
      if (keys.has(key)) return;
      if (marker.getElement() === document.activeElement) map.getContainer().focus({ preventScroll: true });
      marker.remove();
      markers.delete(key);
    });
    for (const item of items) if (!markers.has(item.key)) markers.set(item.key, add(item));
    sort(map.getPane("markerPane"), markers.values());
    markers.forEach(mark);
    if (focusAt) closest(focusAt)?.getElement().focus({ preventScroll: true });
    focusAt = null;
  }

  const closest = (at) => [...markers.values()]
    .sort((a, b) => a.getLatLng().distanceTo(at) - b.getLatLng().distanceTo(at))[0];

  function take(shown) {
    serial++;
    const features = shown.map((point) => ({ geometry: { coordinates: [point.lon, point.lat] }, properties: point }));
    index = new Supercluster({ ...options, minZoom: map.getMinZoom() }).load(features);
    draw();
  }

  take(points);
  map.on("moveend", draw);
  return {
    /* Shows only those points from now on. */
    take,
    /* Marks a place; null: none. */
    choose(point) {
      chosen = point ? keyOf(point) : "";
      markers.forEach(mark);
    },
    /* What shows the point now, alone or with others; undefined when it is out of sight. */
    elementOf: (point) => [...markers.values()].find(({ item }) => item.points().includes(point))?.getElement(),
    /* Names have come: tell them. */
    rename: () => markers.forEach((marker) => rename(marker, nameOfItem(marker.item))),
  };
}
