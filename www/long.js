// Long lists: what a window holds is drawn at once, the rest in short turns after it, and what is far below the window
// when reading comes near it.

import { el } from './dom.js';
import { texts } from './texts.js';

/** So many of a list are drawn without being asked for, so that the browser's own search finds them; fewer of large ones. */
const SOON = 400;

/** Elements of a list that is drawn without being asked for: more make every change of the page slow. */
const MUCH = 8000;

/** So many more are drawn when reading comes near, or the foot is pressed. */
const PIECE = 100;

/** Elements of a turn: what a slow machine makes and lays out in less than 50 ms. */
const TURN = 300;

/** Those of the first, in which a window is laid out anew: they fill it. */
const FIRST = 200;

/** Elements that may still be made in this turn. */
let left = FIRST;

/**
 * What draws more of a list before its foot, while the turn lasts: so many, or, where they are infinite, what comes
 * without being asked for. Tells how many of them are left.
 * @typedef {(most: number) => number} Rest
 */

/** @type {WeakMap<Element, Rest>} */
const rests = new WeakMap();

/** Feet of lists that are drawn on, and how many of each are wanted. @type {Map<Element, number>} */
const wanted = new Map();

const near = new IntersectionObserver(
  (seen) => {
    for (const { target, isIntersecting } of seen) if (isIntersecting) want(target, PIECE);
  },
  { rootMargin: '1500px' },
);

/** Whether turns are under way. */
let busy = false;

/** @param {Element} foot @param {number} most */
function want(foot, most) {
  wanted.set(foot, most);
  if (!busy) void drawOn();
}

/** Draws what is wanted, turn by turn; in between a frame is shown, and keys and clicks are answered. */
async function drawOn() {
  busy = true;
  while (wanted.size > 0) {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    begin(TURN);
    for (const [foot, most] of wanted) {
      if (left <= 0) break;
      wanted.delete(foot);
      // What was drawn anew meanwhile has feet of its own.
      const still = (foot.isConnected && rests.get(foot)?.(most)) || 0;
      // Lists take turns.
      if (still > 0) {
        wanted.set(foot, still);
        continue;
      }
      // Watched anew: the observer tells only of what changes, and the foot may still be near.
      near.unobserve(foot);
      if (foot.isConnected) near.observe(foot);
    }
  }
  busy = false;
}

/** Begins a turn. @param {number} [elements] that may be made in it */
export function begin(elements = FIRST) {
  left = elements;
}

/** Counts what was made beside lists, as a picture: where it fills the turn, they begin in the next. @template {Element | null} T @param {T} made @returns {T} */
export function counted(made) {
  left -= made?.getElementsByTagName('*').length ?? 0;
  return made;
}

/** Lets what is drawn anew be as much as it was, and its controls more, so that reading stays where it is. @param {Element} place */
export function allow(place) {
  left = Math.max(left, FIRST + place.getElementsByTagName('*').length);
}

/**
 * The elements of a list; of a long one the first, and a foot that draws more when it comes near or is pressed.
 * @template T
 * @param {readonly T[]} items
 * @param {(item: T) => HTMLElement} build
 * @param {'li' | 'div' | 'tr' | 'span'} tag of the foot, as its place asks for
 * @returns {HTMLElement[]}
 */
export function long(items, build, tag) {
  let drawn = 0;
  let weight = 0;
  const isSoon = () => drawn < SOON && weight < MUCH;
  const some = (/** @type {number} */ most) => {
    const made = [];
    for (const item of items.slice(drawn, drawn + most)) {
      if (left <= 0 || (most === Infinity && !isSoon())) break;
      const one = build(item);
      const own = 1 + one.getElementsByTagName('*').length;
      [left, weight, drawn] = [left - own, weight + own, drawn + 1];
      made.push(one);
    }
    return made;
  };
  const first = some(Infinity);
  if (drawn === items.length) return first;
  const button = el('button', { type: 'button', class: 'plain' });
  const foot = el(tag, { class: 'more' }, tag === 'tr' ? el('th', { scope: 'row' }, button) : button);
  const count = () => {
    button.textContent = texts.more(items.length - drawn);
    // What comes by itself is not to be pressed.
    foot.classList.toggle('soon', isSoon());
  };
  rests.set(foot, (most) => {
    const made = some(most);
    foot.before(...made);
    count();
    if (drawn === items.length) foot.remove();
    if (most === Infinity) return drawn < items.length && isSoon() ? most : 0;
    return drawn < items.length ? most - made.length : 0;
  });
  button.addEventListener('click', () => want(foot, PIECE));
  count();
  if (isSoon()) want(foot, Infinity);
  else near.observe(foot);
  return [...first, foot];
}

/**
 * Draws on until something is found, or all is drawn.
 * @template T
 * @param {ParentNode} root
 * @param {() => T | null | undefined} find
 */
export function seek(root, find) {
  for (;;) {
    const found = find();
    const draw = rests.get(root.querySelector('.more') ?? document.body);
    if (found || !draw) return found;
    const before = left;
    begin(Infinity);
    draw(PIECE);
    begin(before);
  }
}

// Paper shows everything.
addEventListener('beforeprint', () => {
  for (const panel of document.querySelectorAll('[data-panel]:not([hidden])')) seek(panel, () => null);
});
