// What can be corrected, where it stands: controls that show only while the user corrects.

import { el, find, fragment } from '../dom.js';
import { blocks, labels } from '../labels.js';
import { day } from '../format.js';
import { keyOf } from '../meant.js';
import { whenNear } from '../near.js';
import { fields } from '../terms.js';
import { texts } from '../words.js';

/** @typedef {import('../types/page').State} State */
/** @typedef {import('../types/report').Card} Card */
/** @typedef {import('../types/report').Entity} Entity */
/** @typedef {import('../types/report').Overview} Overview */
/** @typedef {import('../types/report').Row} Row */

/** So many names are offered while one types. */
const OFFERED = 2000;

/** A form that asks for one thing. @param {string} name @param {string} label @param {string} value @param {string} act @param {string} [list] */
const ask = (name, label, value, act, list) =>
  el(
    'form',
    { 'data-form': name },
    el('label', {}, label, ' ', el('input', { name: 'value', value, list, autocomplete: 'off', 'data-focus': `form-${name}`, required: true })),
    ' ',
    el('button', {}, act),
  );

/** The names that can be typed. @param {State} state */
export const offered = ({ overview, correcting }) =>
  fragment(...(correcting && overview ? overview.entities.slice(0, OFFERED).map(({ entity }) => el('option', { value: entity.name })) : []));

/** What can be made of a name. @param {Entity} entity */
export function correctName(entity) {
  const kinds = Object.entries(labels).map(([code, [, one]]) => el('option', { value: code, selected: code === entity.label }, one));
  const forms = [...new Set([entity.name, ...entity.aliases])];
  return el(
    'div',
    { class: 'correct', role: 'group', 'aria-label': texts.correct },
    ask('rename', texts.nameIs, entity.name, texts.rename),
    el('label', {}, texts.kindIs, ' ', el('select', { 'data-decide': 'label', 'data-focus': 'decide-label' }, ...kinds, el('option', { value: '' }, texts.noName))),
    el('button', { type: 'button', 'data-unname': '', 'data-focus': 'unname' }, texts.noName),
    ask('merge', texts.sameAs, '', texts.merge, 'all-names'),
    forms.length > 1 && el('p', {}, ...forms.map((form, at) => el('button', { type: 'button', 'data-split': form, 'data-focus': `split-${at}` }, texts.splitOff(form)))),
  );
}

/** The choice of what a block is. @param {string} id of its article @param {number} at @param {string} kind */
export const correctBlock = (id, at, kind) =>
  el(
    'select',
    { class: 'correct', 'data-decide': 'block', 'data-at': `${id} ${at}`, 'aria-label': texts.partIs, 'data-focus': `block-${at}` },
    ...Object.entries(blocks).map(([code, name]) => el('option', { value: code, selected: code === kind }, name)),
  );

/** Who says an utterance. Browsers look through all fields of a page, which takes them long: only those near are made. @param {string} id @param {string} name */
export function correctSpeaker(id, name) {
  const isHere = document.activeElement?.closest('form')?.dataset.of === id;
  return isHere ? speakerForm(id, name) : whenNear('correct', () => speakerForm(id, name));
}

/** @param {string} id @param {string} name */
function speakerForm(id, name) {
  const form = ask('speaker', texts.speakerIs, name, texts.set, 'all-names');
  form.dataset.of = id;
  form.classList.add('correct');
  find('input', form).dataset.focus = `speaker-is-${id}`;
  form.append(el('button', { type: 'button', 'data-unsaid': id, 'data-focus': `unsaid-${id}` }, texts.nobody));
  return form;
}

/** Says in a form why what was asked for is not done, and what to do instead. @param {HTMLFormElement} form @param {string} words */
export function refuse(form, words) {
  for (const old of form.querySelectorAll('.refusal')) old.remove();
  form.append(el('p', { class: 'refusal', role: 'alert' }, words));
  form.querySelector('input')?.focus();
}

/** What can be done with the links of a row. @param {Row} row @param {State['linking']} linking */
export function correctLink(row, linking) {
  const { a, b } = row;
  const open = [a, b].flatMap((cell) => (cell && (linking ? cell.article !== linking.id : !(a && b)) ? [cell.article] : []));
  const word = linking ? texts.thisOne : texts.linkWith;
  return el(
    'p',
    { class: 'correct' },
    a && b && el('button', { type: 'button', class: 'plain', 'data-unlink': row.id }, texts.unlink),
    ...open.map((id) => el('button', { type: 'button', class: 'plain', 'data-link': `${row.id} ${id}` }, word(id))),
  );
}

/** The day that a field for days can show. @param {Card} card */
const dayOf = ({ date }) => (date && /^\d{4}-\d\d-\d\d$/.test(date) ? date : '');

/** Fills the window with an article's fields. @param {Card} card */
export function fillFields(card) {
  const rows = card.fields.map(({ name, value, in_text: inText }) =>
    el(
      'label',
      {},
      el('span', {}, fields[name], ' ', value && el('small', {}, inText ? texts.inText : texts.inMarkup)),
      el('input', { name, value, autocomplete: 'off', spellcheck: 'false' }),
    ),
  );
  const date = el(
    'label',
    {},
    el('span', {}, fields.published, ' ', el('small', {}, card.date ? `${day(card.date)} · ${card.date_source}` : texts.noDate)),
    el('input', { type: 'date', name: 'published', value: dayOf(card) }),
  );
  find('#correct-title').textContent = texts.correctArticle(card.id);
  const form = /** @type {HTMLFormElement} */ (find('#correct-form'));
  form.dataset.of = card.id;
  find('#as-read').dataset.asread = card.id;
  find('#correct-fields').replaceChildren(...rows.slice(0, 1), date, ...rows.slice(1));
}

/** What was changed in that window. @param {HTMLFormElement} form @param {Card} card */
export function changedFields(form, card) {
  const article = keyOf(card);
  const value = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name)).value.trim();
  const changed = card.fields.filter((field) => field.value !== value(field.name));
  /** @type {import('../types/page').Decision[]} */
  const more = changed.map(({ name }) => ({ do: 'field', article, field: name, value: value(name) || null }));
  const day = value('published');
  if (day !== dayOf(card)) more.push({ do: 'published', article, value: day || null });
  return more;
}
