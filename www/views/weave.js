// A drawing of a pair: each article a band, each shared sentence a thread between them.

import { draw, el } from '../dom.js';
import { counted } from '../format.js';
import { texts } from '../words.js';
import { plain } from './prose.js';
import { takeable } from './takeable.js';

/** @typedef {import('../types/report').PairView} PairView */
/** @typedef {import('../types/report').Row} Row */
/** @typedef {{ row: Row, a: number, b: number }} Strand rows that go together, by the first, with how many letters they have in each article */
/** @typedef {{ row: Row, from: number, to: number }} Stretch */

const WIDTH = 1000;
const BAND = 14;
const HEIGHT = 92;
/** White between two stretches, so that sentences can be told apart. */
const GAP = 1.5;

/** More rows than this are finer than the eye: those of one kind that follow each other are drawn as one. */
const FINE = 200;

/** @param {readonly Row[]} rows @returns {Strand[]} */
function strands(rows) {
  /** @type {Strand[]} */
  const made = [];
  for (const row of rows) {
    const [a, b] = [row.a, row.b].map((cell) => (cell ? plain(cell.runs).length : 0));
    const last = made.at(-1);
    if (rows.length > FINE && last?.row.kind === row.kind && !row.moved && !last.row.moved && row.kind !== 'elsewhere') {
      last.a += a ?? 0;
      last.b += b ?? 0;
    } else {
      made.push({ row, a: a ?? 0, b: b ?? 0 });
    }
  }
  return made;
}

/**
 * Where each row's sentences stand in one article, stretched to the whole width.
 * @param {[Row, number][]} parts rows with their letters
 * @returns {Map<string, Stretch>}
 */
function stretches(parts) {
  const total = parts.reduce((sum, [, letters]) => sum + letters, 0) || 1;
  let at = 0;
  return new Map(
    parts.map(([row, letters]) => {
      const from = (at / total) * WIDTH;
      at += letters;
      return [row.id, { row, from, to: Math.max(from + 1, (at / total) * WIDTH - GAP) }];
    }),
  );
}

/** @param {Row} row */
const kindOf = (row) => (row.kind === 'elsewhere' ? 'edited' : row.moved ? 'moved' : row.kind === 'verbatim' ? 'same' : row.kind);

/** More threads than this are finer than the screen. */
const MOST = 3000;

/** @param {PairView} pair */
export function weave(pair) {
  if (pair.rows.length > MOST) return null;
  const all = strands(pair.rows);
  const byId = new Map(all.map((one) => [one.row.id, one]));
  const a = stretches(all.flatMap(({ row, a }) => (row.a ? [[row, a]] : [])));
  // The second article's order: a moved sentence counts where its sign stands.
  const b = stretches(
    all.flatMap((one) => {
      const { row } = one;
      const real = row.kind === 'elsewhere' && !row.b ? byId.get(row.partner ?? '') : row.moved && row.partner ? undefined : one;
      return real?.row.b ? [[real.row, real.b]] : [];
    }),
  );
  const threads = [];
  for (const [id, top] of a) {
    const low = b.get(id);
    if (!low) continue;
    const [y1, y2, middle] = [BAND, HEIGHT - BAND, HEIGHT / 2];
    const path =
      `M${top.from} ${y1}C${top.from} ${middle} ${low.from} ${middle} ${low.from} ${y2}` +
      `L${low.to} ${y2}C${low.to} ${middle} ${top.to} ${middle} ${top.to} ${y1}Z`;
    threads.push(draw('path', { d: path, class: kindOf(top.row), 'data-go': id, 'data-click': true }));
  }
  // Moved threads cross the others, so they are drawn last.
  threads.sort((x, y) => Number(x.classList.contains('moved')) - Number(y.classList.contains('moved')));
  const svg = draw(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': texts.weave(pair.a, pair.b) },
    ...threads,
    ...bars(a, 0),
    ...bars(b, HEIGHT - BAND),
  );
  return takeable(el('figure', { class: 'weave' }, svg, legend(pair)), 'side-by-side');
}

/** @param {Map<string, Stretch>} stretches @param {number} y */
const bars = (stretches, y) =>
  [...stretches.values()].map(({ row, from, to }) =>
    draw('rect', { x: from, y, width: to - from, height: BAND, class: kindOf(row), 'data-go': row.id, 'data-click': true }),
  );

/** The colours and how many sentences each stands for. @param {PairView} pair */
export function legend(pair) {
  /** @type {[string, string, (row: Row) => boolean][]} */
  const entries = [
    ['same', texts.same, (row) => row.kind === 'verbatim' && !row.moved],
    ['edited', texts.reworded, (row) => ['edited', 'paraphrase'].includes(row.kind) && !row.moved],
    ['related', texts.related, (row) => row.kind === 'related'],
    ['moved', texts.moved, (row) => row.moved && row.kind !== 'elsewhere'],
    ['only-a', texts.onlyIn(pair.a), (row) => row.kind === 'only-a'],
    ['only-b', texts.onlyIn(pair.b), (row) => row.kind === 'only-b'],
  ];
  // Headlines, captions and subheads are no sentences of the story.
  const body = pair.rows.filter(({ a, b }) => (a ?? b)?.paragraph !== null);
  const shown = entries.map(([kind, name, fits]) => {
    const count = body.filter(fits).length;
    const words = count > 0 && el('li', { class: kind }, `${name} `, el('b', {}, counted(count, '', '').trim()));
    return words;
  });
  return el('figcaption', {}, el('ul', {}, el('li', { class: 'unit' }, texts.unit), ...shown));
}
