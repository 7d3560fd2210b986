// Answers about the same articles are much alike, as after a correction: what was in the last one is not sent again, and stays
// the same thing, so that nothing is drawn anew that shows it (patch.js).

/** The words of each element of an answer, by their list's name. @typedef {Map<string, string[]>} Told */

/** An answer by the names of its parts. @typedef {Record<string, unknown>} Answer */

/** Whether what was asked is drawn thing by thing: an analysis, which has no name, quotes, or texts to be searched. @param {string | null} asked */
export const isLike = (asked) => asked === '' || asked === 'quotes' || asked === 'texts';

/** The lists of an answer, by name, or the answer, which has none; they hold things, and numbers for things of the last one. @param {unknown} answer @returns {[string, unknown[]][]} */
const lists = (answer) => (Array.isArray(answer) ? [['', answer]] : Object.entries(answer ?? {}).filter(([, list]) => Array.isArray(list)));

/** A thing that stood elsewhere: findings are numbered by their place. @param {{ change?: object }} one @param {number} at @param {number} before */
const numbered = (one, at, before) => (at !== before && one.change ? { ...one, change: { ...one.change, id: `c${at + 1}`, rank: at + 1 } } : one);

/**
 * Puts in the place of each element that was in the last answer where it stood there. The engine itself does so where it need
 * not make an element to know it.
 * @param {unknown} answer
 * @param {Told | undefined} last
 */
export function shorten(answer, last) {
  /** @type {Told} */
  const told = new Map();
  for (const [name, list] of lists(answer)) {
    const before = last?.get(name) ?? [];
    const places = new Map(before.map((words, at) => [words, at]));
    const now = list.map((one) => (typeof one === 'number' ? (before[one] ?? '') : JSON.stringify(one)));
    for (const [at, words] of now.entries()) list[at] = places.get(words) ?? list[at];
    told.set(name, now);
  }
  return told;
}

/** What was answered last, by what was asked: whole, as the page has it. */
export class Last {
  /** @type {Record<string, unknown>} */
  #answers = {};

  /** Puts back what was left out; a list of which nothing changed is the last one. @param {string} asked @param {unknown} answer */
  whole(asked, answer) {
    if (!isLike(asked)) return answer;
    const last = new Map(lists(this.#answers[asked]));
    let whole = answer;
    for (const [name, list] of lists(answer)) {
      const before = last.get(name) ?? [];
      for (const [at, one] of list.entries()) if (typeof one === 'number') list[at] = numbered(/** @type {{ change?: object }} */ (before[one]), at, one);
      if (list.length !== before.length || list.some((one, at) => one !== before[at])) continue;
      if (name === '') whole = before;
      else /** @type {Answer} */ (answer)[name] = before;
    }
    return (this.#answers[asked] = whole);
  }
}
