/* The door of a map (components/map.html): nothing of it is fetched before the reader asks. */

const make = (name, values) => Object.assign(document.createElement(name), values);

const load = (element) => new Promise((resolve, reject) => {
  element.onload = resolve;
  element.onerror = reject;
  document.head.append(element);
});

/* What it needs, once: its styles, its classic scripts in order, its module; words and points come meanwhile. */
function fetchAll({ styles, scripts, runtime, shell, points }, tries) {
  for (const href of tries ? [] : `${shell} ${points}`.trim().split(" ")) {
    document.head.append(make("link", { rel: "preload", as: "fetch", crossOrigin: "anonymous", href }));
  }
  return Promise.all([
    import(new URL(`${runtime}${tries ? `?${tries}` : ""}`, location.href).href), // a module that failed is never asked for again
    ...styles.split(" ").map((href) => load(make("link", { rel: "stylesheet", href }))),
    ...scripts.split(" ").map((src) => load(make("script", { src, async: false }))),
  ]).then(([module]) => module);
}

document.querySelectorAll("[data-map]").forEach((section) => {
  const button = section.querySelector("[data-map-open]");
  const status = section.querySelector("[data-map-status]");
  const { loading, failed } = status.dataset;
  let files, busy = false, tries = 0;
  button.hidden = false;
  button.addEventListener("click", async () => {
    if (busy) return;
    busy = true;
    status.textContent = loading;
    try {
      files = files || fetchAll(section.dataset, tries);
      await (await files).open(section);
      status.textContent = "";
    } catch {
      files = null; // the network may come back
      tries++;
      status.textContent = failed;
    }
    busy = false;
  });
});
