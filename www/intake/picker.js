// The two pickers: files, and a folder with all that is in it.

import { find } from '../dom.js';
import { incoming, isArticle, isOwn } from './drop.js';

/** @param {(files: import('../types/page').Incoming[]) => void} open */
export function acceptPicks(open) {
  for (const id of ['#open-files', '#open-folder']) {
    const input = /** @type {HTMLInputElement} */ (find(id));
    input.addEventListener('change', () => {
      // A folder's files come with their paths, which tell what lies in a hidden folder.
      const own = [...(input.files ?? [])].filter((file) => (file.webkitRelativePath ? isArticle(file.webkitRelativePath) : isOwn(file.name)));
      const files = incoming(own);
      // The same file can be picked again after it was removed.
      input.value = '';
      open(files);
    });
  }
}
