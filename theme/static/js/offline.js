/* Asks the worker of /hors-ligne.js to keep the pages that are opened, and the list of their commune.
   It starts at the first sign of a reader: a page that is only loaded asks for nothing more.
   A reader says no on /hors-ligne/ (js/kept.js), which is all that is ever written in localStorage. */

const root = new URL("../../", import.meta.url);

function refused() {
  try {
    return localStorage.getItem("hors-ligne") === "non";
  } catch {
    return true;
  }
}

/* On a place page, the last step of the breadcrumb is the list of its commune. */
function pages() {
  const steps = [...document.querySelectorAll(".crumbs a")].map((link) => link.href);
  const here = location.href.replace(/[?#].*/, "");
  return here.startsWith(new URL("lieux/", root)) ? [here, ...steps.slice(2)] : [here];
}

async function begin() {
  await navigator.serviceWorker.register(new URL("hors-ligne.js", root));
  const { active } = await navigator.serviceWorker.ready;
  if (refused()) return; // the sign was the press of a key on the switch itself
  const files = performance.getEntriesByType("resource").map(({ name }) => name.replace(/#.*/, ""));
  const assets = new URL("assets/", root).href;
  active.postMessage({ pages: pages(), files: files.filter((name) => name.startsWith(assets)) });
}

if ("serviceWorker" in navigator && !refused()) {
  const signs = ["pointerdown", "keydown", "scroll"];
  const start = () => {
    signs.forEach((sign) => removeEventListener(sign, start));
    begin().catch(() => {}); // a private window, a full disk: the site works without
  };
  signs.forEach((sign) => addEventListener(sign, start, { passive: true }));
}
