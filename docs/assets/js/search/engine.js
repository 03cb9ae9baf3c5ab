// Find what people mean in the index of the site.  Runs in a worker; where there is none, on the page.
//
// MiniSearch gives candidates by folded words; what is shown first is decided here: how much of the query a title
// holds, in one piece and in order, with the marks that were typed, and how little else it says.
import { Candidates } from "./candidates.js";
import { facetsOf, passes } from "./facets.js";
import { Reader } from "./query.js";
import { distance, pieces, slips, toneLast, wordsOf } from "./words.js";

// What makes a title the answer: how much of the query it holds, in order, close together, how little else it says.
const WORTH = { held: 10, order: 2.5, close: 1.5, whole: 2, first: 0.3 };
const CANDIDATES = 150;
const ENOUGH = 0.8; // of what a query says must a title hold to be a hit
const SURE = 0.95; // then words that are only alike need not be looked at
const FEW = 3; // hits are too few to be left alone
const MOST_NEAR = 5;
const LITTLE = 0.45; // is enough to be named among the nearest
const PREFERRED = [2, 1.8, 0.8, 0.5, 0, 0, 0.5]; // by kind, in the order of the index
const OTHER_MARKS = 0.6; // what a word is worth that was typed with marks and stands in a title with others
const BEGUN = 0.8; // one that is the beginning of a word
const AROUND = 0.6; // one that stands only in the name of its field
const SLIPPED = [0.4, 0.85, 0.7]; // what one is worth that is near: a word that is used as it was typed, one slip, two
const CODE = /^[\d.\s-]*\d{4}[\d.\s-]*$/;

// Return what searches an index: ``search(query, chosen, limit)``.
export function open(index) {
  const around = index.fields.map(([, name]) => wordsOf(name).plain);
  const things = index.kinds.flatMap((kind, number) => kind.titles.map((title, at) => thing(kind, number, title, at, around)));
  const candidates = new Candidates(things);
  return new Engine(index, things, candidates, new Reader(candidates.frequency, index.synonyms));
}

function thing(kind, number, title, at, around) {
  const { typed, plain } = wordsOf(title);
  const more = wordsOf(`${kind.of[at] ?? ""} ${kind.words[at]}`).plain;
  return { kind, number, at, title, typed, plain, more, around: number === 0 ? around[kind.field[at]] : [] };
}

class Engine {
  constructor(index, things, candidates, reader) {
    Object.assign(this, { index, things, candidates, reader });
    this.ended = new Set(index.kinds[0].ended);
    this.fictional = new Set(index.kinds[0].fictional);
    this.usual = new Set(index.kinds[0].usual);
  }

  // Return hits (the best first) and how many there are; where there are few, the nearest follow.  With what was
  // ``chosen``, be it nothing, facets with counts come too.
  search(query, chosen = null, limit = 10) {
    const scored = this.scored(query);
    const hits = scored.filter((each) => each.held >= ENOUGH);
    const passed = chosen ? hits.filter((each) => passes(this.index, each.thing, chosen)) : hits;
    const near = hits.length < FEW ? scored.filter((each) => each.held < ENOUGH && each.held >= LITTLE).slice(0, MOST_NEAR) : [];
    return {
      total: passed.length,
      hits: passed.slice(0, limit).map((each) => this.shown(each)),
      near: near.map((each) => this.shown(each)),
      facets: chosen ? facetsOf(this.index, hits.map((each) => each.thing), chosen) : [],
    };
  }

  scored(query) {
    if (!query.trim()) return this.things.filter((each) => each.number === 0).map((each) => ({ thing: each, held: 1, marked: [] }));
    if (CODE.test(query)) return this.byCode(query.replace(/\D/g, ""));
    const asked = { ...wordsOf(query), isOpen: !/\s$/.test(query) };
    const readings = this.reader.readings(asked);
    const plain = this.fits(readings, asked, false);
    return plain[0]?.held >= SURE ? plain : this.fits(readings, asked, true);
  }

  // Return how well things answer the readings, the best first; ``near``: also where words are only like those asked.
  fits(readings, asked, near) {
    const best = new Map();
    for (const reading of readings) {
      for (const id of this.candidates.find(reading, near ? (word) => this.reader.near(word) : (word) => [word], CANDIDATES)) {
        const found = this.fit(this.things[id], reading, asked, near);
        if (!best.has(id) || best.get(id).score < found.score) best.set(id, found);
      }
    }
    return [...best.values()].sort((one, other) => other.score - one.score);
  }

  byCode(digits) {
    const rank = (code) => (code === digits ? 4 : code.endsWith(digits) ? 3 : code.startsWith(digits) ? 2 : code.includes(digits) ? 1 : 0);
    return this.things
      .filter((each) => each.number === 0)
      .map((each) => ({ thing: each, held: 1, marked: [], score: rank(each.kind.places[each.at].replace(/\D/g, "")) }))
      .filter((each) => each.score)
      .sort((one, other) => other.score - one.score);
  }

  // Return how well a thing answers one reading: ``held`` is the share of the query that it holds, 0 to 1.
  fit(thing, reading, asked, near) {
    const counts = reading.words.map((word, at) => reading.counts[at] * this.weight(word));
    const last = reading.words.length - 1;
    const matches = [];
    for (const [at, word] of reading.words.entries()) {
      matches.push(this.match(thing, word, asked, { near, isOpen: asked.isOpen && at === last, next: (matches.at(-1)?.place ?? -2) + 1 }));
    }
    const all = counts.reduce((sum, count) => sum + count, 0);
    const places = matches.map((found) => found.place);
    const marked = [...new Set(places.filter((place) => place >= 0))];
    const held = (matches.reduce((sum, found, at) => sum + found.worth * counts[at], 0) / all) * togetherness(marked);
    const worth = { held: held * reading.trust, order: inOrder(places), close: closeness(marked), whole: marked.length / thing.plain.length, first: marked.includes(0) ? 1 : 0 };
    const score = Object.entries(WORTH).reduce((sum, [name, weight]) => sum + weight * worth[name], this.preferred(thing));
    return { thing, held, score, marked };
  }

  // Return how well and where a title, or else the hidden words, hold a word, if it can be at the ``next`` place;
  // ``place`` is -1 for none.
  match(thing, word, asked, { near, isOpen, next }) {
    const exact = thing.plain[next] === word ? next : thing.plain.indexOf(word);
    if (exact >= 0) return { worth: otherMarks(thing, word, asked) ? OTHER_MARKS : 1, place: exact };
    if (thing.more.includes(word)) return { worth: 0.9, place: -1 };
    if (thing.around.includes(word)) return { worth: AROUND, place: -1 };
    const begun = !isOpen ? -1 : thing.plain[next]?.startsWith(word) ? next : thing.plain.findIndex((other) => other.startsWith(word));
    if (begun >= 0) return { worth: BEGUN, place: begun };
    const most = near ? slips(word) : 0, known = this.reader.frequency.has(word);
    let best = { worth: 0, place: -1 };
    for (let at = 0; most && at < thing.plain.length; at++) {
      const far = distance(word, thing.plain[at], most);
      const worth = far > most ? 0 : SLIPPED[known ? 0 : far];
      if (worth > best.worth) best = { worth, place: at };
    }
    return best;
  }

  preferred({ number, at }) {
    if (number !== 0) return PREFERRED[number];
    return PREFERRED[0] + (this.usual.has(at) ? 0.8 : 0) - (this.ended.has(at) ? 2 : 0);
  }

  // Rare words tell more; one that nobody uses tells as much as a rather rare one.
  weight(word) {
    return Math.log(1 + this.things.length / ((this.reader.frequency.get(word) ?? 200) + 5));
  }

  shown({ thing, marked }) {
    const { kind, number, at, title } = thing;
    const isProcedure = number === 0;
    return {
      kind: kind.label,
      to: kind.at + kind.places[at] + "/",
      pieces: pieces(title, new Set(marked)),
      of: isProcedure ? this.index.fields[kind.field[at]][1] : (kind.of[at] ?? ""),
      code: isProcedure ? kind.places[at] : "",
      ended: isProcedure && this.ended.has(at),
      fictional: isProcedure && this.fictional.has(at),
    };
  }
}

// Return which share of the words that stand beside each other in the query do so in the title.
function inOrder(places) {
  if (places.length < 2) return places[0] >= 0 ? 1 : 0;
  const kept = places.slice(1).filter((place, at) => place >= 0 && place === places[at] + 1).length;
  return kept / (places.length - 1);
}

// A very long title holds any words somewhere; return how much of what it holds is to be believed, 0.6 to 1.
function togetherness(marked) {
  const span = Math.max(...marked) - Math.min(...marked) + 1;
  return marked.length ? Math.max(0.6, Math.min(1, (3 * marked.length + 5) / span)) : 1;
}

// Return how close together the words stand that were found, up to 1.
function closeness(marked) {
  return marked.length ? marked.length / (Math.max(...marked) - Math.min(...marked) + 1) : 0;
}

// Tell whether a word was typed with marks, and a title has it with others only.
function otherMarks(thing, word, asked) {
  const at = asked.plain.indexOf(word);
  if (at < 0 || asked.typed[at] === word || thing.typed.includes(asked.typed[at])) return false;
  const wanted = toneLast(asked.typed[at]);
  return !thing.typed.some((other, place) => thing.plain[place] === word && toneLast(other) === wanted);
}
