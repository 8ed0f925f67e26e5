/* Places and outlines as plugins/maps writes them: columns, coordinates as differences.
   A point is {lat, lon, has, facets, isApproximate, table, row}; its table is a département, with names when they came. */

export async function read(address) {
  const answer = await fetch(address).catch(() => fetch(address, { cache: "reload" })); // not a failed preload again
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}

const sums = (differences, unit) => {
  let total = 0;
  return differences.map((step) => (total += step) * unit);
};

/* `tables`: pairs of a table and how many of the points, in their order, are its rows. */
function pointsOf({ lat, lon, unit, has, facets, approximate }, tables) {
  const rough = new Set(approximate);
  const [lats, lons] = [sums(lat, unit), sums(lon, unit)];
  let i = 0;
  return tables.flatMap(([table, count]) => Array.from({ length: count }, (_, row) => (
    { lat: lats[i], lon: lons[i], isApproximate: rough.has(i), has: has[i++], facets, table, row })));
}

/* The places of some départements, with their names. */
export async function departements(addresses) {
  const files = await Promise.all(addresses.map(read));
  return files.flatMap((file) => {
    return pointsOf(file, [[{ code: file.departement, names: file }, file.lat.length]]);
  });
}

/* All the places of the country, without their names: `table.load()` fetches those of a département. */
export async function country(address, details) {
  const file = await read(address);
  return pointsOf(file, file.departements.map(([code, name, count]) => {
    const table = { code, name, names: null };
    table.load = () => {
      table.wait = table.wait || read(details.replace("{departement}", code))
        .then((names) => { table.names = names; }, () => { table.wait = null; });
      return table.wait;
    };
    return [table, count];
  }));
}

export const isNamed = ({ table }) => Boolean(table.names);
export const nameOf = ({ table, row }) => table.names.nom[row];
export const communeOf = ({ table, row }) => table.names.communes[table.names.commune[row]][1];
export const isIn = ({ table, row }, commune) => table.names?.communes[table.names.commune[row]][0] === commune;
export const idOf = ({ table, row }) => `${table.code}/${table.names.id[row]}`;
/* Known before names are. */
export const keyOf = ({ table, row }) => `${table.code}:${row}`;
export const latLng = ({ lat, lon }) => L.latLng(lat, lon);

/* Does a place have all those words («gratuit», «label-france-services»)? Those that no file knows do not count. */
export function meets({ table: { names }, row, has, facets }, words) {
  return words.every((word) => {
    if (!word.startsWith("label-")) return !facets.includes(word) || has & (1 << facets.indexOf(word));
    return !names || names.label[row].includes(names.labels.indexOf(word.slice(6)));
  });
}

/* [{kind, code, name, rings: [[[lat, lon], …], …]}] */
export async function outlines(addresses) {
  const files = await Promise.all(addresses.map(read));
  return files.flatMap(({ unit, shapes }) => shapes.map(([kind, code, name, rings]) => ({
    kind, code, name, rings: rings.map((ring) => ringOf(ring, unit)),
  })));
}

/* The outline that a page has of its own territory. */
export function shape(text) {
  const [unit, rings] = JSON.parse(text);
  return rings.map((ring) => ringOf(ring, unit));
}

function ringOf(numbers, unit) {
  const lats = sums(numbers.filter((_, i) => i % 2 === 0), unit);
  const lons = sums(numbers.filter((_, i) => i % 2), unit);
  return lats.map((lat, i) => [lat, lons[i]]);
}
