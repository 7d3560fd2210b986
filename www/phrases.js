// The words of the views; texts.js has those of the page around them.

import { counted } from './format.js';
import { wording } from './wording.js';

export const phrases = {
  ...wording,
  compare: 'Compare',
  with: 'with',
  added: 'added ',
  removedWords: 'removed ',
  ownWords: 'only here: ',
  reworded: 'Reworded',
  rewritten: 'Rewritten',
  related: 'About the same',
  onlyIn: (/** @type {string} */ id) => `Only in ${id}`,
  same: 'The same',
  unit: 'Sentences:',
  style: 'style only',
  movedTo: (/** @type {string} */ id, /** @type {number | null} */ n) =>
    n ? `Moved: paragraph ${n} in ${id}` : `Moved in ${id}`,
  movedFrom: (/** @type {string} */ other, /** @type {number | null} */ n) =>
    n ? `Moved from paragraph ${n} of ${other}` : `Moved, stands elsewhere in ${other}`,
  toldIn: (/** @type {string} */ other, /** @type {number | null} */ n) =>
    n ? `Beside paragraph ${n} of ${other}` : `Beside what ${other} says elsewhere`,
  folded: (/** @type {number} */ n) => `${counted(n, 'sentence')}, word for word the same`,
  moved: 'Moved',
  weave: (/** @type {string} */ a, /** @type {string} */ b) =>
    `How ${a} (above) and ${b} (below) are woven together, sentence by sentence`,
  noPair: 'These two articles share no text that could be put side by side.',
  missing: (/** @type {string} */ id) => `Not in ${id}`,
  missingIs: (/** @type {string} */ id) => `Findings where ${id} lacks words that another article has`,

  furniture: (/** @type {number} */ n) => `${counted(n, 'line')} of page furniture, set aside`,
  named: 'How often each is named',
  noNames: 'No names were found.',
  chooseName: 'Choose a name to see every mention of it.',
  also: 'also',
  mentionOf: (/** @type {number} */ at, /** @type {number} */ total) => `Mention ${at} of ${total}`,
  next: 'Next',
  previous: 'Previous',
  total: 'All',
  moreNotes: (/** @type {number} */ n) => `and ${counted(n, 'note')} more`,
  all: 'All',
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
  handedOver: 'Handed to the browser: look among your downloads.',
  closedAgain: 'What was opened last is closed again. Redo brings it back.',
  notCopied: 'The browser did not allow copying. Select the passage and copy it yourself.',
};
