// The command palette: every view, action, article and name by a few letters.

import { el, find } from './dom.js';
import { labels } from './labels.js';
import { opening } from './views/prose.js';
import { texts } from './words.js';

/** @typedef {{ words: string, kind: string, act: () => void }} Command */

/** So many are listed; more letters make it fewer. */
const LISTED = 12;

/** Names are offered only once something was typed, and no more than these are looked through. */
const NAMES = 5000;

/** Letters as they are compared. @param {string} text */
const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * What can be done now: the page's own buttons, as far as they can be pressed, then articles and names.
 * @param {import('./store.js').Store} store
 * @param {import('./actions.js').Actions} actions
 * @returns {Command[]}
 */
function commands(store, actions) {
  const places = ['#tabs button, .switches button', '#take-dialog [data-do]', '.doors button, .tools button:not(#commands), #modes-list button'];
  const buttons = places.flatMap((place) => /** @type {HTMLButtonElement[]} */ ([...document.querySelectorAll(place)]));
  const own = buttons.flatMap((button) => {
    if (button.disabled || button.hidden || button.closest('[hidden]:not(#modes-list)')) return [];
    const words = (button.querySelector('[data-text]') ?? button).textContent?.trim() ?? '';
    return [{ words: button.title || words, kind: button.getAttribute('role') === 'tab' ? texts.viewKind : '', act: () => button.click() }];
  });
  const { overview } = store.state;
  const articles = (overview?.articles ?? []).map((card, at) => ({
    words: `${card.id}  ${opening(card.title ?? card.file, 70)}`,
    kind: texts.read,
    act: () => actions.show({ view: 'read', article: at, layer: 'names' }),
  }));
  const names = (overview?.entities ?? []).slice(0, NAMES).map(({ entity }) => ({
    words: entity.name,
    kind: labels[entity.label]?.[1] ?? '',
    act: () => actions.show({ view: 'names', layer: 'names', entity: entity.id, mention: 0 }),
  }));
  return [...own, ...articles, ...names];
}

/** How well a command answers what was typed: all words must be in it, best at its beginning. @param {string} words @param {string[]} typed */
function fit(words, typed) {
  const text = plain(words);
  let best = 0;
  for (const word of typed) {
    const at = text.indexOf(word);
    if (at < 0) return -1;
    best += at === 0 ? 3 : /\s/.test(text[at - 1] ?? '') ? 2 : 1;
  }
  return best;
}

/**
 * @param {import('./store.js').Store} store
 * @param {import('./actions.js').Actions} actions
 */
export function createPalette(store, actions) {
  const dialog = /** @type {HTMLDialogElement} */ (find('#palette'));
  const field = /** @type {HTMLInputElement} */ (find('#palette-field'));
  const list = find('#palette-list');
  /** @type {Command[]} */
  let all = [];
  /** @type {Command[]} */
  let shown = [];
  let at = 0;

  function draw() {
    const typed = plain(field.value).split(/\s+/).filter(Boolean);
    const fitting = all.map((one) => ({ one, fit: fit(one.words, typed) })).filter((one) => one.fit >= 0);
    shown = fitting.sort((x, y) => y.fit - x.fit).slice(0, LISTED).map(({ one }) => one);
    at = Math.min(at, Math.max(0, shown.length - 1));
    list.replaceChildren(
      ...shown.map(({ words, kind }, i) =>
        el('li', { role: 'option', id: `command-${i}`, 'aria-selected': i === at }, words, kind && el('span', { class: 'also' }, kind)),
      ),
    );
    find('#palette-none').hidden = shown.length > 0;
    field.setAttribute('aria-activedescendant', shown.length > 0 ? `command-${at}` : '');
    list.children[at]?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {number} i */
  function run(i) {
    const command = shown[i];
    if (!command) return;
    dialog.close();
    command.act();
  }

  field.addEventListener('input', () => {
    at = 0;
    draw();
  });
  field.addEventListener('keydown', (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') run(at);
    else if (by && shown.length > 0) at = (at + by + shown.length) % shown.length;
    else return;
    event.preventDefault();
    draw();
  });
  dialog.addEventListener('close', () => {
    field.value = '';
  });
  list.addEventListener('click', ({ target }) => {
    const option = target instanceof Element && target.closest('li');
    if (option) run([...list.children].indexOf(option));
  });

  return {
    /** Once its window is open: lists what can be done, and does the first where Enter was pressed before. @param {boolean} entered */
    fill(entered) {
      all = commands(store, actions);
      at = 0;
      draw();
      if (entered) run(at);
    },
  };
}
