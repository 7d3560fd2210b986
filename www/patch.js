// Drawing anew without touching what stays the same: the browser lays out only what differs, and the focus stays.

/** What must be taken as it is drawn: fields, since what was typed into them is not in their attributes, and what draws on. */
const FRESH = 'input, select, textarea, .more, [data-near]';

/** A choice that decides something is its value and nothing else: it takes that over, and keeps the focus. */
const DECIDES = 'select[data-decide]';

/** What was drawn of a thing, and what it hung on. @type {WeakMap<object, { on: unknown[], made: HTMLElement }>} */
const drawn = new WeakMap();

/** Elements on the page: those that others were made into, and those that others only stand for. @type {WeakMap<Node, HTMLElement>} */
const reals = new WeakMap();

/** What stood last for an element on the page. @type {WeakMap<Node, Node>} */
const stands = new WeakMap();

/** Whether something in what is drawn anew stands for an element, or for one around it. @param {Node | null} one @param {Node} content */
export const isKept = (one, content) => {
  while (one && !content.contains(stands.get(one) ?? null)) one = one.parentNode;
  return one !== null;
};

/** What an element stands for, or itself. @template {Node} T @param {T} one @returns {T | HTMLElement} */
export const real = (one) => reals.get(one) ?? one;

/**
 * The element of a thing. While nothing changes that it hangs on, what is on the page is not made again: an empty one stands
 * for it.
 * @param {object} thing
 * @param {unknown[]} on
 * @param {() => HTMLElement} build
 */
export function same(thing, on, build) {
  const before = drawn.get(thing);
  const there = before && /** @type {HTMLElement} */ (real(before.made));
  if (there?.isConnected && on.every((one, i) => one === before?.on[i])) {
    const stand = document.createElement(there.localName);
    stand.dataset.stands = '';
    reals.set(stand, there);
    stands.set(there, stand);
    return stand;
  }
  const made = build();
  drawn.set(thing, { on, made });
  return made;
}

/** Whether the element of a thing is on the page. @param {unknown} thing */
export function isThere(thing) {
  const made = typeof thing === 'object' && thing !== null && drawn.get(thing)?.made;
  return made && real(made).isConnected;
}

/** Puts what is on the page in the place of what stands for it. @param {Node} one */
function whole(one) {
  if (isElement(one)) for (const stand of one.querySelectorAll('[data-stands]')) stand.replaceWith(real(stand));
  return real(one);
}

/** @param {Node} node @returns {node is Element} */
const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;

/** Whether one can stand for the other as it is. @param {Node | undefined} old @param {Node | undefined} made */
const isSame = (old, made) =>
  old !== undefined && made !== undefined && (real(made) === old || (old.isEqualNode(made) && !(isElement(made) && (made.matches(FRESH) || made.querySelector(FRESH)))));

/** Whether one can be made the other: an element of the same kind for the same thing. @param {Node} old @param {Node} made */
function isLike(old, made) {
  if (!isElement(old) || !isElement(made) || old.nodeName !== made.nodeName || made.matches('[data-stands]')) return false;
  if ((old.matches(FRESH) || made.matches(FRESH)) && !(old.matches(DECIDES) && made.matches(DECIDES))) return false;
  return ['data-row', 'data-focus', 'data-card', 'id'].every((name) => old.getAttribute(name) === made.getAttribute(name));
}

/** @param {Element} old @param {Element} made */
function dress(old, made) {
  for (const { name } of [...old.attributes]) if (!made.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of made.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
}

/** So many are looked at for one that stays: what was put in or taken out in between is seldom more. */
const AHEAD = 4;

/**
 * Gives a place the children of another, which is emptied; children that are the same stay.
 * @param {Element} place
 * @param {ParentNode & Node} drawn
 */
export function patch(place, drawn) {
  const old = [...place.childNodes];
  const made = [...drawn.childNodes];
  // What stands before and behind all that differs.
  let [start, end, drop] = [0, old.length, made.length];
  while (start < Math.min(end, drop) && isSame(old[start], made[start])) start += 1;
  while (start < Math.min(end, drop) && isSame(old[end - 1], made[drop - 1])) [end, drop] = [end - 1, drop - 1];
  const behind = old[end] ?? null;
  let at = start;
  /** What is there and stays. */
  const kept = new Set(made.slice(start, drop).map(real));
  /** What stands elsewhere than it stood. @type {Set<Node | undefined>} */
  const moved = new Set();
  for (const one of made.slice(start, drop)) {
    while (moved.has(old[at])) at += 1;
    // Where it follows as it is, what stands before it and does not stay is taken out: moving costs more.
    if (real(one) !== one && real(one).parentNode === place) for (; at < end && !kept.has(old[at]); at += 1) if (!moved.has(old[at])) old[at]?.remove();
    const ahead = old.slice(at, Math.min(at + AHEAD, end)).findIndex((other) => isSame(other, one) || isLike(other, one));
    const like = ahead < 0 ? undefined : old[at + ahead];
    if (!like) {
      const own = whole(one);
      moved.add(own);
      place.insertBefore(own, at < end ? (old[at] ?? null) : behind);
      continue;
    }
    for (; old[at] !== like; at += 1) if (!moved.has(old[at])) old[at]?.remove();
    at += 1;
    if (!isElement(like) || !isElement(one) || isSame(like, one)) continue;
    dress(like, one);
    patch(like, one);
    if (like instanceof HTMLSelectElement) like.value = /** @type {HTMLSelectElement} */ (one).value;
    reals.set(one, /** @type {HTMLElement} */ (like));
  }
  for (const gone of old.slice(at, end)) if (!moved.has(gone)) gone.remove();
}
