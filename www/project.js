// Project files: what is open, what the user made of it and where reading stands, with or without the texts.
//
// {"crossread": 1, "articles": [{file, sha256, number}], "decisions": […], "reviews": {key: {mark, note}},
//  "view": "ledger", "pair": [0, 1], "article": 0, "files": [{"name", "base64"}]}
//
// Without texts there are no "files": whoever opens it drops the same ones. Names that were corrected and notes are in it.

/** @typedef {import('./types/page').State} State */
/** @typedef {import('./types/page').Incoming} Incoming */

/** What a project file is called and known by. */
export const NAME = 'story.crossread';

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
export async function written({ sources, decisions, reviews, view, pair, article }, origins) {
  const articles = sources.map(({ file, sha256, number }) => ({ file, sha256, number }));
  const files = await Promise.all((origins ?? []).map(async ({ name, blob }) => ({ name, type: blob.type, base64: await base64(blob) })));
  const project = { crossread: 1, articles, decisions, reviews, view, pair, article, ...(origins ? { files } : {}) };
  return new Blob([JSON.stringify(project)], { type: 'application/json' });
}

/** The files that are open. @param {State} state @param {import('./engine.js').Engine} engine */
export const originsOf = ({ sources }, engine) => engine.origins(sources.map(({ key }) => key));

/** What takes up the work in another window: the project, and the files as they are. @param {State} state @param {import('./engine.js').Engine} engine @returns {Promise<Incoming[]>} */
export async function carried(state, engine) {
  const files = originsOf(state, engine);
  return files.length > 0 ? [{ name: NAME, blob: await written(state) }, ...files] : [];
}

/** Whether a file is a project. @param {Incoming} file */
export const isProject = ({ name }) => name.endsWith('.crossread');
