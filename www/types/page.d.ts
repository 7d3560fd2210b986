// The page's own state: one immutable value, changed only by `store.set`.

import type { ArticleView, ManyView, Overview, PairView, PlainView, QuotesView, TimeRow } from './report';

/** An article of the drop. `key` is the page's own and outlives a restart of the worker. */
export interface Source {
  key: number;
  file: string;
  sha256: string;
  /** Its place among the file's articles, from 1. */
  number: number;
}

/** An article as decisions name it. */
export interface ArticleKey {
  sha256: string;
  number: number;
}

/** A thing by its forms, and what it was when it was decided about. */
export interface Thing {
  names: string[];
  label: string;
}

/** Where something begins: block, and code points from its start. */
export interface Spot {
  article: ArticleKey;
  block: number;
  at: number;
}

/** What a file that was made elsewhere holds: nothing is known of it before it was looked at. */
export type Foreign = any;

/** A correction by the user; src/report/project.rs reads it. */
export type Decision =
  | { do: 'field'; article: ArticleKey; field: string; value: string | null }
  | { do: 'published'; article: ArticleKey; value: string | null }
  | { do: 'block'; article: ArticleKey; block: number; kind: string }
  | { do: 'label'; thing: Thing; label: string | null }
  | { do: 'merge'; thing: Thing; with: Thing }
  | { do: 'split'; thing: Thing; form: string }
  | { do: 'rename'; thing: Thing; name: string }
  | { do: 'speaker'; place: Spot; thing: Thing | null }
  | { do: 'link'; a: Spot; b: Spot; linked: boolean };

/** A file that could not be read. */
export interface Failed {
  id: number;
  file: string;
  message: string;
}

/** What is being read just now. */
export interface Progress {
  done: number;
  total: number;
  name: string;
}

/** A short message at the foot of the page. */
export interface Toast {
  text: string;
  undo: boolean;
}

export type ViewName =
  | 'ledger'
  | 'side'
  | 'inline'
  | 'names'
  | 'quotes'
  | 'timeline'
  | 'many'
  | 'read'
  | 'notes'
  | 'found';
export type Layer = 'changes' | 'names' | 'quotes' | 'dates' | 'shared' | 'none';

/** What the user thinks of a finding. */
export interface Review {
  /** Looked at, or called wrong. */
  mark: 'seen' | 'wrong' | null;
  note: string;
}

/** What can be undone and is kept in a project file: what is open, and what the user made of it. */
export interface Work {
  sources: readonly Source[];
  decisions: readonly Decision[];
  /** By the finding's lasting key. */
  reviews: Readonly<Record<string, Review>>;
}

/** A place that a link or a project file leads to: files by their hashes, a view, articles and a finding in it. */
export interface Target {
  files: readonly { sha256: string; file?: string }[];
  view: ViewName | null;
  pair: readonly [number, number] | null;
  article: number | null;
  finding: string | null;
}

export interface State extends Work {
  past: readonly Work[];
  future: readonly Work[];
  /** What is to be shown as soon as its files are there. */
  target: Target | null;
  /** Whether what was read can be corrected in its place. */
  correcting: boolean;
  /** The sentence that waits for its counterpart: id of its article, and its place. */
  linking: { id: string; place: Spot } | null;
  failures: readonly Failed[];
  progress: Progress | null;
  overview: Overview | null;
  view: ViewName;
  layer: Layer;
  pair: readonly [number, number];
  pairView: PairView | null;
  onlyChanges: boolean;
  article: number;
  articleView: ArticleView | null;
  entity: string | null;
  mention: number;
  kind: string | null;
  /** Whether articles that are set aside are shown among the others. */
  aside: boolean;
  /** What the views of the same names show; null until one was looked at. */
  quotesView: QuotesView | null;
  timeline: readonly TimeRow[] | null;
  many: ManyView | null;
  texts: readonly PlainView[] | null;
  /** Index of the speaker whose words are shown, and which of them. */
  speaker: number | null;
  said: string;
  /** What is searched for. */
  query: string;
  /** Which hits are listed: outlet, day, name, speaker; empty for any. */
  facets: Readonly<Record<string, string>>;
  /** The block that the reader was led to. */
  spot: number | null;
  /** What was not needed to begin with, once it is loaded. */
  more: typeof import('../more.js') | null;
  toast: Toast | null;
  /** The row that is to be brought into sight once it is drawn. */
  goal: string | null;
}

/** A file of the drop: what was dropped, picked, pasted or fetched. */
export interface Incoming {
  name: string;
  blob: Blob;
}

/** What the engine found in a file: its articles, and a sentence for each thing in it that could not be read. */
export interface Opened {
  articles: Source[];
  failures: string[];
}

/** The WebAssembly module's own exports. */
export interface Package {
  default(from: { module_or_path: URL | Response }): Promise<unknown>;
  Engine: { new (): Door };
}

/** Reads a PDF: its bytes to JSON, as src/pdf has it. */
export type Printer = (bytes: Uint8Array) => string;

/** The exports of the module that reads PDFs. */
export interface Papers {
  default(from?: { module_or_path: Response }): Promise<unknown>;
  read: Printer;
}

/** What the views of the whole drop show. */
export interface Views {
  quotes: QuotesView;
  timeline: TimeRow[];
  many: ManyView;
  texts: PlainView[];
}

/** The door of the engine, as src/wasm.rs has it. */
export interface Door {
  /** What is said of a file with so many bytes where these are too many to be read. */
  too_large(name: string, bytes: number): Opened | null;
  /** Null where a PDF is met and nothing is given that reads it. */
  open(name: string, bytes: Uint8Array, printer?: Printer): Opened | null;
  forget(key: number): void;
  analyse(keys: Uint32Array, decisions: string): Overview;
  article(index: number): ArticleView | null;
  pair(a: number, b: number): PairView | null;
  view(name: keyof Views): Views[keyof Views];
  json(files: string[], messages: string[]): string;
}

/** What is asked of the worker, and what it answers. */
export type Call =
  | { id: number; method: 'open'; name: string; blob: Blob }
  | { id: number; method: 'forget'; key: number }
  | { id: number; method: 'analyse'; keys: number[]; decisions: string }
  | { id: number; method: 'article'; index: number }
  | { id: number; method: 'pair'; a: number; b: number }
  | { id: number; method: 'view'; name: keyof Views }
  | { id: number; method: 'json'; failures: readonly Failed[] }
  | { id: number; method: 'requests' };

export type Answer =
  | { id: number; piece: import('../pieces.js').Piece }
  | { id: number; value: unknown }
  | { id: number; error: string }
  | { id: number; panic: string }
  | { id: number; absent: true }
  | { id: number; unreadable: true };

/** Files on their way to a page: shared by another app, or those that were open before a reload. */
export interface Handed {
  shared: boolean;
  files: readonly Incoming[];
}

/** What the page tells the service worker. */
export type Order =
  | { method: 'later' }
  | { method: 'replace' }
  | { method: 'hand'; id: string; handed: Handed }
  | { method: 'take'; id: string };
