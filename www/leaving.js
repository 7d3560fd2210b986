// A window that is left: out of sight at once, and closed when what it was for is seen. To close it all of the page is styled
// anew, which would hold that up.

import { nextFrame } from './turns.js';

/** So long at most what it was for is waited for, milliseconds: until it is closed nothing can be clicked. */
const LONGEST = 100;

/** @param {HTMLDialogElement} dialog @param {Promise<void> | undefined} done what it was for */
export function leave(dialog, done) {
  dialog.classList.add('left');
  // Keys are no longer the window's.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const close = () => {
    dialog.classList.remove('left');
    dialog.close();
  };
  // What was answered is drawn in a task of its own, before the frame that comes.
  void Promise.race([done, new Promise((late) => setTimeout(late, LONGEST))]).then(() => setTimeout(() => nextFrame(close)));
}
