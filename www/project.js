// Project files: what is open, what the user made of it and where reading stands, with or without the texts.
//
// {"crossread": 1, "articles": [{file, sha256, number}], "decisions": […], "reviews": {key: {mark, note}},
//  "view": "ledger", "pair": [0, 1], "article": 0, "files": [{"name", "base64"}]}
//
// Without texts there are no "files": whoever opens it drops the same ones. Names that were corrected and notes are in it.

import { hand } from './exports.js';
import { decided, isSound } from './decisions.js';
import { texts } from './texts.js';

/** @typedef {import('./types/page').State} State */
/** @typedef {import('./types/page').Incoming} Incoming */

/** What a project file is called and known by. */
const NAME = 'story.crossread';

/** Bytes that are made letters at once: more would not fit on a stack. */
const PIECE = 0x8000;

/** @param {Blob} blob */
async function base64(blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let letters = '';
  for (let at = 0; at < bytes.length; at += PIECE) letters += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(letters);
}

/** @param {State} state @param {readonly Incoming[]} [origins] the files, where the texts are to be in it */
async function written({ sources, decisions, reviews, view, pair, article }, origins) {
  const articles = sources.map(({ file, sha256, number }) => ({ file, sha256, number }));
  const files = await Promise.all((origins ?? []).map(async ({ name, blob }) => ({ name, type: blob.type, base64: await base64(blob) })));
  const project = { crossread: 1, articles, decisions, reviews, view, pair, article, ...(origins ? { files } : {}) };
  return new Blob([JSON.stringify(project)], { type: 'application/json' });
}

/** The files that are open. @param {State} state @param {import('./engine.js').Engine} engine */
const originsOf = ({ sources }, engine) => engine.origins(sources.map(({ key }) => key));

/** @param {State} state @param {import('./engine.js').Engine} engine @param {boolean} whole with the texts */
export async function saveProject(state, engine, whole) {
  hand(NAME, await written(state, whole ? originsOf(state, engine) : undefined));
}

/** What takes up the work in another window: the project, and the files as they are. @param {State} state @param {import('./engine.js').Engine} engine @returns {Promise<Incoming[]>} */
export async function carried(state, engine) {
  const files = originsOf(state, engine);
  return files.length > 0 ? [{ name: NAME, blob: await written(state) }, ...files] : [];
}

/** Whether a file is a project. @param {Incoming} file */
export const isProject = ({ name }) => name.endsWith('.crossread');

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
