// What the worker answers, in pieces: taking in a message is work that the page cannot put off, so none is large.

/** @typedef {{ name: string, items: unknown[] }} Piece some elements of a list: the value's own, or the list that it has by this name */

/** So many elements of a list go into one message: a few milliseconds of work. */
const PIECE = 30;

/** A value without its long lists, and what they hold. @param {unknown} value @returns {{ frame: unknown, pieces: Piece[] }} */
export function cut(value) {
  /** @type {Piece[]} */
  const pieces = [];
  const taken = (/** @type {string} */ name, /** @type {unknown} */ list) => {
    if (!Array.isArray(list) || list.length <= PIECE) return list;
    for (let at = 0; at < list.length; at += PIECE) pieces.push({ name, items: list.slice(at, at + PIECE) });
    return [];
  };
  if (Array.isArray(value)) return { frame: taken('', value), pieces };
  if (typeof value !== 'object' || value === null) return { frame: value, pieces };
  const frame = Object.fromEntries(Object.entries(value).map(([name, list]) => [name, taken(name, list)]));
  return { frame, pieces };
}

/** Puts the lists back. @param {unknown} frame @param {readonly Piece[]} pieces */
export function join(frame, pieces) {
  for (const { name, items } of pieces) {
    const list = name === '' ? frame : /** @type {Record<string, unknown>} */ (frame)[name];
    /** @type {unknown[]} */ (list).push(...items);
  }
  return frame;
}
