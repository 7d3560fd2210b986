// Opens the palette, by its button or its keys; what fills it is loaded when it is first needed.

import { find } from './dom.js';

/** @param {import('./needed.js').Needed} needed @returns {() => void} what opens it */
export function followPalette(needed) {
  /** What is typed before its commands are there is not lost: the window has the focus at once. */
  function openPalette() {
    const dialog = /** @type {HTMLDialogElement} */ (find('#palette'));
    let entered = false;
    const watch = (/** @type {KeyboardEvent} */ { key }) => {
      entered ||= key === 'Enter';
    };
    dialog.addEventListener('keydown', watch);
    dialog.showModal();
    void needed().then((tools) => {
      dialog.removeEventListener('keydown', watch);
      if (tools) tools.fillPalette(entered);
      else dialog.close();
    });
  }

  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k' || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    openPalette();
  });
  return openPalette;
}
