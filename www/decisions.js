// The user's corrections as plain values: how one is made, and which earlier one it takes the place of.

/** @typedef {import('./types/page').Decision} Decision */
/** @typedef {import('./types/page').ArticleKey} ArticleKey */
/** @typedef {import('./types/page').Thing} Thing */
/** @typedef {import('./types/page').Spot} Spot */
/** @typedef {import('./types/report').Card} Card */
/** @typedef {import('./types/report').Entity} Entity */
/** @typedef {import('./types/report').Overview} Overview */
/** @typedef {import('./types/report').ChangeRow} ChangeRow */

/** @param {{ sha256: string, number: number }} card @returns {ArticleKey} */
export const keyOf = ({ sha256, number }) => ({ sha256, number });

/** @param {Entity} entity @returns {Thing} */
export const thingOf = ({ name, aliases, label }) => ({ names: [...new Set([name, ...aliases])], label });

/** The article with this id. @param {Overview} overview @param {string} id */
export const cardOf = (overview, id) => overview.articles.find((one) => one.id === id);

/** @param {Overview} overview @param {string} id @param {{ block: number, at: number }} place @returns {Spot | null} */
export function spotOf(overview, id, { block, at }) {
  const card = cardOf(overview, id);
  return card ? { article: keyOf(card), block, at } : null;
}

/**
 * The entity that a name means: written so, or otherwise but for case; of several the one with most mentions.
 * @param {Overview} overview
 * @param {string} name
 */
export function named({ entities }, name) {
  const wanted = name.trim();
  const lower = wanted.toLowerCase();
  const forms = (/** @type {Entity} */ entity) => [entity.name, ...entity.aliases];
  const found =
    entities.find(({ entity }) => entity.name === wanted) ??
    entities.find(({ entity }) => forms(entity).includes(wanted)) ??
    entities.find(({ entity }) => forms(entity).some((form) => form.toLowerCase() === lower));
  return found ?? null;
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

/** The article that a decision is about, where it is about one. @param {Decision} one */
export function articleOf(one) {
  if ('article' in one) return one.article;
  return 'place' in one ? one.place.article : null;
}

/**
 * What a finding is called wherever it is met again: its rule and where it stands, no text.
 * @param {Overview} overview
 * @param {ChangeRow} row
 */
export function lastingKey(overview, { change }) {
  const side = (/** @type {{ article: string, spans: [number, number][] }} */ { article, spans }) => {
    const card = cardOf(overview, article);
    return `${card?.sha256.slice(0, 12)}.${card?.number}:${spans.map(([start]) => start).join('+')}`;
  };
  return [change.rule, side(change.a), side(change.b)].join('|');
}
