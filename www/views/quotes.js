// Who said what: who speaks how much where, and each utterance once with how every article gives it.

import { leftOut, told } from '../aside.js';
import { el, fragment } from '../dom.js';
import { number } from '../format.js';
import { meanings } from '../glossary.js';
import { long } from '../long.js';
import { same } from '../patch.js';
import { renderings as states, speech } from '../terms.js';
import { texts } from '../words.js';
import { correctSpeaker } from './correct.js';
import { plain, prose } from './prose.js';
import { speakers } from './speakers.js';
import { spots } from './spots.js';
import { unnamed, vouched } from './unnamed.js';

/** @typedef {import('../types/page').State} State */
/** @typedef {import('../types/report').QuotesView} QuotesView */
/** @typedef {import('../types/report').UtteranceRow} UtteranceRow */
/** @typedef {import('../types/report').RenderingRow} RenderingRow */

/** What one or more articles give in the same way: one of them, all of them, and what is said of it. @typedef {{ one: RenderingRow, all: RenderingRow[], state: string }} Part */

/** States in which an article gives the very words. */
const SAME = new Set(['verbatim', 'punctuation-only']);

/** Which utterances a choice shows. @type {Record<string, (one: UtteranceRow) => boolean>} */
const CHOICES = {
  '': () => true,
  several: (one) => articlesOf(one).size > 1,
  reworded: (one) => articlesOf(one).size > 1 && one.renderings.some(({ state }) => !SAME.has(state) && state !== 'only-here'),
};

/** @param {UtteranceRow} one */
const articlesOf = (one) => new Set(one.renderings.map(({ article }) => article));

/** @param {State} state */
export function quotes(state) {
  const { overview, quotesView: view, speaker, said, correcting } = state;
  if (!overview || !view) return fragment();
  const out = leftOut(state);
  const all = view.utterances.filter((one) => one.renderings.some(({ article }) => !out.has(article)));
  if (all.length === 0) return fragment(told(state), el('p', { class: 'nothing' }, texts.noQuotes));
  const ids = overview.articles.map(({ id }) => id).filter((id) => !out.has(id));
  const only = ids.map((id) => /** @type {const} */ ([`only-${id}`, texts.onlyIn(id)]));
  const several = ids.length > 1 ? [['several', texts.inSeveral], ['reworded', texts.reworded], ...(ids.length < 6 ? only : [])] : [];
  /** @param {string} name @returns {(one: UtteranceRow) => boolean} */
  const fits = (name) => CHOICES[name] ?? vouched(view, name) ?? ((one) => articlesOf(one).size === 1 && articlesOf(one).has(name.slice(5)));
  const by = new Map(view.speakers.map((one) => [one.entity, one]));
  const his = all.filter((one) => speaker === null || one.speaker === view.speakers[speaker]?.entity);
  const buttons = [['', texts.allQuotes], ...several].map(([name = '', words]) =>
    el(
      'button',
      { type: 'button', 'data-said': name, 'aria-pressed': name === said, 'data-focus': `said-${name}` },
      words,
      ' ',
      el('span', { class: 'count' }, number(his.filter(fits(name)).length)),
    ),
  );
  const shown = his.filter(fits(said));
  return fragment(
    el('div', { class: 'who' }, speakers(state, view, all), unnamed(view, said, out)),
    el(
      'div',
      { class: 'said' },
      told(state),
      several.length > 0 && el('div', { class: 'filters', role: 'group', 'aria-label': texts.quotes }, ...buttons),
      el('ol', { class: 'utterances' }, ...long(shown, (one) => same(one, [correcting, by.get(one.speaker)?.name], () => utterance(one, by.get(one.speaker), correcting)), 'li')),
      shown.length === 0 && el('p', { class: 'nothing' }, texts.noQuotes),
    ),
  );
}

/** @param {UtteranceRow} one @param {import('../types/report').SpeakerRow | undefined} speaker @param {boolean} correcting */
function utterance(one, speaker, correcting) {
  /** Articles that give the very same stand together. @type {RenderingRow[][]} */
  const groups = [];
  for (const rendering of one.renderings) {
    const like = groups.find(([first]) => first && SAME.has(rendering.state) && first.state === rendering.state && first.kind === rendering.kind);
    if (like) like.push(rendering);
    else groups.push([rendering]);
  }
  // Where no other article has the very words, what they are held against is no agreement.
  const isFullest = one.renderings.length > 1 && one.renderings.filter(({ state }) => SAME.has(state)).length === 1;
  const parts = groups.flatMap(([first, ...others]) => (first ? [{ one: first, all: [first, ...others], state: stateOf(first, one.renderings) }] : []));
  const name = speaker?.entity
    ? el('button', { type: 'button', class: 'plain', 'data-choose': speaker.entity }, speaker.name)
    : el('span', { class: 'absent' }, texts.nobody);
  return el('li', { class: 'utterance', 'data-row': one.id, 'data-change': one.id }, el('h3', {}, name), correcting && correctSpeaker(one.id, speaker?.name ?? ''), ...long(parts, (part) => rendering(part, isFullest, parts[parts.indexOf(part) - 1]), 'div'));
}

/** What is said of a rendering beside the others. @param {RenderingRow} one @param {readonly RenderingRow[]} all */
function stateOf(one, all) {
  if (one.state !== 'paraphrased') return one.state;
  const quoted = all.filter(({ kind }) => kind !== 'indirect');
  // Nobody's own words are given, so none are paraphrased.
  if (quoted.length === 0) return 'wording';
  const own = quoted.filter(({ article }) => article === one.article);
  const isAround = own.some(({ paragraph, runs }) => paragraph === one.paragraph && plain(one.runs).includes(plain(runs)));
  return isAround ? 'around' : own.length > 0 ? 'again' : one.state;
}

/**
 * @param {Part} part
 * @param {boolean} isFullest whether one alone has the very words
 * @param {Part | undefined} before it; of the same in the same paragraph it is not said again
 */
function rendering({ one, all, state }, isFullest, before) {
  const between = one.kind !== 'indirect';
  const isAll = isFullest && SAME.has(one.state);
  const isMore = all.length === 1 && before?.one.article === one.article && before.state === state && before.one.paragraph === one.paragraph;
  return el(
    'div',
    { class: 'rendering', 'data-state': one.state },
    !isMore && el('p', { class: 'place' }, ...spots(all), ' ', el('span', { class: 'state', title: meanings[isAll ? 'fullest' : state] }, isAll ? texts.fullest : (states[state] ?? state))),
    el('blockquote', { class: between ? 'marked' : null }, prose(one.runs.map(bare))),
    el('p', { class: 'manner' }, manner(one)),
  );
}

/** A run without the mark of its quote: all of it is quoted. @param {import('../types/report').Run} run */
const bare = ({ text, marks }) => ({ text, marks: marks.filter(({ kind }) => kind !== 'quote') });

/** "the official said, to reporters, on Telegram": how this article introduces it. @param {RenderingRow} one */
function manner({ kind, speaker, cue, addressee, venue, via }) {
  const [verb, kindOf] = cue ?? [];
  const parts = [speaker && verb === 'according' ? `${verb} ${texts.to} ${speaker}` : [speaker, verb].filter(Boolean).join(' · ')];
  if (kindOf && kindOf !== 'neutral') parts.push(speech[kindOf] ?? kindOf);
  parts.push(addressee ? `${texts.to} ${addressee}` : '', venue ?? '', via ? `${texts.via} ${via}` : '', kind === 'indirect' ? texts.indirect : '');
  return parts.filter(Boolean).join(' · ');
}

