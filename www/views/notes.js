// How each article was read: repairs, doubts and remarks.

import { el, fragment } from '../dom.js';
import { notes as kinds } from '../labels.js';
import { texts } from '../texts.js';

/** @param {import('../types/report').Overview | null} overview */
export function notes(overview) {
  const articles = overview?.articles ?? [];
  const parts = articles.map((article) => {
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
  return fragment(...parts);
}
