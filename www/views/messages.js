// What the page says: files that could not be read, what is being read, and what was just done.

import { clone, el, find, fragment } from '../dom.js';
import { missing } from '../links.js';
import { texts } from '../texts.js';

/** @typedef {import('../types/page').State} State */

/** So many messages stand above what was read: of a folder many may say the same, and what was found is to be in sight. */
const FEW = 3;

/** @param {State['failures']} failures */
export function failures(failures) {
  const all = failures.map(({ id, file, message }) => {
    const made = clone('failure');
    made.dataset.failure = file;
    find('p', made).textContent = `${message}.`;
    const button = find('button', made);
    button.dataset.dismiss = String(id);
    button.setAttribute('aria-label', `${texts.dismiss}: ${file}`);
    return made;
  });
  const more = all.splice(FEW);
  if (more.length === 0) return fragment(...all);
  const summary = el('summary', { 'data-focus': 'failures' }, texts.moreFailures(more.length));
  const dismiss = el('button', { type: 'button', class: 'plain', 'data-do': 'dismiss', 'data-focus': 'dismiss-all' }, texts.dismissAll);
  return fragment(...all, el('details', {}, summary, ...more), el('p', {}, dismiss));
}

/**
 * The frame of the progress. It is drawn once: a button that is made anew for every file cannot be clicked.
 * @param {boolean} reading
 */
export function progress(reading) {
  if (!reading) return fragment();
  return fragment(
    el('label', { for: 'progress-bar' }),
    el('progress', { id: 'progress-bar' }),
    el('button', { type: 'button', 'data-do': 'cancel' }, texts.cancel),
  );
}

/** Says in that frame how far reading is. @param {State['progress']} progress */
export function fillProgress(progress) {
  if (!progress) return;
  const { done, total, name } = progress;
  const bar = /** @type {HTMLProgressElement} */ (find('#progress-bar'));
  bar.max = total;
  bar.value = done;
  find('#progress label').textContent = done < total ? texts.reading(done + 1, total, name) : texts.comparing;
}

/** What a link or a project waits for. @param {State} state */
export function awaited({ target, sources }) {
  const files = target ? missing(target, sources) : [];
  if (!target || files.length === 0) return fragment();
  const names = [...new Set(files.map(({ file, sha256 }) => file ?? texts.unnamed(sha256)))];
  return fragment(el('p', { class: 'awaited' }, texts.waits(names)));
}

/** @param {State['toast']} toast */
export function toast(toast) {
  if (!toast) return fragment();
  return fragment(
    el('span', {}, toast.text),
    toast.undo && el('button', { type: 'button', 'data-do': 'undo' }, texts.undo),
    el('button', { type: 'button', 'data-do': 'hush', 'aria-label': texts.dismiss }, '×'),
  );
}
