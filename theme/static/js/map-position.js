/* «Autour de moi»: asked of the device at each press only, shown on the map, kept nowhere, sent nowhere. */

const FAR = 60_000; // metres: beyond, no place of this map is near
const NEAREST = 3;

/* `say(words)`; `points()`: those shown; `motion`: options of Leaflet. */
export function aroundMe(map, control, { words, latLng, points, say, motion }) {
  let here = null;

  function show({ coords }) {
    const at = L.latLng(coords.latitude, coords.longitude);
    const near = points().map((point) => latLng(point))
      .sort((a, b) => a.distanceTo(at) - b.distanceTo(at)).slice(0, NEAREST);
    if (!near.length || near[0].distanceTo(at) > FAR) {
      say(words.far);
      return;
    }
    say(words.here);
    if (here) here.remove();
    const icon = L.divIcon({ className: "map-here", iconSize: [24, 24] });
    here = L.marker(at, { icon, keyboard: false, interactive: false, alt: "" }).addTo(map);
    map.fitBounds(L.latLngBounds([at, ...near]), { padding: [44, 44], maxZoom: 16, ...motion });
  }

  control.hidden = !(navigator.geolocation && window.isSecureContext);
  control.addEventListener("click", () => {
    say(words.searching);
    navigator.geolocation.getCurrentPosition(
      show,
      (error) => say(error.code === 1 ? words.refused : words.unknown),
      { timeout: 15000, maximumAge: 600000 },
    );
  });
}
