// The row of views and the switch of layers: which are there, which is chosen.

import { find } from '../dom.js';

/** @typedef {import('../types/page').State} State */

/** Which layers have something to mark in which view. @type {Record<string, string[]>} */
const LAYERS = {
  side: ['changes', 'names', 'quotes', 'dates'],
  inline: ['changes', 'names', 'quotes', 'dates'],
  read: ['names', 'quotes', 'dates', 'shared'],
};

/** @param {State} state */
export function followTabs({ overview, view, layer, onlyChanges, query, correcting }) {
  const several = (overview?.articles.length ?? 0) > 1;
  /** @type {Record<string, boolean>} */
  const there = {
    ledger: (overview?.changes.length ?? 0) > 0,
    side: several,
    inline: several,
    many: (overview?.articles.length ?? 0) > 2,
    found: query !== '',
  };
  for (const tab of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('#tabs [data-view]'))) {
    const name = tab.dataset.view ?? '';
    // Hidden once more by its property, it would be styled once more.
    tab.toggleAttribute('hidden', there[name] === false);
    const chosen = String(name === view);
    if (tab.getAttribute('aria-selected') === chosen) continue;
    tab.setAttribute('aria-selected', chosen);
    // The browser looks whether the focus can stay, and styles all for that.
    tab.tabIndex = name === view ? 0 : -1;
  }
  for (const panel of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-panel]'))) {
    panel.toggleAttribute('hidden', panel.dataset.panel !== view);
  }
  const group = find('#layers');
  group.toggleAttribute('hidden', !LAYERS[view]);
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (group.querySelectorAll('[data-layer]'))) {
    const { layer: name = '' } = button.dataset;
    button.toggleAttribute('hidden', !LAYERS[view]?.includes(name) || (name === 'shared' && !several));
    button.setAttribute('aria-pressed', String(button.dataset.layer === layer));
  }
  const only = find('#only-changes');
  only.toggleAttribute('hidden', view !== 'side' && view !== 'inline');
  only.setAttribute('aria-pressed', String(onlyChanges));
  const correct = find('#correcting');
  correct.toggleAttribute('hidden', !['side', 'names', 'quotes', 'read'].includes(view));
  correct.setAttribute('aria-pressed', String(correcting));
  const panels = find('#panels');
  panels.dataset.layer = layer;
  panels.toggleAttribute('data-only-changes', onlyChanges);
}

/** Arrow keys walk along the tabs, as people who use them expect. */
export function followTabKeys() {
  find('#tabs').addEventListener('keydown', (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const tabs = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('#tabs [data-view]:not([hidden])')]);
    const at = tabs.findIndex((tab) => tab === document.activeElement);
    const next = tabs[(at + by + tabs.length) % tabs.length];
    event.preventDefault();
    next?.focus();
    next?.click();
  });
}
