// Words of Vietnamese text, folded: what is typed and what is searched are taken apart in the same way.
import { fold } from "../fold.js";

const folded = new Map(); // a site has some thousand different words, thousands of times

function foldOnce(word) {
  let found = folded.get(word);
  if (found === undefined) folded.set(word, (found = fold(word)));
  return found;
}

// Return a typed word with its tone at the end: where in the word it is written is a matter of taste ("thuỷ", "thủy").
export function toneLast(word) {
  const letters = word.normalize("NFD");
  const tone = letters.match(/[\u0300\u0301\u0303\u0309\u0323]/)?.[0] ?? "";
  return letters.replace(tone, "") + tone;
}

// Return the words of a text as typed (lower case, composed) and folded, place by place.
export function wordsOf(text) {
  const typed = text.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return { typed, plain: typed.map(foldOnce) };
}

// Return a title in pieces, [text, whether it is one of the marked words].
export function pieces(title, marked) {
  let place = -1;
  return title.normalize("NFC").split(/([\p{L}\p{N}]+)/u).map((text, at) => [text, at % 2 === 1 && marked.has(++place)]);
}

// How many letters have to be put in, left out, changed or swapped with their neighbour; more than ``most`` is ``most + 1``.
export function distance(one, other, most) {
  if (one === other) return 0;
  if (Math.abs(one.length - other.length) > most || strangers(one, other) > 2 * most) return most + 1;
  let before = [], last = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i++) {
    const now = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      now[j] = Math.min(last[j] + 1, now[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) now[j] = Math.min(now[j], before[j - 2] + 1);
    }
    if (Math.min(...now) > most) return most + 1;
    [before, last] = [last, now];
  }
  return last[other.length];
}

const letterBits = new Map();

// Return which letters a word has, one bit each.
function lettersOf(word) {
  let bits = letterBits.get(word);
  if (bits === undefined) {
    bits = 0;
    for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) % 32);
    letterBits.set(word, bits);
  }
  return bits;
}

// Return how many letters stand in only one of two words: a slip makes at most two such.
function strangers(one, other) {
  let bits = lettersOf(one) ^ lettersOf(other), count = 0;
  for (; bits; bits &= bits - 1) count++;
  return count;
}

// How many slips a word of this length may hold: short words are too much alike.
export function slips(word) {
  return /\d/.test(word) || word.length < 3 ? 0 : word.length < 6 ? 1 : 2;
}

// Read what is left of the Telex way of typing marks: "chieesu" -> "chieu", "ddaats" -> "dat".
export function untelexed(word) {
  const bare = word.replace(/dd/g, "d").replace(/([aeo])\1/g, "$1").replace(/([aou])w/g, "$1").replace(/^w|w$/g, "u");
  return bare.replace(/([aeiouy]\w*?)[sfrxj](?=[a-z]{0,2}$)/, "$1");
}
