// What `cargo xtask site` writes into the bundles, and what the service worker is.

/** There only where the HTML has its words already. */
declare const FILLED: true;

/** There only in the page that is one file. */
declare const ONE_FILE: true;

/** There only in that page's worker: the modules, compressed with gzip, in base64. */
declare const MODULES: { engine: string; papers: string };

/** The files that are stored for use without a network, and those that are stored when there is time for it: path below the page, SHA-256. */
declare const FILES: readonly (readonly [string, string])[];
declare const LATER: readonly (readonly [string, string])[];

/** Names the version: it changes with any of the files. */
declare const VERSION: string;

interface FileHandle {
  getFile(): Promise<File>;
}

interface Window {
  /** Files that the system opens with the installed page. */
  launchQueue?: { setConsumer(consumer: (launched: { files: readonly FileHandle[] }) => void): void };
}

interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetching extends Waiting {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

interface Told extends Waiting {
  readonly data: import('./page').Order;
  readonly ports: readonly MessagePort[];
}

/** As much of a service worker as ours uses. */
interface ServiceScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(type: 'message', listener: (event: Told) => void): void;
}
