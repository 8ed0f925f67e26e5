/* The map that a reader asked for: puts its parts together. js/map-door.js calls `open`; the script that
   folium renders (`window.annuaireMap`) says what the map is made of and calls `runtime`, below. */

import { read, departements, country, outlines, shape, isNamed, nameOf, communeOf, isIn, idOf, keyOf, latLng, meets } from "./map-data.js";
import { make, number, parsed, setCurrent, tally } from "./map-make.js";
import { addTiles, addOutlines, addRound, draw } from "./map-background.js";
import { button, rename, sort } from "./map-markers.js";
import { clusters } from "./map-clusters.js";
import { panel } from "./map-card.js";
import { list } from "./map-list.js";
import { pageCards } from "./map-page.js";
import { aroundMe } from "./map-position.js";
import { fullScreen } from "./map-screen.js";

const CLOSE_LOOK = 16; // the zoom at which a place is shown
const ROOM = 30; // pixels around a marker
const CUT = -0.15; // so much of each side of the picture may be out of sight, for a closer look at the territory
const WIDE = 831; // pixels: above, the list stands beside the map (map.css)
const FEW = 200, FEW_TABLES = 4; // of so many points in sight the names are fetched
const STILL = { fadeAnimation: false, zoomAnimation: false, markerZoomAnimation: false, inertia: false };

const split = (text, sign = " ") => (text ? text.split(sign) : []);

/* Resolves when the first markers are there; when those cannot come it throws, and nothing is left. */
export async function open(section) {
  const { dataset } = section;
  const body = parsed((await read(dataset.shell)).html);
  const words = JSON.parse(body.querySelector("script").textContent);
  const shell = body.firstElementChild;
  const part = (name) => shell.querySelector(`[data-map-${name}]`);
  const [view, shut, notice] = ["view", "close", "notice"].map(part);
  const door = section.querySelector("[data-map-open]");
  const gone = new AbortController();
  const motion = matchMedia("(prefers-reduced-motion: reduce)").matches ? { animate: false } : {};
  const tools = { make, number, parsed, setCurrent, tally, read, button, rename, sort, isNamed, nameOf, communeOf, idOf, keyOf, latLng };
  const urlOf = (point) => `${dataset.root}${dataset.prefix}/lieux/${idOf(point)}/`;
  const say = (text) => { notice.textContent = text; };
  const page = pageCards(words, tools, gone);
  const onClose = (marker) => {
    keep(home);
    (marker || view).focus({ preventScroll: true });
  };
  const card = panel(part("card"), { tools, urlOf, fiches: dataset.fiches, onClose });
  let layer, names, ready, fallback = () => {}, shown = [], back = null;
  let home = null, kept = null; // the place of the page; the one that stays chosen

  function choose(point) {
    for (const one of [layer, names, page]) one?.choose(point);
  }

  function keep(point) {
    kept = point;
    choose(point);
  }

  async function openCard(point) {
    if (!isNamed(point)) await point.table.load();
    if (!isNamed(point)) return say(words.offline);
    keep(point);
    if (await card.open(point, () => layer.elementOf(point))) keepClear(latLng(point));
  }

  /* Moves the map so that the card does not hide the place. */
  function keepClear(at) {
    const [frame, box] = [view, part("card")].map((element) => element.getBoundingClientRect());
    const { x, y } = map.latLngToContainerPoint(at);
    const [left, top] = [box.left - frame.left, box.top - frame.top];
    if (x < left - ROOM || y < top - ROOM) return;
    map.panBy(left > frame.width / 4 ? [x - left + 2 * ROOM, 0] : [0, y - top / 2], motion);
  }

  function showOnMap(point, from) {
    card.close();
    map.setView(latLng(point), Math.max(map.getZoom(), CLOSE_LOOK), { animate: false });
    keep(point);
    shell.scrollIntoView({ block: "nearest" });
    layer.elementOf(point)?.focus({ preventScroll: true });
    back = from;
  }

  /* Says what is in sight; fetches its names when there are few. */
  async function tell() {
    const bounds = map.getBounds();
    const [west, south, east, north] = bounds.toBBoxString().split(",").map(Number);
    const seen = shown.filter(({ lat, lon }) => south <= lat && lat <= north && west <= lon && lon <= east);
    names.show(seen);
    const unnamed = new Set(seen.filter((point) => !isNamed(point)).map(({ table }) => table));
    if (!unnamed.size || seen.length > FEW || unnamed.size > FEW_TABLES) return;
    await Promise.all([...unnamed].map((table) => table.load()));
    if (gone.signal.aborted) return;
    layer.rename();
    if (bounds.equals(map.getBounds())) names.show(seen);
  }

  async function addPoints({ details, ...options }) {
    const points = await (details ? country(dataset.points, details) : departements(split(dataset.points)));
    let asked = split(location.hash.slice(1), "+");
    const filter = () => { shown = points.filter((point) => meets(point, asked)); };
    filter();
    const [kind, code] = split(dataset.area, "/");
    const isAway = (point) => dataset.stops || (kind === "commune" && !isIn(point, code));
    const onMany = (several, name) => card.list(several, name, () => layer.elementOf(several[0]), openCard);
    layer = clusters(map, options, shown, { words, tools, isAway, onPoint: openCard, onMany });
    names = list(map, shell, { words, tools, urlOf, root: dataset.root, onPoint: (point) => choose(point || kept) });
    tell();
    map.on("moveend", tell);
    document.addEventListener("filter", ({ detail }) => {
      if (detail.join() === asked.join()) return;
      asked = detail;
      filter();
      layer.take(shown);
      tell();
    }, gone);
    home = points.find((point) => isNamed(point) && idOf(point) === dataset.chosen) || null;
    keep(home);
    page.offer(points, showOnMap);
  }

  function stopMarker(stop, number) {
    const name = words.stop.replace("{n}", number).replace("{name}", stop.nom);
    const act = () => card.tell(name, stop.words, () => marker.getElement());
    const marker = button([stop.lat, stop.lon], { name, text: number, className: "stop", act });
    return marker;
  }

  function firstView() {
    const [south, west, north, east] = dataset.bounds.split(",").map(Number);
    return L.latLngBounds([[south, west], [north, east]]);
  }

  const look = (leaflet, bounds) => leaflet.fitBounds(bounds, { animate: false, maxZoom: CLOSE_LOOK });

  const runtime = {
    background(leaflet, tiles) {
      leaflet.getPane("overlayPane").ariaHidden = "true"; // lines, which say nothing aloud
      if (dataset.bounds) look(leaflet, firstView());
      if (tiles) addTiles(leaflet, tiles, () => fallback(words.noTiles));
      else Promise.resolve().then(() => fallback(""));
    },
    outlines(leaflet, options) {
      fallback = (told) => outlines(split(dataset.outlines)).then((found) => addOutlines(leaflet, found, options))
        .then(() => say(told), () => say(words.noBackground));
    },
    area(leaflet, { className }) {
      if (!dataset.shape) return;
      const own = draw(leaflet, shape(dataset.shape), className).getBounds();
      if (dataset.bounds) look(leaflet, firstView().pad(CUT).extend(own));
    },
    round(leaflet) {
      if (dataset.stops) addRound(leaflet, JSON.parse(dataset.stops), stopMarker);
    },
    points(_, options) {
      ready = Promise.resolve(options).then(addPoints); // once `map` is there
    },
  };

  function close() {
    gone.abort();
    map.remove();
    shell.remove();
    section.classList.remove("is-open");
    delete dataset.mapReady;
    door.hidden = false;
    door.focus();
  }

  /* From the card to its marker; from the map to the way out, or to the card of the page that led here. */
  function onEscape(event) {
    if (event.key !== "Escape") return;
    if (!card.close()) (back?.isConnected ? back : shut).focus();
    back = null;
    event.preventDefault();
  }

  section.append(shell);
  section.classList.add("is-open");
  door.hidden = true;
  part("list").open = shell.clientWidth > WIDE;
  if (motion.animate === false) L.Map.mergeOptions(STILL);
  const map = window.annuaireMap(view, runtime);
  const zoom = L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
  part("tools").prepend(zoom.getContainer()); // above the map it hides no place
  try {
    await ready;
  } catch (error) {
    close();
    throw error;
  }
  aroundMe(map, part("around"), { words, latLng, points: () => shown, say, motion });
  fullScreen(shell, part("screen"), gone);
  const size = new ResizeObserver(() => map.invalidateSize({ animate: false }));
  size.observe(view);
  gone.signal.addEventListener("abort", () => size.disconnect());
  shell.addEventListener("keydown", onEscape);
  part("skip").addEventListener("click", (event) => {
    event.preventDefault(); // the address keeps the filters of the page
    part("after").focus();
  });
  shut.addEventListener("click", close);
  if (dataset.beside) (await import(dataset.beside)).show(map, shell, dataset.besideWord, { make, button, card });
  shell.scrollIntoView({ block: "nearest" });
  view.focus({ preventScroll: true });
  dataset.mapReady = "";
  performance.mark("carte");
}
