// Answers about the same articles are much alike, as after a correction: what was in the last one is not sent again, and stays
// the same thing, so that nothing is drawn anew that shows it (patch.js).

/** Where each element of an answer stands, by its list's name and its words. @typedef {Map<string, number>} Places */

/** An answer by the names of its parts. @typedef {Record<string, unknown>} Answer */

/** Whether what was asked is drawn thing by thing: an analysis, which has no name, quotes, or texts to be searched. @param {string | null} asked */
export const isLike = (asked) => asked === '' || asked === 'quotes' || asked === 'texts';

/** The lists of an answer, by name, or the answer, which has none; they hold things, never numbers. @param {unknown} answer @returns {[string, unknown[]][]} */
const lists = (answer) => (Array.isArray(answer) ? [['', answer]] : Object.entries(answer ?? {}).filter(([, list]) => Array.isArray(list)));

/**
 * Puts in the place of each element that was in the last answer where it stood there.
 * @param {unknown} answer
 * @param {Places | undefined} last
 */
export function shorten(answer, last) {
  /** @type {Places} */
  const places = new Map();
  for (const [name, list] of lists(answer)) {
    for (const [at, one] of list.entries()) {
      const words = name + JSON.stringify(one);
      places.set(words, at);
      list[at] = last?.get(words) ?? one;
    }
  }
  return places;
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
      for (const [at, one] of list.entries()) if (typeof one === 'number') list[at] = before[one];
      if (list.length !== before.length || list.some((one, at) => one !== before[at])) continue;
      if (name === '') whole = before;
      else /** @type {Answer} */ (answer)[name] = before;
    }
    return (this.#answers[asked] = whole);
  }
}
