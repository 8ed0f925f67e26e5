/* Before lookup.js (`data-base`) in a directory that names others: where nothing here is what was typed, the communes
   that they cover. Their names come from this site (plugins/search/across_names.py): nobody else is asked before a link
   is followed. */

export let fold, slips; // of lookup.js, once it is there
let others;

const at = ({ action }, path) => new URL(path.replace(/^\//, ""), new URL("..", action)).href; // as find.js

async function ask(form, lookup) {
  const { beside, area } = form.dataset;
  const folder = at(form, beside);
  const [index, answer] = await Promise.all([lookup.open(folder, "territoires"), fetch(`${folder}directories.json`)]);
  const directories = await answer.json();
  return async (text, wide, digits) => {
    const found = await index.find(text, wide);
    const places = found.places // not what has nearly that postcode
      .filter((place) => !place.wide && (!digits || place.more[0].split(",").includes(digits)))
      .map((place) => {
        const [name, home, page] = directories[place.more[place.more.length - 1]];
        const [, code, slug] = place.path.split("/");
        return {
          ...place,
          area: area.replace("{area}", () => place.area).replace("{name}", () => name),
          path: page ? page.replace("{departement}", code).replace("{commune}", slug) : `${home}/`,
        };
      });
    return { ...found, places, one: null };
  };
}

/* `find` also answers for others, with the sentence that says so (`told`). `last`: it is all that will be typed, so
   that a name which goes on here may be a whole one there. */
export async function open(...asked) {
  const form = document.querySelector("form[data-beside]");
  const lookup = await import(at(form, form.dataset.base));
  ({ fold, slips } = lookup);
  const index = await lookup.open(...asked);
  const { find } = index;
  return Object.assign(index, {
    async find(text, wide = true, last = wide) {
      const own = await find(text, wide);
      const digits = /^[\d\s]{5,}$/.test(text) && text.replace(/\s/g, "");
      if ((own.exact && (own.sort || !digits)) || !(last || digits)) return own;
      others = others || ask(form, lookup);
      const theirs = await others.then((one) => one(text, wide, digits)).catch(() => { others = null; });
      if (!theirs || !theirs.places.length) return own;
      const { places, exact } = theirs;
      if (exact) return { ...theirs, places: [...places, ...(own.exact || own.near ? [] : own.places)], told: form.dataset.told };
      return own.places.length && !own.near ? own : { ...own, places: [...own.places, ...places], near: true };
    },
  });
}
