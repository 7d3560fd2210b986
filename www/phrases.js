// The words of the views; texts.js has those of the page around them.

import { counted } from './format.js';
import { wording } from './wording.js';

export const phrases = {
  ...wording,
  added: 'added ',
  removedWords: 'removed ',
  ownWords: 'only here: ',
  style: 'style only',
  missing: (/** @type {string} */ id) => `Not in ${id}`,
  missingIs: (/** @type {string} */ id) => `Findings where ${id} lacks words that another article has`,

  moreNotes: (/** @type {number} */ n) => `and ${counted(n, 'note')} more`,
  styleFolded: (/** @type {number} */ n) => `${counted(n, 'difference')} of style only`,
  allFindings: 'All findings',
  why: 'Why',
  placed: (/** @type {string} */ words) => `Ranked as ${words}.`,
  sure: (/** @type {string} */ sure, /** @type {string | null} */ intent) =>
    `How sure: ${sure}.${intent ? ` What differs: ${intent}.` : ''}`,
  rule: 'Rule',
  copy: 'Copy',
  copyIs: 'Copy as a note: both passages with their sources',
  copied: 'Copied: both passages with their sources.',
  closedAgain: 'What was opened last is closed again. Redo brings it back.',
  notCopied: 'The browser did not allow copying. Select the passage and copy it yourself.',
};
