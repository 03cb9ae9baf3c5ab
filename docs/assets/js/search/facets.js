// What procedures can be sifted by.  A facet gives the keys of a procedure's values; keys stand in addresses and stay.

const ONLINE = [null, null, ["co", "Nộp trực tuyến được"], ["mot-phan", "Trực tuyến một phần"], ["toan-trinh", "Trực tuyến toàn trình"]];
const FREE = ["co", "Miễn phí"];

const among = (list, bits) => list.filter((_value, place) => bits & (1 << place));

// Each value is [key, words].
const FACETS = [
  { name: "linh-vuc", label: "Lĩnh vực", of: (index, kind, at) => [index.fields[kind.field[at]]] },
  { name: "co-quan", label: "Cơ quan", of: (index, kind, at) => kind.agency[at].map((place) => index.agencies[place]) },
  { name: "cap", label: "Cấp", of: (index, kind, at) => among(index.levels, kind.level[at]) },
  { name: "truc-tuyen", label: "Trực tuyến", of: (_index, kind, at) => [ONLINE[kind.online[at]]].filter(Boolean) },
  { name: "doi-tuong", label: "Đối tượng", of: (index, kind, at) => among(index.audience, kind.audience[at]) },
  { name: "mien-phi", label: "Chi phí", of: (_index, kind, at) => (kind.free[at] === 1 ? [FREE] : []) },
];

export const NAMES = FACETS.map((facet) => facet.name);

// Return whether a thing has what was chosen: by facet, the key of one value.  Only procedures have facets.
export function passes(index, thing, chosen, except = "") {
  return FACETS.every(({ name, of }) => {
    if (chosen[name] === undefined || name === except) return true;
    return thing.number === 0 && of(index, thing.kind, thing.at).some(([key]) => key === chosen[name]);
  });
}

// Return for each facet its values with how many things have them, were they chosen too; the most first.
export function facetsOf(index, things, chosen) {
  return FACETS.map(({ name, label, of }) => {
    const found = new Map();
    for (const thing of things) {
      if (thing.number !== 0 || !passes(index, thing, chosen, name)) continue;
      for (const [key, words] of of(index, thing.kind, thing.at)) {
        const value = found.get(key) ?? { key, words, count: 0 };
        value.count++;
        found.set(key, value);
      }
    }
    return { name, label, values: [...found.values()].sort((one, other) => other.count - one.count) };
  }).filter((facet) => facet.values.length);
}
