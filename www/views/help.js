// The list of keys, the ways to check that nothing leaves, and the receipt of all requests.

import { about } from '../about.js';
import { el, find } from '../dom.js';
import { keys } from '../labels.js';
import { storedFiles } from '../offline.js';
import { texts } from '../texts.js';
import { receipt } from './messages.js';

/** Fills what the page's HTML only holds a place for. */
export function fillHelp() {
  const rows = keys.map(([combination, meaning]) => {
    const caps = (combination ?? '').split(' ').map((cap) => el('kbd', {}, cap));
    return el('tr', {}, el('th', { scope: 'row' }, ...caps.flatMap((cap) => [cap, ' '])), el('td', {}, meaning));
  });
  find('#keys-list').replaceChildren(...rows);
  find('#about').replaceChildren(
    el('summary', {}, about.title),
    ...about.lines.map((line) => el('p', {}, line)),
    el('ul', {}, ...about.sources.map((source) => el('li', {}, source))),
  );
  // Only where the page is hosted, the page in one file is beside it.
  find('#one-file').hidden = !document.documentElement.dataset.service;
  find('#checks').replaceChildren(...texts.checks.map((check) => el('li', {}, check)));
}

/** Lists the requests each time the ways to check are unfolded. @param {import('../engine.js').Engine} engine */
export function followReceipt(engine) {
  const details = /** @type {HTMLDetailsElement} */ (find('#privacy'));
  details.addEventListener('toggle', async () => {
    if (!details.open) return;
    const own = performance.getEntriesByType('resource').map((entry) => entry.name);
    // An engine that did not load has asked for nothing that is worth listing.
    const workers = await engine.requests().catch(() => []);
    find('#receipt').replaceChildren(receipt([...own, ...workers], await storedFiles()));
  });
}
