// Drawing anew without touching what stays the same: the browser lays out only what differs, and the focus stays.

/** What must be taken as it is drawn: fields, since what was typed into them is not in their attributes, and feet of lists, which draw on. */
const FRESH = 'input, select, textarea, .more';

/** @param {Node} node @returns {node is Element} */
const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;

/** Whether one can stand for the other as it is. @param {Node | undefined} old @param {Node | undefined} made */
const isSame = (old, made) => old !== undefined && made !== undefined && old.isEqualNode(made) && !(isElement(made) && (made.matches(FRESH) || made.querySelector(FRESH)));

/** Whether one can be made the other: an element of the same kind for the same thing. @param {Node} old @param {Node} made */
function isLike(old, made) {
  if (!isElement(old) || !isElement(made) || old.nodeName !== made.nodeName || made.matches(FRESH)) return false;
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
  for (const one of made.slice(start, drop)) {
    const ahead = old.slice(at, Math.min(at + AHEAD, end)).findIndex((other) => isSame(other, one) || isLike(other, one));
    const like = ahead < 0 ? undefined : old[at + ahead];
    if (!like) {
      place.insertBefore(one, at < end ? (old[at] ?? null) : behind);
      continue;
    }
    for (; old[at] !== like; at += 1) old[at]?.remove();
    at += 1;
    if (!isElement(like) || !isElement(one) || isSame(like, one)) continue;
    dress(like, one);
    patch(like, one);
  }
  for (const gone of old.slice(at, end)) gone.remove();
}
