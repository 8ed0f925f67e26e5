/* In words what the map shows: how many places, and links to those nearest to its centre. */

const MOST = 20;

export function list(map, shell, { words, tools, urlOf, root, onPoint }) {
  const { isNamed, nameOf, communeOf, keyOf, latLng } = tools;
  const status = shell.querySelector("[data-map-count]");
  const links = shell.querySelector("[data-map-links]");
  let chosen = "";
  const number = (count) => count.toLocaleString(document.documentElement.lang);

  function line(address, name, more, lang) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const rest = document.createElement("span");
    link.href = address;
    link.textContent = name;
    link.lang = lang;
    rest.className = "quiet";
    rest.textContent = more;
    item.append(link, ", ", rest);
    return { item, link };
  }

  function ofPlaces(points) {
    const centre = map.getCenter();
    const near = points.map((point) => ({ point, metres: latLng(point).distanceTo(centre) }))
      .sort((a, b) => a.metres - b.metres).slice(0, MOST);
    return near.map(({ point }) => {
      const { item, link } = line(urlOf(point), nameOf(point), communeOf(point), "fr");
      link.dataset.key = keyOf(point);
      for (const sign of ["focus", "mouseenter"]) link.addEventListener(sign, () => onPoint(point));
      for (const sign of ["blur", "mouseleave"]) link.addEventListener(sign, () => onPoint(null));
      return item;
    });
  }

  /* Too many, or too far away to have names: the départements. */
  function ofTables(points) {
    const counts = new Map();
    for (const { table } of points) counts.set(table, (counts.get(table) || 0) + 1);
    const most = [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST);
    return most.map(([table, count]) => line(`${root}/territoires/${table.code}/`, table.name,
      words[count > 1 ? "many" : "one"].replace("{n}", number(count)), "fr").item);
  }

  function mark() {
    for (const link of links.querySelectorAll("a")) {
      if (chosen && link.dataset.key === chosen) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  return {
    /* `points`: those in sight. */
    show(points) {
      const { length } = points;
      const told = words[length > 1 ? "seen" : length ? "seenOne" : "seenNone"].replace("{n}", number(length));
      if (told !== status.textContent) status.textContent = told;
      links.replaceChildren(...(points.every(isNamed) ? ofPlaces : ofTables)(points));
      mark();
    },
    choose(point) {
      chosen = point ? keyOf(point) : "";
      mark();
    },
  };
}
