/* In words what the map shows: how many places, and links to those nearest to its centre. */

const MOST = 20;

export function list(map, shell, { words, tools, urlOf, root, onPoint }) {
  const { make, number, setCurrent, tally, isNamed, nameOf, communeOf, keyOf, latLng } = tools;
  const status = shell.querySelector("[data-map-count]");
  const links = shell.querySelector("[data-map-links]");
  let chosen = "";

  /* Each part in its own direction: a French name in a list that reads from the right. */
  const line = (href, textContent, more) => make("li", {},
    make("a", { href, textContent, lang: "fr", dir: "auto" }), ", ", make("span", { className: "quiet", textContent: more, dir: "auto" }));

  function lineOf(point) {
    const item = line(urlOf(point), nameOf(point), communeOf(point));
    const link = item.firstChild;
    link.dataset.key = keyOf(point);
    link.onfocus = link.onmouseenter = () => onPoint(point);
    link.onblur = link.onmouseleave = () => onPoint(null);
    return item;
  }

  function ofPlaces(points) {
    const centre = map.getCenter();
    return points.map((point) => [latLng(point).distanceTo(centre), point])
      .sort((a, b) => a[0] - b[0]).slice(0, MOST).map(([, point]) => lineOf(point));
  }

  /* Too many, or too far away to have names: the départements. */
  const ofTables = (points) => tally(points.map(({ table }) => table)).slice(0, MOST)
    .map(([{ code, name }, count]) => line(`${root}/territoires/${code}/`, name,
      words[count > 1 ? "many" : "one"].replace("{n}", number(count))));

  const mark = () => links.querySelectorAll("a").forEach((link) => setCurrent(link, link.dataset.key === chosen));

  return {
    /* `points`: those in sight. */
    show(points) {
      const { length } = points;
      const told = words[length > 1 ? "seen" : length ? "seenOne" : "seenNone"].replace("{n}", number(length));
      if (told !== status.textContent) status.textContent = told;
      links.replaceChildren(...(points.every(isNamed) ? ofPlaces : ofTables)(points));
      mark();
    },
    /* Marks a place; null: none. */
    choose(point) {
      chosen = point ? keyOf(point) : "";
      mark();
    },
  };
}
