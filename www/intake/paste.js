// Pasting: Ctrl+V anywhere outside a field opens at once; the dialog is for those who want to see the text first.

import { find } from '../dom.js';
import { texts } from '../texts.js';
import { filesOf } from './drop.js';

/** @typedef {import('../types/page').Incoming} Incoming */

/** Whether letters typed at `target` are text: not so at a switch, even in the moment after its window was closed. */
/** @param {EventTarget | null} target */
export const isField = (target) =>
  target instanceof Element && target.closest(`input:not(${SWITCHES}), textarea, select, [contenteditable]`) !== null;
const SWITCHES = '[type=checkbox], [type=radio], [type=file]';

/** How browsers mark what was selected of a page. */
const SELECTED = '<!--StartFragment-->';

/** Elements that tell a text's parts; without one, markup says no more than the plain text. */
const BLOCKS = /<(p|h[1-6]|li|blockquote)\b/i;

/**
 * @param {(files: Incoming[]) => void} open
 * @returns {(text: string) => void} opens a text as the next "Pasted text"
 */
export function acceptPastes(open) {
  let pasted = 0;
  /** @param {string} markup */
  const openMarkup = (markup) => {
    pasted += 1;
    // What was selected is wanted whole: the mark tells the engine to set nothing aside.
    open([{ name: texts.pasted(pasted), blob: new Blob([SELECTED, markup], { type: 'text/html' }) }]);
  };
  /** @param {string} text */
  const openText = (text) => {
    pasted += 1;
    open([{ name: texts.pasted(pasted), blob: new Blob([text], { type: 'text/plain' }) }]);
  };

  const dialog = /** @type {HTMLDialogElement} */ (find('#paste-dialog'));
  const field = /** @type {HTMLTextAreaElement} */ (find('#paste-text'));
  find('#paste').addEventListener('click', () => {
    field.value = '';
    dialog.showModal();
  });
  find('#paste-open').addEventListener('click', () => {
    dialog.close();
    if (field.value.trim()) openText(field.value);
    field.value = '';
  });

  document.addEventListener('paste', async (event) => {
    if (!event.clipboardData || isField(event.target) || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    const text = event.clipboardData.getData('text/plain');
    const markup = event.clipboardData.getData('text/html');
    const files = await filesOf(event.clipboardData);
    if (files.length > 0) open(files);
    else if (BLOCKS.test(markup)) openMarkup(markup);
    else if (text.trim()) openText(text);
  });
  return openText;
}
