// What the words mean, the list of keys, the ways to check that nothing leaves, and the receipt of all requests.

import { about } from '../about.js';
import { el, find, fragment } from '../dom.js';
import { storedFiles } from '../forgetting.js';
import { meanings } from '../glossary.js';
import { kinds } from '../labels.js';
import { renderings } from '../terms.js';
import { texts } from '../words.js';

/** Keys and what they do, as the help shows them. */
const keys = [
  ['1 2 3', 'Findings, side by side, inline'],
  ['5 6 7', 'Names, quotes, timeline'],
  ['8', 'Overview of many'],
  ['9 0', 'Read, notes'],
  ['4', 'Changes only, on and off'],
  ['n j', 'Next change or mention'],
  ['p k', 'Previous change or mention'],
  ['y', 'Copy the finding as a note'],
  ['x', 'The finding is reviewed'],
  ['r', 'Correct what was read'],
  ['m u w t', 'Merge, split, rename, retype the chosen name'],
  ['Del Enter', 'The chosen name is none'],
  ['[ ]', 'Previous, next article'],
  ['c e q d s', 'Mark changes, names, quotes, dates, shared words'],
  ['Ctrl+V', 'Open what was copied'],
  ['Ctrl+Z', 'Undo'],
  ['Ctrl+Shift+Z', 'Redo'],
  ['/', 'Search in all articles'],
  ['Ctrl+K', 'Commands, articles and names'],
  ['?', 'This help'],
  ['Esc', 'Close'],
];

/** What stands on the page for each word that is explained. @type {Record<string, string>} */
const named = { ...renderings, ...kinds, ...texts.explained };

/** Fills what the page's HTML only holds a place for. */
export function fillHelp() {
  const rows = keys.map(([combination, meaning]) => {
    const caps = (combination ?? '').split(' ').map((cap) => el('kbd', {}, cap));
    return el('tr', {}, el('th', { scope: 'row' }, ...caps.flatMap((cap) => [cap, ' '])), el('td', {}, meaning));
  });
  find('#keys-list').replaceChildren(...rows);
  const words = Object.entries(meanings).map(([code, meaning]) => el('div', {}, el('dt', {}, named[code]), el('dd', {}, meaning)));
  find('#words-list').replaceChildren(...words);
  find('#about').replaceChildren(
    el('summary', {}, about.title),
    ...about.lines.map((line) => el('p', {}, line)),
    el('ul', {}, ...about.sources.map((source) => el('li', {}, source))),
  );
  // Only where the page is hosted, the page in one file is beside it.
  find('#one-file').hidden = !document.documentElement.dataset.service;
  find('#checks').replaceChildren(...texts.checks.map((check) => el('li', {}, check)));
}

/** Lists the requests since the page was loaded. @param {import('../engine.js').Engine} engine */
export async function fillReceipt(engine) {
  const own = performance.getEntriesByType('resource').map((entry) => entry.name);
  // An engine that did not load has asked for nothing that is worth listing.
  const workers = await engine.requests().catch(() => []);
  find('#receipt').replaceChildren(receipt([...own, ...workers], await storedFiles()));
}

/** @param {string} address */
const shown = (address) => {
  const url = new URL(address);
  return el('li', {}, url.origin === location.origin && url.protocol !== 'blob:' ? url.pathname : url.href);
};

/**
 * The addresses that were asked for since the page was loaded, and those of the files that the browser keeps.
 * @param {readonly string[]} addresses
 * @param {readonly string[]} stored
 */
function receipt(addresses, stored) {
  const unique = [...new Set(addresses)];
  const own = unique.every((address) => new URL(address).origin === location.origin);
  return fragment(
    el('p', {}, own ? texts.receiptAll(unique.length) : ''),
    el('ul', {}, ...unique.map(shown)),
    stored.length > 0 && el('p', {}, texts.receiptStored(stored.length)),
    stored.length > 0 && el('ul', {}, ...stored.map(shown)),
  );
}
