// The texts that were opened, each with its own history, selection and breakpoints: undo never brings another text back.

/** So many are remembered; of more, those that were not shown for longest are forgotten. */
const REMEMBERED = 32;

export class Documents {
  #states = new Map();
  #shown = null;

  get shown() {
    return this.#shown;
  }

  /** Keeps `state` for the text that was shown, and returns the one kept for `key`, if there is one. */
  swap(key, state) {
    if (this.#shown !== null) {
      this.#states.set(this.#shown, state);
      if (this.#states.size > REMEMBERED) this.#states.delete(this.#states.keys().next().value);
    }
    const kept = this.#states.get(key);
    this.#states.delete(key);
    this.#shown = key;
    return kept;
  }
}

/** The change that turns `doc` into `text`, without what they begin and end with alike. */
export function difference(doc, text) {
  const before = doc.toString();
  const shorter = Math.min(before.length, text.length);
  let start = 0;
  while (start < shorter && before[start] === text[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === text[text.length - 1 - end]) end += 1;
  return { from: start, to: before.length - end, insert: text.slice(start, text.length - end) };
}
