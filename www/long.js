// Long lists: what a window holds is drawn at once, the rest in turns after it, and what is far below the window when
// reading comes near it.

import { el } from './dom.js';
import { isThere, real } from './patch.js';
import { texts } from './texts.js';
import { drawNow, follow, isOver, sizeOf, spend, want } from './turns.js';

/** So many of a list are drawn without being asked for, so that the browser's own search finds them; fewer of large ones. */
const SOON = 400;

/** Elements of a list that is drawn without being asked for: more make every change of the page slow. The stories of 300 files are fewer. */
const MUCH = 20000;

/**
 * The elements of a list; of a long one the first, and a foot that draws more when it comes near or is pressed. Whoever steps back
 * over its beginning has the last drawn, behind the foot.
 * @template T
 * @param {readonly T[]} items
 * @param {(item: T) => HTMLElement} build
 * @param {'li' | 'div' | 'tr' | 'span'} tag of the foot, as its place asks for
 * @returns {HTMLElement[]}
 */
export function long(items, build, tag) {
  let drawn = 0;
  /** The first of the last ones, where these are drawn behind the foot. */
  let until = items.length;
  let weight = 0;
  const isSoon = () => drawn < SOON && weight < MUCH;
  const some = (/** @type {number} */ most) => {
    const made = [];
    for (const item of items.slice(drawn, Math.min(drawn + most, until))) {
      if (isOver() || (most === Infinity && !isSoon())) break;
      const one = build(item);
      // What stands for what is there costs nothing.
      weight += real(one) === one ? spend(one) : sizeOf(real(one));
      drawn += 1;
      made.push(one);
    }
    return made;
  };
  const first = some(Infinity);
  const last = [];
  while (until > drawn && isThere(items[until - 1])) last.unshift(build(/** @type {T} */ (items[(until -= 1)])));
  if (drawn === until) return [...first, ...last];
  const button = el('button', { type: 'button' });
  const foot = el(tag, { class: 'more' }, tag === 'tr' ? el('th', { scope: 'row' }, button) : button);
  const count = () => {
    button.textContent = texts.more(until - drawn);
    if (drawn === until) foot.remove();
    // What comes by itself is not to be pressed.
    foot.classList.toggle('soon', isSoon());
  };
  const rest = (/** @type {number} */ most) => {
    // A list inside this one goes first, so that nothing is pushed down that stands below it.
    const inner = foot.parentElement?.querySelector('.soon');
    if (inner && inner !== foot) return most;
    const made = some(most);
    foot.before(...made.map(real));
    count();
    if (most === Infinity) return drawn < until && isSoon() ? most : 0;
    return drawn < until ? most - made.length : 0;
  };
  const back = (/** @type {number} */ most) => {
    const from = Math.max(drawn, until - most);
    foot.after(...items.slice(from, until).map((item) => real(build(item))));
    until = from;
    count();
  };
  button.addEventListener('click', () => want(foot));
  count();
  follow(foot, { rest, back }, isSoon());
  return [...first, foot, ...last];
}

/**
 * Draws on until something is found, or all is drawn.
 * @template T
 * @param {ParentNode} root
 * @param {() => T | null | undefined} find
 * @param {number} [most] rows at a time
 */
export function seek(root, find, most) {
  for (;;) {
    const found = find();
    if (found || !drawNow(root, most)) return found;
  }
}

// Paper shows everything.
addEventListener('beforeprint', () => {
  for (const panel of document.querySelectorAll('[data-panel]:not([hidden])')) seek(panel, () => null);
});
