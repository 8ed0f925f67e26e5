/* What answers a name that no commune of the index has: answer.js asks here once the index has nothing better. */

const LINKS = /^(saint|sainte|sur|sous|les?|la|en|de|du|des|aux?|et|d|l)$/;
const MOST = 6; // words

/* Present communes whose whole name begins or ends what was typed («Rochefort-sur-Mer», «wifi Royan»), as
   `lookup.find` gives them; `part`: which end. Null where there is none. */
export async function inPart({ named }, { fold, rank }, text) {
  const words = fold(text).split(" ").slice(0, MOST);
  for (let n = words.length - 1; n > 0; n--) {
    for (const [part, some] of [["start", words.slice(0, n)], ["end", words.slice(-n)]]) {
      const name = some.join(" ");
      if (!name[3] || /\d/.test(name) || LINKS.test(some[n - 1])) continue;
      const { places } = await named(name, false);
      const whole = places.filter(({ folded, present }) => !present && rank(name, folded) < 2);
      if (whole.length) return { places: whole, exact: false, one: null, part };
    }
  }
  return null;
}

/* Whether `text` is the name, but for a slip, or the postcode, of what the directory does not cover.
   `folder`: address of the index, with a slash; see plugins/search/outside_names.py. */
export async function isOutside(folder, { fold, slips }, text) {
  if (/^\s*(\d{2}|2[ab]|\d ?\d ?\d ?\d ?\d)\s*$/i.test(text)) return true;
  const typed = fold(text.replace(/\d+/g, " "));
  const plain = typed.replace(/^(les|le|la|l) (?=.)/, ""), short = plain.replace(/ /g, "");
  const asked = [plain, typed, ...(/^l[a-z]/.test(plain) ? [plain.slice(1)] : [])]; // «Lisle»
  for (const letter of new Set(asked.map((one) => one[0]).filter((one) => /[a-z]/.test(one)))) {
    const response = await fetch(`${folder}x-${letter}.txt`);
    if (!response.ok) return false;
    const most = short.length < 9 ? 0 : 1;
    const alike = (name) => name === short || `l${name}` === short
      || (most && Math.abs(name.length - short.length) < 3 && [name, `l${name}`].some((one) => slips(short, one)[1] <= most));
    if ((await response.text()).split("\n").some((name) => alike(name.replace(/ /g, "")))) return true;
  }
  return false;
}
