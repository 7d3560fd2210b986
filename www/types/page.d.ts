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
export type Layer = 'changes' | 'names' | 'quotes' | 'dates' | 'none';

export interface State {
  sources: readonly Source[];
  past: readonly (readonly Source[])[];
  future: readonly (readonly Source[])[];
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
  /** The block that the reader was led to. */
  spot: number | null;
  toast: Toast | null;
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
  Engine: { new (): Door; limit(): number };
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
  /** Null where a PDF is met and nothing is given that reads it. */
  open(name: string, bytes: Uint8Array, printer?: Printer): Opened | null;
  forget(key: number): void;
  analyse(keys: Uint32Array): Overview;
  article(index: number): ArticleView | null;
  pair(a: number, b: number): PairView | null;
  view(name: keyof Views): Views[keyof Views];
  json(files: string[], messages: string[]): string;
}

/** What is asked of the worker, and what it answers. */
export type Call =
  | { id: number; method: 'open'; name: string; blob: Blob }
  | { id: number; method: 'forget'; key: number }
  | { id: number; method: 'analyse'; keys: number[] }
  | { id: number; method: 'article'; index: number }
  | { id: number; method: 'pair'; a: number; b: number }
  | { id: number; method: 'view'; name: keyof Views }
  | { id: number; method: 'json'; failures: readonly Failed[] }
  | { id: number; method: 'requests' };

export type Answer =
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
