/* What several parts of the map need: elements, numbers, which is the one. */

export function make(name, values, ...children) {
  const element = Object.assign(document.createElement(name), values);
  element.append(...children);
  return element;
}

/* Our own HTML as nodes, never run. In a frame on another site the drawings are those of the page (plugins/embed):
   a sandbox lets none in from another file. */
export function parsed(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  if (document.querySelector("[data-frame]")) {
    body.querySelectorAll("use").forEach((use) => use.setAttribute("href", use.getAttribute("href").replace(/.*#/, "#i-")));
  }
  return body;
}

/* As the language of the page writes it: «1 234». */
const format = new Intl.NumberFormat(document.documentElement.lang); // once: making one is slow
export const number = (count) => format.format(count);

/* Says by itself, and to those who do not see, that this one is chosen. */
export function setCurrent(element, is) {
  if (is) element.setAttribute("aria-current", "true");
  else element.removeAttribute("aria-current");
}

/* [[thing, how often], …], the most frequent first. */
export function tally(things) {
  const counts = new Map();
  for (const thing of things) counts.set(thing, (counts.get(thing) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
