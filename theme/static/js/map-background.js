/* What lies under the places: tiles, or our outlines when tiles do not come; a territory; a round. */

const LEVELS = ["departement", "epci", "commune"];

/* Adds the layer of tiles; `fail` is called once, when more tiles fail than come. */
export function addTiles(map, layer, fail) {
  let came = 0, failed = 0;
  function giveUp() {
    layer.off("tileerror", onError).remove();
    fail();
  }
  function onError() {
    failed++;
    if (failed > 2 && failed > came) giveUp();
  }
  layer.on("tileload", () => { came++; });
  layer.on("tileerror", onError);
  layer.addTo(map);
  /* A layer drawn from one file (protomaps) does not say that it does not come. */
  const { url } = layer.options;
  if (url) fetch(url, { method: "HEAD" }).then(({ ok }) => ok || giveUp(), giveUp);
}

export const draw = (map, rings, className) => L.polygon(rings, { className, interactive: false }).addTo(map);

/* One line a level, the widest on top, under the territory of the page. */
export function addOutlines(map, shapes, { className, attribution }) {
  for (const level of LEVELS) {
    const rings = shapes.filter(({ kind }) => kind === level).flatMap((shape) => shape.rings);
    if (rings.length) draw(map, rings, `${className} ${level}`).bringToBack();
  }
  map.attributionControl.addAttribution(attribution || "");
}

/* `stops`: [{lat, lon, nom, words}]. No line joins them: they are those of several days, not a way that anybody
   drives. `marker` makes one: js/map-markers.js. */
export function addRound(map, stops, marker) {
  stops.forEach((stop, i) => marker(stop, i + 1).addTo(map));
}
