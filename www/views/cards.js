// One card an article: what it is, from when, and how it was read.

import { clone, el, find, fragment } from '../dom.js';
import { day } from '../format.js';
import { meanings } from '../glossary.js';
import { long } from '../long.js';
import { same } from '../patch.js';
import { texts } from '../texts.js';

/** So many notes stand on a card; the view of notes has all. */
const NOTES = 3;

/** How the engine says that a day is from another article. */
const LENT = /^(borrowed|year inferred)/;

/** @typedef {import('../types/report').Card} Card */

/** @param {import('../types/report').Overview | null} overview */
export const cards = (overview) => fragment(...long(overview?.articles ?? [], (one) => same(one, [], () => card(one)), 'div'));

/** How many they are, for their place to say: asked by its style, every card would be styled anew with each that comes. @param {number} count */
export const size = (count) => ({ 'data-some': count > 3, 'data-many': count > 6 });

/** @param {Card} card */
function card(card) {
  const made = clone('card');
  made.dataset.card = card.id;
  made.classList.toggle('aside', card.set_aside);
  find('.letter', made).textContent = card.id;
  find('.title', made).replaceChildren(card.title ? card.title : el('span', { class: 'absent' }, texts.noHeadline));
  if (!card.title && card.opening) find('.title', made).after(el('p', { class: 'opening' }, card.opening));
  const file = card.member ? `${card.file} › ${card.member}` : card.file;
  find('.file', made).textContent = file;
  find('.origin', made).textContent = card.origin ?? '';
  find('.when', made).replaceChildren(...when(card));
  find('.tag', made).textContent = card.set_aside ? texts.setAside : '';
  find('.tag', made).title = meanings.aside ?? '';
  find('.size', made).textContent = `${texts.words(card.words)}, ${texts.paragraphs(card.paragraphs)}`;
  const remove = find('button', made);
  remove.dataset.remove = card.id;
  remove.setAttribute('aria-label', texts.remove(file));
  remove.title = texts.remove(file);
  const correct = find('.correct-card', made);
  correct.dataset.correct = card.id;
  correct.textContent = texts.correct;
  correct.setAttribute('aria-label', texts.correctThis(card.id));
  const more = card.notes.length - NOTES;
  const rest = more > 0 && el('li', {}, el('button', { type: 'button', class: 'plain', 'data-view': 'notes' }, texts.moreNotes(more)));
  const aside = card.set_aside && el('li', {}, texts.sharesNothing);
  find('ul', made).replaceChildren(fragment(aside, ...card.notes.slice(0, NOTES).map((note) => el('li', {}, note.message)), rest));
  return made;
}

/** The day, and where it was found. @param {Card} card */
function when(card) {
  if (!card.date) return [el('span', { class: 'absent' }, texts.noDate)];
  // A day that nobody states is the user's to accept.
  const inferred = /^\d/.test(card.date) && LENT.test(card.date_source);
  const accept = el('button', { type: 'button', class: 'plain', 'data-accept': card.id, 'aria-label': texts.acceptDay(card.id) }, texts.accept);
  return [el('time', { datetime: card.date }, day(card.date)), ' ', el('span', { class: inferred ? 'found lent' : 'found' }, card.date_source), ' ', inferred ? accept : ''];
}
