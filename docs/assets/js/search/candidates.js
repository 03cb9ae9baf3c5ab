// Which things may be meant, by words alone: MiniSearch over titles and hidden words.
//
// Most of the time in which an index opens goes into giving things to MiniSearch one by one.  Their words are known here
// already, so they are counted in one pass and handed over in the form that MiniSearch itself saves and loads.
import MiniSearch from "../vendor/minisearch.js";

const FIELDS = ["title", "more"];
const OPTIONS = { fields: FIELDS, tokenize: (text) => text.split(" "), processTerm: (term) => term };
const FORMAT = 2; // of what MiniSearch saves
const USUAL = 0.08; // of the titles hold a word by which nothing need be looked for
const ENOUGH = 2; // words that are not usual do
const ALIKE = 0.3; // what a word is worth that is only like the one asked

export class Candidates {
  // ``things`` have their folded words: of the title in ``plain``, hidden ones in ``more``.
  constructor(things) {
    const counted = new Map(); // word -> for each field {thing: times}
    const lengths = {}, totals = [0, 0];
    this.frequency = new Map(); // word -> in how many titles
    things.forEach(({ plain, more }, id) => {
      lengths[id] = [plain, more].map((words, field) => this.count(words, field, id, counted));
      lengths[id].forEach((length, field) => (totals[field] += length));
    });
    this.mini = MiniSearch.loadJS(saved(things.length, counted, lengths, totals), OPTIONS);
  }

  // Count the words of one field of the thing ``id``; return how many different ones there are.
  count(words, field, id, counted) {
    let different = 0;
    for (const word of words) {
      let held = counted.get(word);
      if (held === undefined) counted.set(word, (held = [{}, {}]));
      const before = held[field][id];
      held[field][id] = (before ?? 0) + 1;
      if (before !== undefined) continue;
      different++;
      if (field === 0) this.frequency.set(word, (this.frequency.get(word) ?? 0) + 1);
    }
    return different;
  }

  // Return the numbers of the things that hold most of some words, each of which counts so much; of each word ``near``
  // gives it and those like it.  The last one may be a beginning.
  find({ words, counts }, near, most) {
    const last = words.length - 1;
    const asked = this.telling(words, counts);
    const queries = asked.map((at) => ({ combineWith: "OR", queries: near(words[at]), prefix: at === last }));
    const boostTerm = (term) => (words.includes(term) ? 1 : ALIKE);
    const found = this.mini.search({ combineWith: "OR", queries }, { boost: { title: 2 }, boostTerm });
    return found.slice(0, most).map(({ id }) => id);
  }

  // Return the places of the words by which to look: not those that very many titles hold, where others tell enough.
  telling(words, counts) {
    const places = [...words.keys()];
    const meant = places.filter((at) => counts[at] === 1);
    const rare = meant.filter((at) => (this.frequency.get(words[at]) ?? 0) < USUAL * this.mini.documentCount);
    if (rare.length >= ENOUGH) return rare;
    return meant.length ? meant : places;
  }
}

function saved(size, counted, fieldLength, totals) {
  return {
    documentCount: size,
    nextId: size,
    documentIds: Object.fromEntries(Array.from({ length: size }, (_, id) => [id, id])),
    fieldIds: Object.fromEntries(FIELDS.map((name, field) => [name, field])),
    fieldLength,
    averageFieldLength: totals.map((total) => total / size),
    storedFields: {},
    dirtCount: 0,
    index: [...counted],
    serializationVersion: FORMAT,
  };
}
