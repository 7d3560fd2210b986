// What happened when: a picture of the days that each article speaks of, and every dated sentence in their order.

import { leftOut, told } from '../aside.js';
import { draw, el, fragment } from '../dom.js';
import { day } from '../format.js';
import { long } from '../long.js';
import { texts } from '../words.js';
import { prose } from './prose.js';
import { spots } from './spots.js';
import { takeable } from './takeable.js';

/** @typedef {import('../types/page').State} State */
/** @typedef {import('../types/report').TimeRow} TimeRow */
/** @typedef {import('../types/report').Card} Card */
/** @typedef {{ key: string, name: string, from: string, rows: TimeRow[], published: string[] }} Day */

/** More days than this are no picture any more. */
const DRAWN = 400;

/** @param {State} state */
export function timeline(state) {
  const { overview, timeline: all } = state;
  if (!overview || !all) return fragment();
  const out = leftOut(state);
  const articles = overview.articles.filter(({ id }) => !out.has(id));
  const rows = all.filter(({ places }) => places.some(({ article }) => !out.has(article)));
  const days = grouped(rows, articles);
  if (days.length === 0) return fragment(told(state), el('p', { class: 'nothing' }, texts.noTimes));
  return fragment(told(state), picture(days, articles), el('ol', { class: 'days' }, ...long(days, section, 'li')));
}

/** The name of a day, a month, a year or of several days. @param {TimeRow} row */
function nameOf({ from, to, value }) {
  if (!from || !to) return texts.noDay;
  if (from === to) return day(from);
  if (/^\d{4}(-\d\d)?$/.test(value)) return day(value);
  return `${day(from)} – ${day(to)}`;
}

/** @param {readonly TimeRow[]} rows @param {readonly Card[]} articles @returns {Day[]} */
function grouped(rows, articles) {
  /** @type {Map<string, Day>} */
  const days = new Map();
  /** @param {string} key @param {string} name @param {string} from */
  const of = (key, name, from) => {
    const known = days.get(key) ?? { key, name, from, rows: [], published: [] };
    days.set(key, known);
    return known;
  };
  for (const row of rows) of(`${row.from ?? '~'} ${row.to ?? ''}`, nameOf(row), row.from ?? '~').rows.push(row);
  for (const { id, date } of articles) {
    if (date && /^\d{4}-\d\d-\d\d$/.test(date)) of(`${date} ${date}`, day(date), date).published.push(id);
  }
  const at = new Map(articles.map(({ id }, i) => [id, i]));
  /** @param {TimeRow} row */
  const first = ({ places: [place] }) => (at.get(place?.article ?? '') ?? 0) * 1e6 + (place?.block ?? 0);
  for (const { rows } of days.values()) rows.sort((x, y) => first(x) - first(y));
  // Of days that begin together the longer is the frame of the others, so it stands first.
  return [...days.values()].sort((x, y) => (x.from < y.from ? -1 : x.from > y.from ? 1 : x.key < y.key ? 1 : -1));
}

/** @param {Day} day */
function section({ key, name, rows, published }) {
  const shown = published.length > 0 && el('p', { class: 'published' }, texts.published(published));
  return el(
    'li',
    { class: 'day', 'data-row': `day ${key}`, 'data-change': `day ${key}` },
    el('h3', {}, name),
    el('div', {}, shown, name === texts.noDay && el('p', { class: 'manner' }, texts.noDayIs), el('ul', {}, ...long(rows, entry, 'li'))),
  );
}

/** @param {TimeRow} row */
function entry(row) {
  const counted = row.anchor && row.anchor !== row.from ? texts.countedFrom(row.words, day(row.anchor)) : null;
  return el(
    'li',
    {},
    el('p', { class: 'place' }, ...spots(row.places)),
    el('p', { class: 'words' }, prose(row.runs)),
    counted && el('p', { class: 'manner' }, counted),
  );
}

/** Wide at most. A narrow window gets a narrow picture, in which dots and letters are as large. */
const WIDTH = 1084;
const LANE = 26;

/** One lane an article, one column a day; a ring where the article was published. @param {Day[]} days @param {readonly Card[]} articles */
function picture(days, articles) {
  const known = days.filter(({ from }) => from !== '~');
  if (known.length < 2 || known.length > DRAWN || articles.length > 12) return null;
  const width = Math.min(WIDTH, innerWidth);
  const step = width / known.length;
  const marks = articles.flatMap(({ id }, lane) => {
    const y = lane * LANE + LANE / 2;
    const dots = known.flatMap((one, column) => {
      const x = (column + 0.5) * step;
      const count = one.rows.filter(({ places }) => places.some(({ article }) => article === id)).length;
      const go = { 'data-go': `day ${one.key}`, 'data-click': true };
      const dot = count > 0 && draw('circle', { cx: x, cy: y, r: Math.min(9, 4 + count), ...go }, draw('title', {}, `${id}: ${one.name}`));
      const ring = one.published.includes(id) && draw('circle', { cx: x, cy: y, r: 11, class: 'ring', ...go }, draw('title', {}, texts.published([id])));
      return [dot, ring];
    });
    return [draw('line', { x1: 0, x2: width, y1: y, y2: y }), ...dots, draw('text', { x: -12, y: y + 5 }, id)];
  });
  const height = articles.length * LANE;
  const label = texts.timelineOf(known[0]?.name ?? '', known.at(-1)?.name ?? '');
  const svg = draw('svg', { viewBox: `-40 0 ${width + 50} ${height + AXIS}`, width: width + 50, role: 'img', 'aria-label': label }, ...axis(known, step, height), ...marks);
  return takeable(el('figure', { class: 'days-picture' }, svg, el('figcaption', {}, texts.picture)), 'timeline');
}

/** Below the lanes: the years, where there are several, else the months. */
const AXIS = 24;

/** Letters of the axis are about so wide. */
const LETTER = 9;

/** Where years or months begin: a line, and its name as long as it does not run into the one before. @param {Day[]} days @param {number} step @param {number} height */
function axis(days, step, height) {
  const year = ({ from = '' }) => from.slice(0, 4);
  const isYears = new Set(days.map(year)).size > 1;
  const part = (/** @type {Day} */ one) => (isYears ? year(one) : one.from.slice(0, 7));
  let free = 0;
  return days.flatMap((one, column) => {
    const before = days[column - 1];
    if (before && part(before) === part(one)) return [];
    const x = column * step;
    const name = day(part(one));
    const fits = x >= free;
    if (fits) free = x + (name.length + 1) * LETTER;
    return [draw('line', { x1: x, x2: x, y1: 0, y2: height + (fits ? AXIS : 0), class: 'begins' }), fits && draw('text', { x: x + 4, y: height + 18, class: 'part' }, name)];
  });
}
