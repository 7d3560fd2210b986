// What a decision names: articles, things and places.

import { cardOf } from './decisions.js';

/** @typedef {import('./types/page').Decision} Decision */
/** @typedef {import('./types/page').ArticleKey} ArticleKey */
/** @typedef {import('./types/page').Thing} Thing */
/** @typedef {import('./types/page').Spot} Spot */
/** @typedef {import('./types/report').Entity} Entity */
/** @typedef {import('./types/report').Overview} Overview */

/** @param {{ sha256: string, number: number }} card @returns {ArticleKey} */
export const keyOf = ({ sha256, number }) => ({ sha256, number });

/** @param {Entity} entity @returns {Thing} */
export const thingOf = ({ name, aliases, label }) => ({ names: [...new Set([name, ...aliases])], label });

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

/** The article that a decision is about, where it is about one. @param {Decision} one */
export function articleOf(one) {
  if ('article' in one) return one.article;
  return 'place' in one ? one.place.article : null;
}
