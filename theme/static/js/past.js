/* Removes what is past by the reader's own clock: [data-to] with a moment («2026-12-01T12:30+01:00»), then
   each [data-group] that is left without any. A [data-dated] without any shows its [data-past];
   one that only has some in its folded [data-rest] opens it for good.
   On paper, says on which day it was printed ([data-printed], base.html): nothing on a sheet tells it later. */

const DATED = "[data-to*=T]";

export function forget(root, now) {
  for (const item of root.querySelectorAll(DATED)) if (Date.parse(item.dataset.to) <= now) item.remove();
  for (const group of root.querySelectorAll("[data-group]")) if (!group.querySelector(DATED)) group.remove();
  for (const list of root.querySelectorAll("[data-dated]")) {
    const left = [...list.querySelectorAll(DATED)];
    if (!left.length) for (const words of list.querySelectorAll("[data-past]")) words.hidden = false;
    const rest = list.querySelector("[data-rest]");
    if (!rest || left.some((item) => !rest.contains(item))) continue;
    if (left.length) rest.firstElementChild.hidden = rest.open = true;
    else rest.remove();
  }
}

function date() {
  const said = document.querySelector("[data-printed]");
  if (!said) return;
  const { lang } = document.documentElement;
  const format = new Intl.DateTimeFormat(lang, { day: "numeric", month: "long", year: "numeric" });
  said.querySelector("time").textContent = format.format(new Date()).replace(/^1(?= )/, lang === "fr" ? "1er" : "1");
  said.hidden = false;
}

if (typeof document !== "undefined") {
  const refresh = () => document.hidden || forget(document, Date.now());
  refresh();
  setInterval(refresh, 6e4);
  addEventListener("pageshow", refresh);
  addEventListener("beforeprint", date);
  document.addEventListener("visibilitychange", refresh);
}
