// Dropping files and folders anywhere on the page.

/** @typedef {import('../types/page').Incoming} Incoming */

/** Files that systems put beside people's own; nobody means to open them. */
const SYSTEM_FILES = new Set(['Thumbs.db', 'desktop.ini']);

/** Whether people mean a file with this path, or its name alone, when they open its folder. @param {string} path */
export const isOwn = (path) => path.split('/').every((name) => !name.startsWith('.') && !SYSTEM_FILES.has(name));

/** What pages and articles are saved with and never are: nobody means to open them with their folder. */
const CLUTTER = /\.(css|m?js|map|woff2?|[ot]tf|eot|png|jpe?g|gif|svg|webp|avif|ico|bmp|tiff?|heic|download)$/i;

/** Whether a file in a folder may be an article. @param {string} path */
export const isArticle = (path) => isOwn(path) && !CLUTTER.test(path);

/** Whether a folder is the one that a browser made beside a saved page. @param {string} name @param {Set<string>} others */
function isBeside(name, others) {
  const page = name.replace(/(_files|_fichiers|-Dateien|_archivos|\.files)$/, '');
  return page !== name && (others.has(`${page}.html`) || others.has(`${page}.htm`));
}

/** @param {Iterable<File>} files @returns {Incoming[]} */
export const incoming = (files) => Array.from(files, (blob) => ({ name: blob.name, blob }));

/**
 * All files of an entry, folders walked in order of name.
 * @param {FileSystemEntry} entry
 * @returns {Promise<File[]>}
 */
async function walk(entry) {
  if (!isOwn(entry.name)) return [];
  if (entry.isFile && entry.fullPath.lastIndexOf('/') > 0 && !isArticle(entry.name)) return [];
  if (entry.isFile) {
    const file = /** @type {FileSystemFileEntry} */ (entry);
    return [await new Promise((resolve, reject) => file.file(resolve, reject))];
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  /** @type {FileSystemEntry[]} */
  const entries = [];
  // A reader hands over at most a hundred entries at once, and none at the end.
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    entries.push(...some);
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const names = new Set(entries.map((one) => one.name));
  const own = entries.filter((one) => !one.isDirectory || !isBeside(one.name, names));
  return (await Promise.all(own.map(walk))).flat();
}

/** What no folder is taken for, by its name: asked whether they are folders, many files take long. */
const FILE = /^(text|application\/(pdf|json|xhtml|vnd))/;

/**
 * The files of a drop or a paste. Entries must be asked for before the event is over.
 * @param {DataTransfer} transfer
 * @returns {Promise<Incoming[]>}
 */
export async function filesOf(transfer) {
  const plain = Array.from(transfer.files);
  // A browser takes long enough over many files, before the page is asked.
  if (plain.length > 0 && plain.every(({ type }) => FILE.test(type))) return incoming(plain);
  const entries = Array.from(transfer.items).flatMap((item) => (FILE.test(item.type) ? [] : (item.webkitGetAsEntry?.() ?? [])));
  if (!entries.some((entry) => entry.isDirectory)) return incoming(plain);
  const walked = await Promise.all(entries.map(walk));
  return incoming([...plain.filter(({ name, type }) => FILE.test(type) && isOwn(name)), ...walked.flat()]);
}

/** @param {DragEvent} event */
const carries = (event) => event.dataTransfer?.types.some((type) => type === 'Files' || type === 'text/plain');

/**
 * @param {(files: Incoming[]) => void} open
 * @param {(text: string) => void} openText
 */
export function acceptDrops(open, openText) {
  // Entering a child fires before the parent is left, so the depth tells when the page is left for good.
  let depth = 0;
  const end = () => {
    depth = 0;
    delete document.body.dataset.drag;
  };
  document.addEventListener('dragenter', (event) => {
    if (!carries(event)) return;
    depth += 1;
    document.body.dataset.drag = '';
  });
  document.addEventListener('dragleave', () => {
    depth -= 1;
    if (depth <= 0) end();
  });
  document.addEventListener('dragover', (event) => {
    if (!carries(event) || !event.dataTransfer) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  });
  document.addEventListener('drop', async (event) => {
    end();
    if (!event.dataTransfer || !carries(event)) return;
    event.preventDefault();
    const text = event.dataTransfer.getData('text/plain');
    const files = await filesOf(event.dataTransfer);
    if (files.length === 0 && text.trim()) openText(text);
    else open(files);
  });
}
