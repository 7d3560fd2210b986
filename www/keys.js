// The keyboard. Never inside a field or a window, and it can be switched off.

import { isField } from './intake/paste.js';
import { ordered } from './proposal.js';
import { settings } from './settings.js';
import { find } from './dom.js';
import { stepBy } from './stepping.js';

/** @typedef {import('./types/page').ViewName} ViewName */

/** Digits as the whole product uses them. */
/** @type {Record<string, ViewName>} */
const VIEWS = { 1: 'ledger', 2: 'side', 3: 'inline', 5: 'names', 6: 'quotes', 7: 'timeline', 8: 'many', 9: 'read', 0: 'notes' };

/** @type {Record<string, import('./types/page').Layer>} */
const LAYERS = { c: 'changes', e: 'names', q: 'quotes', d: 'dates', s: 'shared' };

/** Keys that correct the chosen name. @type {Record<string, string>} */
const FORMS = { m: 'form-merge', w: 'form-rename', t: 'decide-label', u: 'split-0', Delete: 'unname', Backspace: 'unname' };

/**
 * @param {import('./store.js').Store} store
 * @param {import('./actions.js').Actions} actions
 */
export function followKeys(store, actions) {
  /** @param {number} by */
  const article = (by) => {
    const { view, article: at, pair, overview } = store.state;
    const count = overview?.articles.length ?? 0;
    if (count < 2) return;
    if (view === 'side' || view === 'inline') {
      const others = [...Array(count).keys()].filter((index) => index !== pair[0]);
      const next = others[(others.indexOf(pair[1]) + by + others.length) % others.length] ?? pair[1];
      actions.show({ pair: ordered(pair[0], next) });
    } else {
      actions.show({ article: (at + by + count) % count });
    }
  };

  /** Goes to a control for the chosen name. @param {string} control */
  async function correctName(control) {
    await actions.correcting(true);
    // The controls are drawn in a task of their own.
    setTimeout(() => {
      const field = document.querySelector(`[data-panel="names"] [data-focus="${control}"]`);
      if (field instanceof HTMLElement) field.focus();
      if (field instanceof HTMLInputElement) field.select();
    });
  }

  /** The finding where reading stands. */
  const current = () => document.querySelector('.finding.current')?.getAttribute('data-row') ?? '';

  /** @param {string} key @returns {boolean} whether the key means something */
  function press(key) {
    const view = VIEWS[key];
    const layer = LAYERS[key];
    const tab = view && document.querySelector(`#tabs [data-view="${view}"]`);
    if (tab instanceof HTMLButtonElement && !tab.hidden) {
      actions.view(view);
      // The Tab key goes on in what was turned to, which is shown in a task of its own.
      setTimeout(() => find(`#panel-${view}`).focus({ preventScroll: true }));
    } else if (layer) actions.set({ layer: store.state.layer === layer ? 'none' : layer });
    else if (key === '4') actions.set({ onlyChanges: !store.state.onlyChanges });
    else if (key === 'n' || key === 'j') stepBy(store, actions, 1);
    else if (key === 'p' || key === 'k') stepBy(store, actions, -1);
    else if (key === ']') article(1);
    else if (key === '[') article(-1);
    else if (key === 'x') actions.mark(current(), 'seen');
    else if (key === 'r') void actions.correcting(!store.state.correcting);
    else if (store.state.view === 'names' && store.state.entity && FORMS[key]) void correctName(FORMS[key]);
    else if (key === 'y') void actions.copy(current());
    else if (key === '/') find('#search').focus();
    else if (key === '?') find('#help').click();
    else if (key === 'Escape') actions.set({ toast: null, entity: null, spot: null, speaker: null, linking: null });
    else return false;
    return true;
  }

  // From the field of the search to what was found, or back to what was read.
  find('#search').addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') stepBy(store, actions, 1);
    else if (key === 'Escape') find('[role=tabpanel]:not([hidden])').focus({ preventScroll: true });
  });

  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || isField(event.target)) return;
    if (document.querySelector('dialog[open]:not(.left)')) return;
    const command = event.ctrlKey || event.metaKey;
    if (command && event.key.toLowerCase() === 'z') {
      event.preventDefault();
      if (event.shiftKey) actions.redo();
      else actions.undo();
    } else if (!command && settings.keys && press(event.key)) {
      event.preventDefault();
    }
  });
}
