// How each article was read: repairs, doubts and remarks.

import { el, fragment } from '../dom.js';
import { told } from '../told.js';
import { notes as kinds } from '../terms.js';
import { texts } from '../words.js';

/** Of more articles, those without a note are only counted. */
const SHOWN = 12;

/** @param {import('../types/page').State} state */
export function notes({ overview, decisions }) {
  if (!overview) return fragment();
  const { articles } = overview;
  const shown = articles.filter(({ notes }) => notes.length > 0 || articles.length <= SHOWN);
  const quiet = articles.length - shown.length;
  const parts = shown.map((article) => {
    const rows = article.notes.flatMap((note) => [
      el('dt', {}, kinds[note.kind] ?? note.kind),
      el('dd', {}, note.message),
    ]);
    return el(
      'section',
      {},
      el('h2', {}, el('span', { class: 'letter' }, article.id), ' ', article.title ?? article.file),
      el('p', { class: 'file' }, article.file, article.member ? ` › ${article.member} ` : ' ', el('span', { class: 'hash', title: article.sha256 }, `SHA-256 ${article.sha256.slice(0, 12)} …`)),
      rows.length > 0 ? el('dl', {}, ...rows) : el('p', { class: 'nothing' }, texts.noNotes),
    );
  });
  return fragment(decisions.length > 0 && corrections(overview, decisions), ...parts, quiet > 0 && el('p', { class: 'nothing' }, texts.noNotesIn(quiet)));
}

/** What the user corrected, the last first. @param {import('../types/report').Overview} overview @param {readonly import('../types/page').Decision[]} decisions */
function corrections(overview, decisions) {
  const rows = decisions.map((one, at) =>
    el('li', {}, told(one, overview), ' ', el('button', { type: 'button', class: 'plain', 'data-takeback': at, 'data-focus': `takeback-${at}` }, texts.takeBack)),
  );
  return el('section', { class: 'corrections' }, el('h2', {}, texts.corrections), el('ul', {}, ...rows.reverse()));
}
