// The report as tidy tables: one row a thing, ids that join them, offsets in code points with their text beside them.

/** @typedef {import('./types/report').Report} Report */
/** @typedef {string | number | boolean | null | undefined} Value */
/** @typedef {{ name: string, columns: string[], rows: Value[][] }} Table */

/** A text that is cut by code points, as the report counts. @param {string} text */
function cutter(text) {
  const points = /[\ud800-\udfff]/.test(text) ? Array.from(text) : null;
  return (/** @type {number} */ start, /** @type {number} */ end) =>
    points ? points.slice(start, end).join('') : text.slice(start, end);
}

/** @param {readonly (string | null | undefined)[]} values */
const joined = (values) => values.filter(Boolean).join('; ');

/**
 * All tables of a report.
 * @param {Report} report
 * @returns {Table[]}
 */
export function tables(report) {
  const cuts = new Map(report.articles.map(({ id, text }) => [id, cutter(text)]));
  /** @param {string} id @param {readonly (readonly number[])[]} spans */
  const words = (id, spans) => spans.map(([start = 0, end = 0]) => cuts.get(id)?.(start, end)).join(' … ');
  /** @param {string} name @param {string} columns @param {Value[][]} rows @returns {Table} */
  const table = (name, columns, rows) => ({ name, columns: columns.split(' '), rows });
  /** A row for each of a list's things, in each article. @template T @param {(article: Report['articles'][number]) => readonly T[]} list @param {(one: T, cut: (start: number, end: number) => string, index: number) => Value[]} row */
  const each = (list, row) =>
    report.articles.flatMap((article) => {
      const cut = cuts.get(article.id) ?? (() => '');
      return list(article).map((one, index) => [article.id, ...row(one, cut, index)]);
    });
  const documents = report.articles.map((one) => [
    one.id, one.file, one.member, one.sha256, one.media_type, one.language, one.title, one.dek, joined(one.authors), one.outlet,
    one.agency, one.place, one.url, one.published.value, one.published.source, one.updated, one.words,
  ]);
  const changes = report.changes.map((one) => [
    one.id, one.rank, one.kind, one.intent, one.confidence, one.rule, one.summary, one.a.article, words(one.a.article, one.a.spans),
    one.b.article, words(one.b.article, one.b.spans),
  ]);
  const alignments = report.alignments.map((one) => [
    one.a, one.b, one.kind, one.moved, one.score, words(one.a, one.a_spans), words(one.b, one.b_spans),
  ]);
  return [
    table('documents', 'id file member sha256 media_type language title dek authors outlet agency place url published published_source updated words', documents),
    table('paragraphs', 'document block kind start end text', each((a) => a.blocks, (one, cut, i) => [i, one.kind, one.start, one.end, cut(one.start, one.end)])),
    table('sentences', 'document sentence block start end text', each((a) => a.sentences, (one, cut, i) => [i, one.block, one.start, one.end, cut(one.start, one.end)])),
    table('entities', 'id label name aliases roles', report.entities.map((one) => [one.id, one.label, one.name, joined(one.aliases), joined(one.roles)])),
    table('mentions', 'document start end text label entity confidence reason', each((a) => a.mentions, (one, cut) => [one.start, one.end, cut(one.start, one.end), one.label, one.entity, one.confidence, one.reason])),
    table('quotes', 'document id start end text kind said speaker entity cue cue_class addressee venue via utterance', each((a) => a.quotes, (one, cut) => [one.id, one.start, one.end, cut(one.start, one.end), one.kind, one.said, one.speaker?.text, one.speaker?.entity, one.cue?.text, one.cue?.class, one.addressee?.text, one.venue?.text, one.via?.text, one.utterance])),
    table('times', 'document start end text type value from to anchor', each((a) => a.times, (one, cut) => [one.start, one.end, cut(one.start, one.end), one.type, one.value, one.from, one.to, one.anchor])),
    table('numbers', 'document start end text label value to unit approximate', each((a) => a.numbers, (one, cut) => [one.start, one.end, cut(one.start, one.end), one.label, one.value, one.to, one.unit, one.approximate])),
    table('alignments', 'a b kind moved score a_text b_text', alignments),
    table('changes', 'id rank kind intent confidence rule summary a a_words b b_words', changes),
  ];
}

/**
 * A table as CSV after RFC 4180. For a spreadsheet it begins with a byte order mark, and cells that a spreadsheet would
 * take for a formula are defused with an apostrophe.
 * @param {Table} table
 * @param {boolean} spreadsheet
 */
export function csv({ columns, rows }, spreadsheet) {
  const cell = (/** @type {Value} */ value) => {
    const text = String(value ?? '');
    const safe = spreadsheet && typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return (spreadsheet ? '\ufeff' : '') + [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** The sum that archives check their members with. @param {Uint8Array} bytes */
function crc(bytes) {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/**
 * Files as one archive, not compressed, without a time: the same files give the same bytes.
 * @param {readonly { name: string, text: string }[]} files
 * @returns {Blob}
 */
export function zip(files) {
  /** @type {BlobPart[]} */
  const members = [];
  /** @type {BlobPart[]} */
  const directory = [];
  let offset = 0;
  let size = 0;
  for (const { name, text } of files) {
    const [path, bytes] = [new TextEncoder().encode(name), new TextEncoder().encode(text)];
    // Version, flags (names are UTF-8), method, time and day (1 January 1980), sum, sizes, lengths of name and extras.
    const common = [[20, 2], [0x800, 2], [0, 2], [0, 2], [0x21, 2], [crc(bytes), 4], [bytes.length, 4], [bytes.length, 4], [path.length, 2], [0, 2]];
    const head = numbers([[0x04034b50, 4], ...common]);
    const entry = numbers([[0x02014b50, 4], [20, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]]);
    members.push(head, path, bytes);
    directory.push(entry, path);
    offset += head.length + path.length + bytes.length;
    size += entry.length + path.length;
  }
  const end = numbers([[0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [size, 4], [offset, 4], [0, 2]]);
  return new Blob([...members, ...directory, end], { type: 'application/zip' });
}

/** Numbers of so many bytes each, the lowest first. @param {number[][]} fields */
function numbers(fields) {
  return Uint8Array.from(fields.flatMap(([value = 0, bytes = 0]) => Array.from({ length: bytes }, (_, i) => (value >>> (8 * i)) & 255)));
}
