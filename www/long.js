// Long lists: what a window holds is drawn at once, the rest in short turns after it, and what is far below the window
// when reading comes near it.

import { el } from './dom.js';
import { texts } from './texts.js';

/** So many of a list are drawn without being asked for, so that the browser's own search finds them. */
const SOON = 400;

/** So many more are drawn when reading comes near, or the foot is pressed. */
const PIECE = 100;

/** Elements of one turn: more than a window shows, and less than a slow machine makes and lays out in 50 ms. */
const TURN = 500;

/** Elements that may still be made in this turn. */
let left = TURN;

/**
 * What draws more of a list before its foot: no more than so many, and only while the turn lasts. Tells whether all
 * of them are drawn.
 * @typedef {(most: number) => boolean} Rest
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

/** @param {Element} foot @param {number} most */
function want(foot, most) {
  wanted.set(foot, most);
  if (wanted.size === 1) void drawOn();
}

/** Draws what is wanted, turn by turn; in between a frame is shown, and keys and clicks are answered. */
async function drawOn() {
  while (wanted.size > 0) {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    begin();
    for (const [foot, most] of wanted) {
      if (left <= 0) break;
      // What was drawn anew meanwhile has feet of its own.
      if (foot.isConnected && !rests.get(foot)?.(most)) continue;
      wanted.delete(foot);
      // Watched anew: the observer tells only of what changes, and the foot may still be near.
      near.unobserve(foot);
      if (foot.isConnected) near.observe(foot);
    }
  }
}

/** Begins a turn. @param {number} [elements] that may be made in it */
export function begin(elements = TURN) {
  left = elements;
}

/**
 * The elements of a list; of a long one the first, and a foot that draws more when it comes near or is pressed.
 * @template T
 * @param {readonly T[]} items
 * @param {(item: T) => HTMLElement} build
 * @param {'li' | 'div' | 'tr'} tag of the foot, as its place asks for
 * @returns {HTMLElement[]}
 */
export function long(items, build, tag) {
  let drawn = 0;
  const some = (/** @type {number} */ end) => {
    const made = [];
    for (const item of items.slice(drawn, end)) {
      if (left <= 0) break;
      const one = build(item);
      left -= 1 + one.getElementsByTagName('*').length;
      made.push(one);
    }
    drawn += made.length;
    return made;
  };
  const first = some(SOON);
  if (drawn === items.length) return first;
  const button = el('button', { type: 'button', class: 'plain' });
  const foot = el(tag, { class: 'more soon' }, tag === 'tr' ? el('th', { scope: 'row' }, button) : button);
  const count = () => {
    button.textContent = texts.more(items.length - drawn);
    // What comes by itself is not to be pressed.
    foot.classList.toggle('soon', drawn < Math.min(SOON, items.length));
  };
  let end = SOON;
  rests.set(foot, (most) => {
    // A wish that a turn could not fulfil goes on in the next.
    if (drawn >= end) end = drawn + most;
    foot.before(...some(end));
    count();
    if (drawn === items.length) foot.remove();
    return drawn >= end || drawn === items.length;
  });
  button.addEventListener('click', () => want(foot, PIECE));
  count();
  if (drawn < SOON) want(foot, 0);
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
