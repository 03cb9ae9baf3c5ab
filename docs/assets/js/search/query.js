// What a query may mean: slips set right, words run together taken apart, people's words put into those of the law.
import { distance, slips, toneLast, untelexed, wordsOf } from "./words.js";

const MOST_READINGS = 6;
const NEAREST = 4;

// Words that people put around what they look for; with marks, as they are meant.
const FILLERS = new Map(
  wordsIn("làm xin muốn cần tôi em mình cho để đi như thế nào ở đâu gì bao nhiêu lâu tiền mất hết được không thủ tục giấy tờ hồ sơ"),
);
// Some of them also mean something by themselves: these only count little beside their usual neighbour.
const PAIRS = wordsIn("hồ sơ giấy tờ thế nào bao nhiêu bao lâu nhiêu tiền ở đâu để đi mất bao").map(([plain]) => plain);
const PAIRED = new Set("ho so giay to the nao tien mat de di".split(" "));

function wordsIn(text) {
  const { typed, plain } = wordsOf(text);
  return plain.map((word, at) => [word, typed[at]]);
}

// Return how much each word of a query counts: fillers little, unless there is nothing else.
export function weights({ typed, plain }) {
  const light = plain.map((word, at) => isFiller(word, typed[at]) && (!PAIRED.has(word) || isPaired(plain, at)));
  return light.every(Boolean) ? plain.map(() => 1) : light.map((is) => (is ? 0.15 : 1));
}

function isFiller(word, typed) {
  return FILLERS.has(word) && (typed === word || typed === FILLERS.get(word));
}

function isPaired(plain, at) {
  return PAIRS.some((one, place) => place % 2 === 0 && ((plain[at] === one && plain[at + 1] === PAIRS[place + 1]) || (plain[at - 1] === one && plain[at] === PAIRS[place + 1])));
}

export class Reader {
  // ``frequency`` tells in how many titles a word stands, ``synonyms`` are [term, [words]].
  constructor(frequency, synonyms) {
    this.frequency = frequency;
    this.bySize = bySize(frequency.keys());
    this.synonyms = synonyms.flatMap(([term, words]) => words.flatMap((word) => this.pairs(wordsOf(word), wordsOf(term))));
    this.nearest = new Map();
  }

  // People's words stand for the term; the term for an abbreviation, where titles use it.
  pairs(word, term) {
    const isUsed = word.plain.length === 1 && this.frequency.has(word.plain[0]);
    return [[word, term.plain], ...(isUsed ? [[term, word.plain]] : [])];
  }

  // Return the readings of a query, the plainest first: words, how much each counts, how sure we are of it.
  readings(asked) {
    const found = [this.apart(asked.plain, weights(asked))];
    for (const [from, to] of this.synonyms) {
      if (saysOther(asked, from)) continue;
      for (const { words, counts, trust } of [...found]) {
        const at = place(words, from.plain);
        if (at < 0 || place(words, to) >= 0) continue;
        const instead = (list, news) => [...list.slice(0, at), ...news, ...list.slice(at + from.plain.length)];
        found.push({ words: instead(words, to), counts: instead(counts, to.map(() => 1)), trust: trust * 0.98 });
      }
      if (found.length >= MOST_READINGS) break;
    }
    return found.slice(0, MOST_READINGS);
  }

  // Take words apart that were run together, and undo Telex; words that are known stay.
  apart(plain, counts) {
    const parts = plain.map((word) => this.parts(word));
    return { words: parts.flat(), counts: parts.flatMap((each, at) => each.map(() => counts[at])), trust: 1 };
  }

  parts(word) {
    if (this.frequency.has(word) || /\d/.test(word)) return [word];
    const bare = untelexed(word);
    if (bare !== word && this.frequency.has(bare)) return [bare];
    return (word.length > 4 && this.split(word)) || [word];
  }

  // Return the known words, of two letters or more, that a word is made of; the fewest and most usual; or nothing.
  split(word) {
    const best = [{ cost: 0, parts: [] }];
    for (let end = 1; end <= word.length; end++) {
      for (let start = Math.max(0, end - 7); start <= end - 2; start++) {
        const part = word.slice(start, end);
        if (!best[start] || !this.frequency.has(part)) continue;
        const cost = best[start].cost + 3 - Math.log10(this.frequency.get(part) + 1);
        if (!best[end] || cost < best[end].cost) best[end] = { cost, parts: [...best[start].parts, part] };
      }
    }
    return best[word.length]?.parts;
  }

  // Return the known words nearest to one that is not known, itself first.
  near(word) {
    if (!this.nearest.has(word)) this.nearest.set(word, this.findNear(word));
    return this.nearest.get(word);
  }

  findNear(word) {
    const most = slips(word);
    if (!most) return [word];
    const found = [];
    for (let size = word.length - most; size <= word.length + most; size++) {
      for (const other of this.bySize.get(size) ?? []) {
        const far = distance(word, other, most);
        if (far <= most) found.push([other, far - Math.log10(this.frequency.get(other) + 1) / 10]);
      }
    }
    found.sort((one, other) => one[1] - other[1]);
    return [...new Set([word, ...found.slice(0, NEAREST).map(([other]) => other)])];
  }
}

function bySize(words) {
  const found = new Map();
  for (const word of words) {
    if (!found.has(word.length)) found.set(word.length, []);
    found.get(word.length).push(word);
  }
  return found;
}

// Tell whether a phrase stands in what was asked, but was typed there with other marks.
function saysOther(asked, phrase) {
  const at = place(asked.plain, phrase.plain);
  return at >= 0 && phrase.typed.some((word, step) => {
    const typed = asked.typed[at + step];
    return typed !== phrase.plain[step] && toneLast(typed) !== toneLast(word);
  });
}

// Return where a phrase begins among words, or -1.
function place(words, phrase) {
  for (let at = 0; at + phrase.length <= words.length; at++) {
    if (phrase.every((word, step) => words[at + step] === word)) return at;
  }
  return -1;
}
