/* Given by `annuaire serve` alone, never published: shows a page again when it changed, and says what
   is wrong with a record while the page stays as it was. */
(() => {
  if (top !== self) return;
  const { stamp } = document.currentScript.dataset;
  const address = `/.annuaire/suivi?${new URLSearchParams({ page: location.pathname, stamp })}`;
  let source = null;

  /* A hidden tab is not followed: a browser opens few connections to one server. */
  function follow() {
    source?.close();
    source = document.hidden ? null : new EventSource(address);
    source?.addEventListener("page", () => location.reload());
    source?.addEventListener("faults", ({ data }) => show(JSON.parse(data)));
  }

  function show(faults) {
    document.getElementById("suivi")?.remove();
    if (!faults.length) return;
    const box = document.createElement("section");
    box.id = "suivi";
    box.lang = "fr";
    box.dir = "ltr";
    box.setAttribute("role", "alert");
    box.style.cssText = "position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;z-index:9999;padding:1rem 1.5rem;border-top:4px solid #b00020;background:#fff;color:#1a1a1a;font:1rem/1.5 system-ui,sans-serif";
    const title = document.createElement("strong");
    title.textContent = "Le site n'a pas changé. Corrigez, enregistrez : il sera construit à nouveau.";
    const list = document.createElement("ul");
    for (const fault of faults) {
      const line = document.createElement("li");
      line.textContent = fault;
      list.append(line);
    }
    box.append(title, list);
    document.body.append(box);
  }

  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", ({ persisted }) => persisted && follow());
  follow();
})();
