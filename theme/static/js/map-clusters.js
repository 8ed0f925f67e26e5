/* The points that can be seen, one marker each or one for several, drawn again when the map has moved.
   Of a whole country only wide views are grouped at first: near views, those of a part, when they are asked. */

const MANY = 2000; // points: above, near views wait
const WIDE = 8; // the last zoom of a wide view
const SAMPLE = 100; // points that give a group its name

export function clusters(map, options, points, { words, tools, isAway, onPoint, onMany }) {
  const { button, rename, sort, number, setCurrent, tally, isNamed, nameOf, communeOf, keyOf, latLng } = tools;
  const markers = new Map(); // by key
  let all = [], wide, near, chosen = "", focusAt = null, serial = 0;

  /* Of supercluster's features: {at, key, points()}, and for several `id`, `count`. */
  function itemOf({ geometry: { coordinates: [lon, lat] }, properties }, { index, name }) {
    const at = latLng({ lat, lon });
    if (!properties.cluster) return { at, key: keyOf(properties), points: () => [properties] };
    const { cluster_id: id, point_count: count } = properties;
    const points = (most = Infinity) => index.getLeaves(id, most).map((leaf) => leaf.properties);
    return { at, key: `${name}:${id}`, count, points, nextZoom: () => index.getClusterExpansionZoom(id) };
  }

  /* «Mairie, Labège»; of several where most of them are: «12 lieux vers Labège». */
  function nameOfItem({ points, count }) {
    const some = points(SAMPLE);
    const areNamed = some.every(isNamed);
    if (!count && areNamed) return `${nameOf(some[0])}, ${communeOf(some[0])}${some[0].isApproximate ? words.approximate : ""}`;
    const places = tally(some.map(areNamed ? communeOf : ({ table }) => table.name));
    const pattern = !count ? "unnamed" : places.length === 1 ? "at" : areNamed ? "near" : "wide";
    return words[pattern].replace("{n}", number(count || 1)).replace("{name}", places[0][0]);
  }

  function open({ at, count, points, nextZoom }, name, byKey) {
    const zoom = count && nextZoom();
    if (!count) onPoint(points()[0]);
    else if (zoom > map.getMaxZoom()) onMany(points(), name);
    else {
      if (byKey) focusAt = at;
      map.setView(at, zoom);
    }
  }

  function add(item) {
    const { at, count, points: inside } = item;
    const name = nameOfItem(item);
    const rough = inside(SAMPLE).every(({ isApproximate }) => isApproximate) ? " approximate" : "";
    const away = inside(SAMPLE).every(isAway) ? " away" : "";
    const marker = button(at, {
      name,
      text: count ? number(count) : "",
      className: `place${count ? " many" : ""}${away}${rough}${count > 99 ? " large" : ""}`,
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

  const grouped = (features, minZoom, maxZoom) => ({
    index: new Supercluster({ ...options, minZoom, maxZoom }).load(features),
    name: ++serial,
  });

  /* What groups the points at this zoom, in these bounds. */
  function groups(zoom, bounds) {
    if (all.length <= MANY || zoom <= WIDE) return wide;
    if (!near?.bounds.contains(bounds)) {
      const around = bounds.pad(0.5);
      const inside = all.filter(({ properties }) => around.contains(latLng(properties)));
      near = { ...grouped(inside, WIDE + 1, options.maxZoom), bounds: around };
    }
    return near;
  }

  function draw() {
    const [bounds, zoom] = [map.getBounds(), Math.round(map.getZoom())];
    const view = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    const group = groups(zoom, bounds);
    const items = group.index.getClusters(view, zoom).map((feature) => itemOf(feature, group));
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
    all = shown.map((point) => ({ geometry: { coordinates: [point.lon, point.lat] }, properties: point }));
    wide = grouped(all, map.getMinZoom(), all.length > MANY ? WIDE : options.maxZoom);
    near = null;
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
