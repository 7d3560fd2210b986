// The words about what the user makes of it: corrections, reviews, projects, links.

import { list, number } from './format.js';

export const wording = {
  correct: 'Edit',
  correctThis: (/** @type {string} */ id) => `Edit headline, day and more of ${id}`,
  accept: 'Accept',
  acceptDay: (/** @type {string} */ id) => `Accept this day as that of ${id}`,
  tookBack: 'Took back',

  reviewed: 'Reviewed',
  isWrong: 'Wrong',
  isWrongIs: 'This finding is not right. It stays here, struck out',
  reviewedIs: 'You have looked at this finding',
  yourNote: 'Note',
  noteLabel: 'Your note',
  standing: (/** @type {number} */ seen, /** @type {number} */ wrong) =>
    seen + wrong > 0 ? `Gravest first. Reviewed: ${number(seen)}, wrong: ${number(wrong)}.` : 'Gravest first.',
  noted: 'Noted.',

  reveal: 'Show what changed',
  onlyHere: 'Only here',
  inSome: 'In some others too',
  inAll: 'In the others too',
  sharedWith: (/** @type {string} */ ids) => `also in ${ids.split(' ').join(', ')}`,

  pictureAs: 'Picture as',
  savePicture: (/** @type {string} */ kind) => `Save this picture as ${kind}`,
  copiedLink: 'Copied. The link holds no text: whoever opens it drops the same files to see this place.',
  notProject: (/** @type {string} */ name) => `${name} is no project that this version can read`,
  waits: (/** @type {string[]} */ files) => `Waiting for ${list(files)}. Drop ${files.length > 1 ? 'the same files' : 'the same file'} to go on.`,
  unnamed: (/** @type {string} */ sha256) => `a file whose SHA-256 begins with ${sha256.slice(0, 12)}`,
};
