// Three ways to look in a class or a newsroom: large type, without outlets and dates, and guessing before it is said.

import { el, find, fragment } from './dom.js';
import { replace, settle } from './staying.js';
import { texts } from './words.js';

/** @typedef {'projector' | 'blind' | 'guess'} Mode */

/** @type {readonly Mode[]} */
const MODES = ['projector', 'blind', 'guess'];

/** What each is called and does. @type {Record<Mode, [string, string]>} */
const WORDS = { projector: [texts.projector, texts.projectorIs], blind: [texts.blind, texts.blindIs], guess: [texts.guess, texts.guessIs] };

const root = document.documentElement;

/** @param {string} name */
export function toggleMode(name) {
  root.toggleAttribute(`data-${name}`);
  draw();
}

/** The buttons in the help, and a line that says which modes hold. */
function draw() {
  const before = document.activeElement;
  const on = (/** @type {Mode} */ name) => root.hasAttribute(`data-${name}`);
  const button = (/** @type {Mode} */ name) => el('button', { type: 'button', 'data-mode': name, 'aria-pressed': on(name) }, WORDS[name][0]);
  replace(find('#modes-list'), fragment(...MODES.map((name) => el('p', {}, button(name), ' ', el('small', {}, WORDS[name][1])))));
  const lines = MODES.filter(on).map((name) =>
    el('p', {}, `${WORDS[name][0]}: ${WORDS[name][1]}. `, el('button', { type: 'button', class: 'plain', 'data-mode': name }, texts.end)),
  );
  replace(find('#modes'), fragment(...lines));
  settle(before);
}

draw();
