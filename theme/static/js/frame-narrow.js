/* Which places of a frame have all the words that are asked for. */

/* Bit `number` of a hexadecimal text: the masks of plugins/embed/choice_words.py have more than 32. */
const bit = (hex, number) => (parseInt(hex[hex.length - 1 - (number >> 2)] || "0", 16) >> (number & 3)) & 1;

/* Places of an item that have all the words: of a card, one or none; of a commune, by the masks of its places. */
function matches({ dataset }, chosen, order) {
  const has = dataset.facets.split(" ");
  if ("twin" in dataset || !chosen.every((token) => has.includes(token))) return 0;
  if (!dataset.masks) return 1;
  const bits = chosen.map((token) => order.indexOf(token));
  return dataset.masks.split(" ").filter((hex) => bits.every((number) => bit(hex, number))).length;
}

/* Hides the others; `places` says a number of them. → how many places are left in the territory (`here`), and in all (`shown`). */
export function narrow(sections, chosen, order, places) {
  let here = 0;
  let shown = 0;
  for (const section of sections) {
    let found = 0;
    for (const item of section.querySelectorAll("[data-facets]")) {
      const number = matches(item, chosen, order);
      item.hidden = !number;
      found += number;
      if (item.dataset.masks) item.lastElementChild.textContent = places(number);
    }
    section.hidden = !found;
    shown += found;
    if ("here" in section.dataset) here += found;
  }
  return { here, shown };
}

/* A place around one commune may be in another that was added: it is shown once, where it comes first. */
export function withoutTwins(sections) {
  const seen = new Set();
  for (const section of sections) {
    for (const { dataset } of section.querySelectorAll("[data-place]")) {
      if (seen.has(dataset.place)) dataset.twin = "";
      else delete dataset.twin;
      seen.add(dataset.place);
    }
  }
}
