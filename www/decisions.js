// The user's corrections as plain values: how one is made, and which earlier one it takes the place of.

/** @typedef {import('./types/page').Decision} Decision */
/** @typedef {import('./types/report').Overview} Overview */
/** @typedef {import('./types/report').ChangeRow} ChangeRow */
/** @typedef {import('./types/report').Card} Card */

/** Articles by their ids. @type {WeakMap<readonly Card[], Map<string, Card>>} */
const cards = new WeakMap();

/** The article with this id. @param {Overview} overview @param {string} id */
export function cardOf({ articles }, id) {
  const known = cards.get(articles) ?? new Map(articles.map((one) => [one.id, one]));
  cards.set(articles, known);
  return known.get(id);
}

/** What a decision is about, where a later one about the same takes its place; else nothing. @param {Decision} one */
function subject(one) {
  switch (one.do) {
    case 'field':
      return JSON.stringify([one.do, one.article, one.field]);
    case 'published':
      return JSON.stringify([one.do, one.article]);
    case 'block':
      return JSON.stringify([one.do, one.article, one.block]);
    case 'speaker':
      return JSON.stringify([one.do, one.place]);
    case 'link':
      return JSON.stringify([one.do, one.a, one.b]);
    default:
      return null;
  }
}

/**
 * The decisions with more behind them.
 * @param {readonly Decision[]} decisions
 * @param {readonly Decision[]} more
 */
export function decided(decisions, more) {
  const subjects = new Set(more.map(subject));
  return [...decisions.filter((one) => subject(one) === null || !subjects.has(subject(one))), ...more];
}

/** What findings are called. @type {WeakMap<ChangeRow, string>} */
const keys = new WeakMap();

/**
 * What a finding is called wherever it is met again: its rule and where it stands, no text.
 * @param {Overview} overview
 * @param {ChangeRow} row
 */
export function lastingKey(overview, row) {
  const known = keys.get(row);
  if (known !== undefined) return known;
  const { change } = row;
  const side = (/** @type {{ article: string, spans: [number, number][] }} */ { article, spans }) => {
    const card = cardOf(overview, article);
    return `${card?.sha256.slice(0, 12)}.${card?.number}:${spans.map(([start]) => start).join('+')}`;
  };
  const key = [change.rule, side(change.a), side(change.b)].join('|');
  keys.set(row, key);
  return key;
}
