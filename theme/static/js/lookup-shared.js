/* lookup.js for other languages, easy words and /recherche/, which may be either: there, communes with few records
   share the page of their EPCI (plugins/territories/shared_pages.py). Which ones, the table of frames says. */
import { fold, sigles, slips, rank, open } from "./lookup.js";
export { fold, sigles, slips, rank, opened as open };

const tables = {};

async function shared(place, isEasy) {
  const [, code, slug] = /^territoires\/(\w+)\/([^/]+)\/$/.exec(place && !place.wide ? place.path : "") || [];
  if (!slug) return place;
  const table = new URL(`../../integrer/communes/${code}.json`, import.meta.url);
  tables[code] = tables[code] || fetch(table).then((answer) => answer.json()).catch(() => ({ communes: {} }));
  const { communes } = await tables[code];
  const [, , siren, records] = Object.values(communes).find(([one]) => one === slug) || [];
  const isShared = siren && records < (isEasy ? 1 : 2);
  return isShared ? { ...place, path: `./${isEasy ? "facile/" : ""}territoires/epci/${siren}/#${code}-${slug}` } : place;
}

async function opened(folder, root, town) {
  const index = await open(folder, root, town);
  const isEasy = document.querySelector("form[data-find] [name=facile]");
  if (root || (document.documentElement.lang === "fr" && !isEasy)) return index;
  const { find, near } = index;
  const all = (places) => Promise.all(places.map((place) => shared(place, isEasy)));
  return Object.assign(index, {
    async find(...asked) {
      const found = await find(...asked);
      const [one, ...places] = await all([found.one, ...found.places]);
      return { ...found, one, places };
    },
    near: async (...asked) => all(await near(...asked)),
  });
}
