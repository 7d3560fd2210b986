// Long lists: what is far below the window is drawn when reading comes near it.

import { el } from './dom.js';
import { texts } from './texts.js';

/** A list of at most so many is drawn at once, so that the browser's own search finds everything in it. */
const AT_ONCE = 400;

/** So many are drawn at a time: a few milliseconds of work. */
const PIECE = 100;

/** How each foot that stands for the rest of a list draws more of it. @type {WeakMap<Element, () => void>} */
const rests = new WeakMap();

const near = new IntersectionObserver(
  (seen) => {
    for (const { target, isIntersecting } of seen) if (isIntersecting) rests.get(target)?.();
  },
  { rootMargin: '1500px' },
);

/**
 * The elements of a list; of a long one the first, and a foot that draws more when it comes near or is pressed.
 * @template T
 * @param {readonly T[]} items
 * @param {(item: T) => HTMLElement} build
 * @param {'li' | 'div' | 'tr'} tag of the foot, as its place asks for
 * @returns {HTMLElement[]}
 */
export function long(items, build, tag) {
  if (items.length <= AT_ONCE) return items.map(build);
  const button = el('button', { type: 'button', class: 'plain' });
  const foot = el(tag, { class: 'more' }, tag === 'tr' ? el('th', { scope: 'row' }, button) : button);
  let drawn = PIECE;
  const count = () => {
    button.textContent = texts.more(items.length - drawn);
  };
  const draw = () => {
    foot.before(...items.slice(drawn, (drawn += PIECE)).map(build));
    near.unobserve(foot);
    if (drawn >= items.length) return foot.remove();
    count();
    // Watched anew: the observer tells only of what changes, and the foot may still be near.
    near.observe(foot);
  };
  rests.set(foot, draw);
  button.addEventListener('click', draw);
  count();
  near.observe(foot);
  return [...items.slice(0, drawn).map(build), foot];
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
    draw();
  }
}

// Paper shows everything.
addEventListener('beforeprint', () => {
  for (const panel of document.querySelectorAll('[data-panel]:not([hidden])')) seek(panel, () => null);
});
