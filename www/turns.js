// Drawing in turns: in each no more is made than a slow machine lays out in a moment; in between a frame is shown, and keys
// and clicks are answered.

import { find } from './dom.js';
import { whenFree } from './pressing.js';

/** So many of a list are drawn when reading comes near its foot, or the foot is pressed. */
const PIECE = 100;

/** Elements of a turn: what a slow machine makes and lays out in less than 50 ms. */
const TURN = 200;

/** Those of the first, in which a window is laid out anew: they fill it. */
const FIRST = 120;

/** Elements that may still be made in this turn. */
let left = FIRST;

/**
 * What draws more of a list before its foot, while the turn lasts: so many, or, where they are infinite, what comes
 * without being asked for. Tells how many of them are left.
 * @typedef {(most: number) => number} Rest
 */

/** How a list is drawn on before its foot, and back behind it. @typedef {{ rest: Rest, back: (most: number) => void }} Draws */

/** @type {WeakMap<Element, Draws>} */
const lists = new WeakMap();

/** Feet of lists that are drawn on, and how many of each are wanted. @type {Map<Element, number>} */
const wanted = new Map();

const near = new IntersectionObserver(
  (seen) => {
    for (const { target, isIntersecting, boundingClientRect } of seen) {
      if (!isIntersecting) continue;
      // Whoever reads behind it has drawn what stands there, and not all between.
      if (boundingClientRect.top < 0) whenFree(() => back(target));
      else want(target);
    }
  },
  { rootMargin: '1500px' },
);

/** So many are drawn behind a foot at once. */
const FEW = 10;

/** Draws some behind a foot that is near, and looks whether it still is. @param {Element} foot */
function back(foot) {
  lists.get(foot)?.back(FEW);
  near.unobserve(foot);
  if (foot.isConnected) near.observe(foot);
}

/** Has something done after the frame that comes. @param {(value?: unknown) => void} act */
export const nextFrame = (act) => requestAnimationFrame(() => setTimeout(() => whenFree(act)));

/** Whether turns are under way. */
let busy = false;

/** What stands below a view is not seen until it is drawn, and is not pushed down by it. @param {boolean} [waits] */
export function hold(waits = false) {
  for (const one of ['#foot', '#privacy']) find(one).classList.toggle('held', waits || busy);
}

/** Has a list drawn on in turns to come. @param {Element} foot @param {number} [most] */
export function want(foot, most = PIECE) {
  wanted.set(foot, most);
  if (!busy) void drawOn();
}

/** Draws what is wanted, turn by turn. */
async function drawOn() {
  busy = true;
  hold();
  while (wanted.size > 0) {
    await new Promise(nextFrame);
    begin(TURN);
    for (const [foot, most] of [...wanted]) {
      if (left <= 0) break;
      wanted.delete(foot);
      // What was drawn anew meanwhile has feet of its own.
      const still = (foot.isConnected && lists.get(foot)?.rest(most)) || 0;
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
  hold();
}

/** Begins a turn. @param {number} [elements] that may be made in it */
export function begin(elements = FIRST) {
  left = elements;
}

/** Lets what is drawn anew be as much as it was, and its controls more, so that reading stays where it is. @param {Element} place */
export function allow(place) {
  left = Math.max(left, FIRST + place.getElementsByTagName('*').length);
}

/** Whether nothing more may be made in this turn. */
export const isOver = () => left <= 0;

/** So many elements it is. @param {Element} made */
export const sizeOf = (made) => 1 + made.getElementsByTagName('*').length;

/** Counts what was made, and tells how much it is. @param {Element} made */
export function spend(made) {
  const elements = sizeOf(made);
  left -= elements;
  return elements;
}

/** Says how a list is drawn on at its foot, and has that done soon, or when reading comes near. @param {Element} foot @param {Draws} draws @param {boolean} soon */
export function follow(foot, draws, soon) {
  lists.set(foot, draws);
  if (soon) want(foot, Infinity);
  else near.observe(foot);
}

/** Draws on at once before a foot, or back behind it; whether it is one. @param {Element | null} foot @param {keyof Draws} way @param {number} most */
export function drawAt(foot, way, most) {
  const draws = foot && lists.get(foot);
  const before = left;
  left = Infinity;
  draws?.[way](most);
  left = before;
  return Boolean(draws);
}

/** Draws on at once before the first foot that is in a place; whether there was one. @param {ParentNode} place @param {number} [most] */
export const drawNow = (place, most = PIECE) => drawAt(place.querySelector('.more'), 'rest', most);
