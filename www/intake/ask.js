// Asking before anything is opened that somebody else sends.

import { el, find } from '../dom.js';

/** More names than these are counted, not listed. */
const LISTED = 12;

/** Questions wait for each other. @type {Promise<unknown>} */
let last = Promise.resolve();

/**
 * Asks whether to open these files. Closing the window says no.
 * @param {string} who what sends them, and how many
 * @param {readonly import('../types/page').Incoming[]} files
 * @returns {Promise<boolean>}
 */
export function ask(who, files) {
  const asked = last.then(() => show(who, files));
  last = asked;
  return asked;
}

/** @param {string} who @param {readonly import('../types/page').Incoming[]} files @returns {Promise<boolean>} */
function show(who, files) {
  const dialog = /** @type {HTMLDialogElement} */ (find('#ask-dialog'));
  find('#ask-title').textContent = who;
  const names = files.slice(0, LISTED).map(({ name }) => el('li', {}, name));
  find('#ask-files').replaceChildren(...names, ...(files.length > LISTED ? [el('li', {}, '…')] : []));
  return new Promise((resolve) => {
    let yes = false;
    find('#ask-open').onclick = () => {
      yes = true;
      dialog.close();
    };
    dialog.addEventListener('close', () => resolve(yes), { once: true });
    dialog.showModal();
  });
}
