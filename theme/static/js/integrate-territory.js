/* Which territory: a commune by its name or postcode, then alone, with others, or its whole EPCI or département. */

const make = (name, properties, ...inside) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inside);
  return element;
};

export function territoryPicker(box, root, words, say, changed) {
  const input = box.querySelector("#commune");
  const [told, results, extents, list] = ["told", "results", "extents", "added"].map((name) => box.querySelector(`[data-${name}]`));
  const files = new Map();
  let lookup;
  let communes = [];
  let options = [];
  let turn = 0;

  function departement(code) {
    if (!files.has(code)) {
      files.set(code, fetch(new URL(`integrer/communes/${code}.json`, root)).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer))));
      files.get(code).catch(() => files.delete(code));
    }
    return files.get(code);
  }

  function open() {
    const at = (path) => new URL(path.replace(/^\//, ""), root).href;
    lookup = lookup || import(at(box.dataset.lookup)).then((module) => module.open(at(box.dataset.index)));
    lookup.catch(() => { lookup = null; });
    return lookup;
  }

  /* «31/labege» → its record, or nothing. */
  async function communeAt(path) {
    const [code, slug] = path.split("/");
    const { nom, epcis, communes: known } = await departement(code);
    const found = Object.entries(known).find(([, [its]]) => its === slug);
    if (!found) return null;
    const [insee, [, name, siren, isFramed]] = found;
    return { insee, path, name, isFramed, departement: { path: code, name: nom }, epci: siren && { path: `epci/${siren}`, name: epcis[siren] } };
  }

  function showExtents(chosen) {
    extents.textContent = "";
    options.forEach((option, number) => {
      const radio = make("input", { type: "radio", name: "etendue", value: number, checked: number === chosen });
      extents.append(make("label", { className: "pick" }, radio, make("span", {}, option.words)));
    });
    list.textContent = "";
    communes.forEach((commune) => {
      const button = make("button", { type: "button", className: "button" }, say(words.remove, commune));
      button.addEventListener("click", () => {
        communes = communes.filter((other) => other !== commune);
        refresh();
        input.focus();
      });
      list.append(make("li", {}, button));
    });
    changed();
  }

  function refresh() {
    const [first] = communes;
    if (!first) {
      options = [];
      told.textContent = "";
      showExtents(0);
      return;
    }
    const framed = communes.filter((commune) => commune.isFramed);
    const name = framed.map((commune) => commune.name).join(", ");
    options = framed.slice(0, 1).map((commune) => (
      { ...commune, name, words: say(words.with, { name }), extra: framed.slice(1).map(({ insee }) => `avec-${insee}`) }));
    if (communes.length === 1 || !framed.length) {
      if (first.epci) options.push({ ...first.epci, words: say(words.all, first.epci), extra: [] });
      options.push({ ...first.departement, words: say(words.all, first.departement), extra: [] });
    }
    showExtents(0);
  }

  async function choose(path) {
    const commune = await communeAt(path);
    if (!commune) throw new RangeError(path);
    if (!communes.some(({ insee }) => insee === commune.insee)) communes.push(commune);
    results.textContent = "";
    input.value = "";
    refresh();
    told.textContent = say(commune.isFramed ? words.chosen : words.empty, commune);
  }

  async function suggest() {
    const mine = ++turn;
    const typed = input.value.trim();
    const found = typed[1] ? await open().then((index) => index.find(typed)).catch(() => null) : { places: [] };
    if (mine !== turn) return;
    const places = found ? found.places.slice(0, 7) : [];
    results.textContent = "";
    for (const place of places) {
      const button = make("button", { type: "button", className: "button" }, make("b", {}, place.name), ` ${place.area}`);
      button.addEventListener("click", () => choose(place.path.replace(/^territoires\/|\/$/g, ""))
        .then(() => input.focus(), () => { told.textContent = words.lost; }));
      results.append(make("li", {}, button));
    }
    const count = places.length > 1 ? say(words.found, { n: places.length }) : places.length ? words.one : words.nothing;
    told.textContent = !found ? words.lost : typed[1] ? count : "";
  }

  input.addEventListener("input", (event) => {
    event.stopPropagation(); // nothing is chosen yet
    suggest();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const first = results.querySelector("button");
    if (first && results.children.length === 1) first.click();
    else if (first) first.focus();
  });

  return {
    /* The territory of the frame: path, name, and words for communes that are added. */
    chosen() {
      const radio = extents.querySelector(":checked");
      return radio ? options[radio.value] : null;
    },

    /* A territory's page leads here with its path behind the #: «31/labege», «epci/243100633», «31». */
    async begin(path) {
      if (!/^(epci\/\d{9}|[\dAB]{2,3}(\/[a-z0-9-]+)?)$/.test(path)) return;
      communes = [];
      try {
        if (path.startsWith("epci/")) {
          const answer = await fetch(new URL(`integrer/${path}/`, root));
          if (!answer.ok) throw new RangeError(path);
          const frame = new DOMParser().parseFromString(await answer.text(), "text/html");
          const name = frame.querySelector("[data-name]").textContent;
          options = [{ path, name, words: name, extra: [] }];
          showExtents(0);
        } else if (path.includes("/")) {
          await choose(path);
        } else {
          const { nom } = await departement(path);
          options = [{ path, name: nom, words: nom, extra: [] }];
          showExtents(0);
        }
      } catch (error) {
        told.textContent = say(words.alone, { path });
      }
    },
  };
}
