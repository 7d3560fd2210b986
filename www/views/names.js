// Who and what is named: a list by kind with counts an article, and every mention in its place.

import { leftOut, seen, told } from '../aside.js';
import { el, fragment } from '../dom.js';
import { list, number } from '../format.js';
import { labels } from '../labels.js';
import { long, seek } from '../long.js';
import { same } from '../patch.js';
import { texts } from '../words.js';
import { placeOf } from '../stepping.js';
import { article, switcher } from './read.js';

/** @typedef {import('../types/page').State} State */
/** @typedef {import('../types/report').Overview} Overview */
/** @typedef {import('../types/report').Entity} Entity */
/** @typedef {import('../types/report').EntityRow} EntityRow */

/** Of more articles, their counts one by one leave no room for the names. */
const COLUMNS = 6;

/** @param {State} state */
export function names(state) {
  const { overview } = state;
  if (!overview) return fragment();
  if (overview.entities.length === 0) return fragment(el('p', { class: 'nothing' }, texts.noNames));
  return fragment(told(state), table(state, overview), reader(state, seen(overview, state.aside, state.entity)));
}

/** @param {State} state @param {Overview} overview */
function table(state, overview) {
  const { aside, entity: chosen } = state;
  const out = leftOut(state);
  const { entities } = seen(overview, aside, null);
  const articles = overview.articles.filter(({ id }) => !out.has(id));
  const present = Object.keys(labels).filter((label) => entities.some(({ entity }) => entity.label === label));
  const each = articles.length > 1 && articles.length <= COLUMNS;
  const several = articles.length > COLUMNS;
  const head = el(
    'tr',
    {},
    el('th', { scope: 'col' }, texts.names),
    ...(each ? articles.map(({ id }) => el('th', { scope: 'col' }, el('span', { class: 'letter' }, id))) : []),
    several && el('th', { scope: 'col' }, texts.articles),
    el('th', { scope: 'col' }, texts.total),
  );
  /** @param {EntityRow} one */
  const row = (one) => same(one, [one.entity.id === chosen], () => line(one));
  /** @param {EntityRow} one */
  const line = ({ entity, counts: all, total }) => {
    const counts = all.filter((_, i) => !out.has(overview.articles[i]?.id ?? ''));
    const numbers = [...(each ? counts : several ? [counts.filter(Boolean).length] : []), total].map((count) =>
      el('td', { class: count === 0 ? 'zero' : null }, count === 0 ? '–' : number(count)),
    );
    return el('tr', {}, el('th', { scope: 'row' }, button(entity, entity.id === chosen)), ...numbers);
  };
  const groups = present.map((label) => {
    const rows = long(entities.filter(({ entity }) => entity.label === label), row, 'tr');
    const title = el('th', { scope: 'rowgroup', colspan: (each ? articles.length : Number(several)) + 2 }, labels[label]?.[0]);
    return el('tbody', { 'data-type': label }, el('tr', { class: 'kind' }, title), ...rows);
  });
  return el(
    'div',
    { class: 'names-list' },
    el('table', {}, el('caption', {}, texts.named), el('thead', {}, head), ...groups),
  );
}

/** @param {Entity} entity @param {boolean} chosen */
function button(entity, chosen) {
  const also = entity.roles.length > 0 ? list(entity.roles.slice(0, 2)) : '';
  return el(
    'button',
    { type: 'button', 'data-choose': entity.id, 'aria-pressed': chosen, 'data-focus': entity.id },
    el('span', { class: 'name' }, entity.name),
    also && el('span', { class: 'also' }, also),
  );
}

/** The article with the chosen name's mentions. @param {State} state @param {Overview} overview */
function reader(state, overview) {
  const { entity: id, mention, articleView } = state;
  const entity = overview.entities.find((one) => one.entity.id === id)?.entity;
  const text = articleView && article(articleView);
  if (!entity) {
    const hint = el('p', { class: 'hint' }, texts.chooseName);
    return el('div', { class: 'names-text' }, hint, switcher(state), text);
  }
  const { article: index, place, total } = placeOf(overview, entity.id, mention);
  const right = articleView?.id === overview.articles[index]?.id;
  const own = `[data-choose="${entity.id}"]:not([data-continued])`;
  if (text && right) seek(text, () => text.querySelectorAll(own)[place])?.classList.add('current');
  for (const one of text?.querySelectorAll(`[data-choose="${entity.id}"]`) ?? []) one.classList.add('chosen');
  const others = entity.aliases.filter((alias) => alias !== entity.name);
  return el(
    'div',
    { class: 'names-text stepping' },
    el(
      'div',
      { class: 'stepper' },
      el('h2', {}, entity.name),
      others.length > 0 && el('p', { class: 'also' }, `${texts.also} ${list(others)}`),
      entity.roles.length > 0 && el('p', { class: 'also' }, entity.roles.join('; ')),
      state.correcting && state.more?.correctName(entity),
      el(
        'p',
        { class: 'steps' },
        el('button', { type: 'button', 'data-step': -1, 'data-focus': 'back' }, `← ${texts.previous}`),
        el('span', { role: 'status' }, texts.mentionOf(mention + 1, total)),
        el('button', { type: 'button', 'data-step': 1, 'data-focus': 'on' }, `${texts.next} →`),
      ),
    ),
    switcher(state),
    text,
  );
}
