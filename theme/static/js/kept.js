/* /hors-ligne/: the pages kept on this device, and the switch. The worker is told in hors-ligne.js. */

const root = new URL("../../", import.meta.url);
const prefix = `annuaire ${root.pathname} `;
const box = document.querySelector("[data-kept]");
const part = (name) => box.querySelector(`[data-${name}]`);

async function list() {
  const cache = await caches.open(`${prefix}pages`);
  const requests = (await cache.keys()).filter(({ url }) => url !== new URL("hors-ligne/", root).href);
  const lines = await Promise.all(requests.reverse().map(async (request) => {
    const copy = await cache.match(request);
    const page = new DOMParser().parseFromString(await copy.text(), "text/html");
    const link = document.createElement("a");
    link.href = request.url;
    link.textContent = page.querySelector("h1")?.textContent.trim() || request.url;
    const line = document.createElement("li");
    const day = new Date(copy.headers.get("x-kept")).toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long" });
    line.append(link, ` (${day})`);
    return line;
  }));
  part("list").replaceChildren(...lines);
  part("some").hidden = !lines.length;
  part("none").hidden = Boolean(lines.length);
}

/* Also done each time this page opens while it is off: a page that was loading may have been kept since. */
async function forget() {
  await (await navigator.serviceWorker.getRegistration(root))?.unregister();
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  await Promise.all(names.map((name) => caches.delete(name)));
}

async function show() {
  const off = localStorage.getItem("hors-ligne") === "non";
  part("on").hidden = off;
  part("off").hidden = !off;
  await (off ? forget() : list());
}

if ("serviceWorker" in navigator) {
  box.hidden = false;
  part("stop").addEventListener("click", async () => {
    localStorage.setItem("hors-ligne", "non");
    await show();
    part("start").focus();
  });
  part("start").addEventListener("click", async () => {
    localStorage.removeItem("hors-ligne");
    await navigator.serviceWorker.register(new URL("hors-ligne.js", root));
    await navigator.serviceWorker.ready;
    await show();
    part("stop").focus();
  });
  show();
}
