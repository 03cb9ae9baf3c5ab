// Which things hold a word, and which of them may be meant, by words alone: BM25+, over titles and hidden words.
//
// A library did this first, and took two thirds of the time in which the index opens: it makes ready for more than is
// asked here.  The weights are those it had.
const FREQUENT = 1.2, LENGTH = 0.7, LEAST = 0.5; // k, b and delta of the formula
const BEGUN = 0.375; // what a word is worth that begins with the one asked
const ALIKE = 0.3; // one that is only like the one asked

class Field {
  constructor(boost) {
    Object.assign(this, { boost, holding: new Map(), lengths: [], total: 0 });
  }

  // Note the words of the thing ``id``; things come in the order of their numbers.
  add(id, words) {
    let different = 0;
    for (const word of words) {
      let held = this.holding.get(word);
      if (held === undefined) this.holding.set(word, (held = { ids: [], count: 0 }));
      if (held.ids.at(-1) !== id) {
        held.count++;
        different++;
      }
      held.ids.push(id); // as often as the word stands there
    }
    this.lengths.push(different);
    this.total += different;
  }

  // Tell for each thing that holds a word how much that says.
  weigh(word, weight, tell) {
    const held = this.holding.get(word);
    if (held === undefined) return;
    const { ids, count } = held;
    const things = this.lengths.length, usual = this.total / things;
    const worth = this.boost * weight * Math.log(1 + (things - count + 0.5) / (count + 0.5));
    for (let at = 0; at < ids.length; ) {
      const id = ids[at];
      let times = 1;
      while (ids[++at] === id) times++;
      const length = 1 - LENGTH + (LENGTH * this.lengths[id]) / usual;
      tell(id, worth * (LEAST + (times * (FREQUENT + 1)) / (times + FREQUENT * length)));
    }
  }
}

export class Postings {
  constructor(things) {
    this.size = things.length;
    this.fields = [new Field(2), new Field(1)];
    things.forEach(({ plain, more }, id) => {
      this.fields[0].add(id, plain);
      this.fields[1].add(id, more);
    });
  }

  // Return in how many titles each word stands.
  frequency() {
    return new Map([...this.fields[0].holding].map(([word, { count }]) => [word, count]));
  }

  // Return the numbers of the things that hold most of some words; of each word ``near`` gives it and those like it.
  // The last one may be a beginning.
  find(words, near, most) {
    const scores = new Float64Array(this.size), held = new Uint8Array(this.size), last = new Uint8Array(this.size);
    let term = 0;
    const tell = (id, score) => {
      scores[id] += score;
      if (last[id] !== term) held[id]++;
      last[id] = term;
    };
    words.forEach((word, at) => {
      for (const each of near(word)) {
        term = (term % 255) + 1;
        this.weigh(each, words.includes(each) ? 1 : ALIKE, at === words.length - 1, tell);
      }
    });
    const found = [];
    for (let id = 0; id < this.size; id++) {
      scores[id] *= held[id];
      if (held[id]) found.push(id);
    }
    return found.sort((one, other) => scores[other] - scores[one]).slice(0, most);
  }

  weigh(word, weight, isBeginning, tell) {
    for (const field of this.fields) {
      field.weigh(word, weight, tell);
      if (!isBeginning) continue;
      for (const other of field.holding.keys()) {
        const rest = other.length - word.length;
        if (rest > 0 && other.startsWith(word)) field.weigh(other, (weight * BEGUN * other.length) / (other.length + 0.3 * rest), tell);
      }
    }
  }
}
