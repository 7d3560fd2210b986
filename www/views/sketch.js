// A family sketch: the articles of a story in order of their days, and a line between each two that share text.

import { draw, el } from '../dom.js';
import { percent } from '../format.js';
import { kinship as verdicts } from '../terms.js';
import { texts } from '../words.js';
import { takeable } from './takeable.js';

/** @typedef {import('../types/report').Kinship} Kinship */
/** @typedef {import('../types/report').HiddenSource} HiddenSource */
/** @typedef {import('../types/report').Card} Card */

/** More articles than this are a tangle; the table and the list below say the same. */
const MOST = 24;

/** So many lines are drawn, the strongest. */
const LINES = 80;

const STEP = 84;
const BASE = 20;

/**
 * @param {string[]} group
 * @param {Map<string, Card>} cards
 * @param {readonly Kinship[]} kin of the group, the closest first
 * @param {readonly HiddenSource[]} sources
 */
export function sketch(group, cards, kin, sources) {
  const lines = kin.filter(({ verdict }) => verdict !== 'unrelated' && verdict !== 'related-topic').slice(0, LINES);
  if (group.length > MOST || lines.length === 0) return null;
  const dated = (/** @type {string} */ id) => cards.get(id)?.date ?? '~';
  const order = [...group].sort((x, y) => (dated(x) < dated(y) ? -1 : dated(x) > dated(y) ? 1 : 0));
  const x = new Map(order.map((id, i) => [id, (i + 0.5) * STEP]));
  const own = sources.filter(({ articles }) => articles.every((id) => x.has(id)));
  const reach = lines.reduce((most, { a, b }) => Math.max(most, Math.abs((x.get(a) ?? 0) - (x.get(b) ?? 0))), STEP);
  const top = Math.min(reach / 2, 160) + BASE;
  const arcs = lines.map((one) => arc(one, x, top));
  const nodes = order.map((id) => node(id, x.get(id) ?? 0, top));
  const hidden = own.flatMap((source, i) => unseen(source, x, top, top + 56 + i * 34));
  const height = top + 26 + (own.length > 0 ? 12 + own.length * 34 : 0);
  const width = Math.max(order.length * STEP, 2 * STEP);
  const label = `${texts.sketch} ${lines.map(({ a, b, verdict }) => `${a}, ${b}: ${verdicts[verdict]?.(a, b) ?? verdict}`).join(' ')}`;
  const svg = draw('svg', { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': label }, arrowHead(), ...hidden, ...arcs, ...nodes);
  return takeable(el('figure', { class: 'sketch' }, svg, legend(lines, own)), 'family');
}

const arrowHead = () =>
  draw('defs', {}, draw('marker', { id: 'arrow', viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 4, markerHeight: 4, orient: 'auto-start-reverse', markerUnits: 'strokeWidth' }, draw('path', { d: 'M0 0L8 4L0 8Z' })));

/** A bow between two articles, as broad as they share much; an arrow leads to the one that took. @param {Kinship} one @param {Map<string, number>} x @param {number} base */
function arc({ a, b, verdict, a_in_b: ab, b_in_a: ba }, x, base) {
  const [from, to] = verdict === 'a-from-b' ? [b, a] : [a, b];
  const [x1, x2] = [x.get(from) ?? 0, x.get(to) ?? 0];
  const height = Math.min(Math.abs(x1 - x2) / 2, 160) * (4 / 3);
  const share = Math.max(ab, ba);
  const path = draw('path', {
    d: `M${x1} ${base - 13}C${x1} ${base - 13 - height} ${x2} ${base - 13 - height} ${x2} ${base - 13}`,
    class: verdict,
    'stroke-width': (1 + 4 * share).toFixed(1),
    'marker-end': verdict === 'a-from-b' || verdict === 'b-from-a' ? 'url(#arrow)' : null,
    'data-beside': `${a} ${b}`,
    'data-click': true,
  });
  path.append(draw('title', {}, `${a}, ${b}: ${verdicts[verdict]?.(a, b) ?? verdict} ${texts.shares(percent(ab), a, percent(ba), b)}`));
  return path;
}

/** @param {string} id @param {number} x @param {number} y */
const node = (id, x, y) =>
  draw('g', { class: 'node', 'data-spot': `${id} 0`, 'data-click': true }, draw('circle', { cx: x, cy: y, r: 13 }), draw('text', { x, y: y + 5 }, id));

/** A source that nobody dropped, below those who hold its text. @param {HiddenSource} source @param {Map<string, number>} x @param {number} base @param {number} y */
function unseen({ articles, evidence }, x, base, y) {
  const places = articles.map((id) => x.get(id) ?? 0);
  const middle = places.reduce((sum, one) => sum + one, 0) / places.length;
  const lines = places.map((to) => draw('line', { class: 'hidden', x1: middle, y1: y - 12, x2: to, y2: base + 13 }));
  return [...lines, draw('circle', { class: 'hidden', cx: middle, cy: y, r: 12 }, draw('title', {}, evidence.join('; '))), draw('text', { x: middle, y: y + 5 }, '?')];
}

/** What the lines mean, as far as they are there. @param {readonly Kinship[]} lines @param {readonly HiddenSource[]} sources */
function legend(lines, sources) {
  const there = new Set(lines.map(({ verdict }) => verdict));
  const entries = /** @type {const} */ ([
    ['same-text', there.has('same-text')],
    ['a-from-b', there.has('a-from-b') || there.has('b-from-a')],
    ['shared-source', there.has('shared-source')],
    ['cannot-tell', there.has('cannot-tell')],
    ['hidden', sources.length > 0],
  ]);
  return el('figcaption', {}, el('ul', {}, ...entries.map(([name, shown]) => shown && el('li', { class: name }, texts.lines[name]))));
}
