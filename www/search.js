// Finding words in all texts: case, accents and the style of quotation marks do not count; /…/ is an expression.

/** @typedef {import('./types/report').PlainView} PlainView */
/** @typedef {{ of: PlainView, article: string, block: number, paragraph: number | null, start: number, end: number }} Hit */

/** Hits that are listed; of a word that stands everywhere the rest is only counted. */
const LISTED = 2000;

/** Letters of the text that are shown to each side. */
const CONTEXT = 70;

/** Folded blocks with where each letter comes from; null where folding changes no place. @type {WeakMap<PlainView, { text: string, at: Uint32Array | null }[]>} */
const folded = new WeakMap();

/** @param {string} text */
const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[‘’ʼ]/g, "'").replace(/[“”„«»]/g, '"');

/** @param {string} text */
function fold(text) {
  // Where nothing but case can differ, places stay what they are.
  if (/^[\x20-\x7e\s]*$/.test(text)) return { text: text.toLowerCase(), at: null };
  let made = '';
  /** @type {number[]} */
  const at = [];
  let place = 0;
  for (const letter of text) {
    const simple = plain(letter);
    for (let i = 0; i < simple.length; i += 1) at.push(place);
    made += simple;
    place += letter.length;
  }
  at.push(place);
  return { text: made, at: Uint32Array.from(at) };
}

/** @param {PlainView} article */
function foldedOf(article) {
  const known = folded.get(article) ?? article.blocks.map(fold);
  folded.set(article, known);
  return known;
}

/** The expression between strokes; null where it is none, or none that can be read. @param {string} query */
export function expression(query) {
  const body = /^\/(.+)\/$/s.exec(query)?.[1];
  if (!body) return null;
  try {
    return new RegExp(body, 'giu');
  } catch {
    return null;
  }
}

/** Hits as they were found before, by where they stand: what is drawn of them stays. @type {WeakMap<PlainView, Map<string, Hit>>} */
const known = new WeakMap();

/** @param {PlainView} of @param {number} block @param {number} start @param {number} end @returns {Hit} */
function hitOf(of, block, start, end) {
  const own = known.get(of) ?? new Map();
  known.set(of, own);
  const name = `${block} ${start} ${end}`;
  const hit = own.get(name) ?? { of, article: of.id, block, paragraph: of.paragraphs[block] ?? null, start, end };
  own.set(name, hit);
  return hit;
}

/** What stands there, and around it: asked only of what is shown. @param {Hit} hit @returns {{ before: string, match: string, after: string }} */
export function words({ of, block, start, end }) {
  const text = of.blocks[block] ?? '';
  return {
    before: start > CONTEXT ? `…${text.slice(start - CONTEXT, start).replace(/^\S*\s/, '')}` : text.slice(0, start),
    match: text.slice(start, end),
    after: end + CONTEXT < text.length ? `${text.slice(end, end + CONTEXT).replace(/\s\S*$/, '')}…` : text.slice(end),
  };
}

/**
 * Where the words stand, in order, and how often in all.
 * @param {readonly PlainView[]} articles
 * @param {string} query
 * @param {(article: PlainView, block: number) => boolean} [fits] whether hits in a block are wanted
 * @returns {{ hits: Hit[], total: number }}
 */
export function search(articles, query, fits = () => true) {
  const pattern = expression(query);
  const wanted = plain(query.trim().replace(/\s+/g, ' '));
  /** @type {Hit[]} */
  const hits = [];
  let total = 0;
  if (!wanted) return { hits, total };
  for (const article of articles) {
    const simple = pattern ? [] : foldedOf(article);
    for (const [block, text] of article.blocks.entries()) {
      if (!fits(article, block)) continue;
      for (const [start, end] of pattern ? matches(text, pattern) : places(simple[block], wanted)) {
        total += 1;
        if (hits.length < LISTED) hits.push(hitOf(article, block, start, end));
      }
    }
  }
  return { hits, total };
}

/** @param {{ text: string, at: Uint32Array | null } | undefined} block @param {string} wanted */
function* places(block, wanted) {
  if (!block) return;
  for (let found = block.text.indexOf(wanted); found >= 0; found = block.text.indexOf(wanted, found + wanted.length)) {
    const end = found + wanted.length;
    yield block.at ? [block.at[found] ?? 0, block.at[end] ?? 0] : [found, end];
  }
}

/** @param {string} text @param {RegExp} pattern */
function* matches(text, pattern) {
  for (const { index, 0: words } of text.matchAll(pattern)) if (words) yield [index, index + words.length];
}
