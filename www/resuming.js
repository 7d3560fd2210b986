// Taking up the work of a project file; nothing in it is trusted before it was looked at. project.js says what it holds.

import { decided } from './decisions.js';
import { texts } from './texts.js';

/** @typedef {import('./types/page').State} State */
/** @typedef {import('./types/page').Decision} Decision */
/** @typedef {import('./types/page').Foreign} Foreign */
/** @typedef {import('./types/page').Incoming} Incoming */

/** @param {Foreign} one */
const isKey = (one) => typeof one?.sha256 === 'string' && Number.isInteger(one.number);
/** @param {Foreign} one */
const isThing = (one) => Array.isArray(one?.names) && one.names.length > 0 && one.names.every(isText) && isText(one.label);
/** @param {Foreign} one */
const isSpot = (one) => isKey(one?.article) && Number.isInteger(one.block) && Number.isInteger(one.at);
/** @param {unknown} one */
const isText = (one) => typeof one === 'string';
/** @param {unknown} one */
const isTextOrNull = (one) => one === null || isText(one);

/** What each decision holds. @type {Record<string, (one: Foreign) => boolean>} */
const SHAPES = {
  field: (one) => isKey(one.article) && isText(one.field) && isTextOrNull(one.value),
  published: (one) => isKey(one.article) && isTextOrNull(one.value),
  block: (one) => isKey(one.article) && Number.isInteger(one.block) && isText(one.kind),
  label: (one) => isThing(one.thing) && isTextOrNull(one.label),
  merge: (one) => isThing(one.thing) && isThing(one.with),
  split: (one) => isThing(one.thing) && isText(one.form),
  rename: (one) => isThing(one.thing) && isText(one.name),
  speaker: (one) => isSpot(one.place) && (one.thing === null || isThing(one.thing)),
  link: (one) => isSpot(one.a) && isSpot(one.b) && typeof one.linked === 'boolean',
};

/** Whether what a file gives is a decision that this version knows. @param {Foreign} one @returns {one is Decision} */
const isSound = (one) => typeof one === 'object' && one !== null && Object.hasOwn(SHAPES, one.do) && SHAPES[one.do]?.(one) === true;

/** @param {{ name: string, type: string, base64: string }} file @returns {Incoming} */
function opened({ name, type, base64: letters }) {
  const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
  return { name: String(name), blob: new Blob([bytes], { type: String(type) }) };
}

/**
 * What a project file says: the work to be taken up, and the files it brings. Throws where it is none.
 * @param {Incoming} file
 * @param {State} state
 * @returns {Promise<{ change: Partial<State>, files: Incoming[] }>}
 */
export async function openProject(file, state) {
  const project = JSON.parse(await file.blob.text());
  if (project.crossread !== 1 || !Array.isArray(project.articles) || !Array.isArray(project.decisions)) throw new Error(texts.notProject(file.name));
  const reviews = Object.entries(project.reviews ?? {}).map(([key, one]) => {
    const { mark, note } = /** @type {{ mark?: unknown, note?: unknown }} */ (one ?? {});
    return [key, { mark: mark === 'seen' || mark === 'wrong' ? mark : null, note: String(note ?? '') }];
  });
  const [a, b] = Array.isArray(project.pair) ? project.pair : [];
  const target = {
    files: project.articles.map((/** @type {{ sha256: unknown, file: unknown }} */ one) => ({ sha256: String(one?.sha256), file: String(one?.file) })),
    view: typeof project.view === 'string' && project.view !== 'found' ? project.view : null,
    pair: Number.isInteger(a) && Number.isInteger(b) && a >= 0 && b > a ? /** @type {const} */ ([a, b]) : null,
    article: Number.isInteger(project.article) ? project.article : null,
    finding: null,
  };
  const sound = project.decisions.filter(isSound);
  const change = { decisions: decided(state.decisions, sound), reviews: { ...state.reviews, ...Object.fromEntries(reviews) }, target };
  return { change, files: Array.isArray(project.files) ? project.files.map(opened) : [] };
}
