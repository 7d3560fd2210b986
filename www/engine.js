// The worker as promises. The page never sees messages, and never notices that a worker was replaced.

import { Absent, Interrupted, Stopped, Unreadable } from './errors.js';
import { Last } from './again.js';
import { join } from './pieces.js';
import { startWorker } from './workplace.js';

/** @typedef {import('./types/page').Call} Call */
/** @typedef {import('./types/page').Decision} Decision */
/** @typedef {import('./types/page').Opened} Opened */
/** @typedef {import('./pieces.js').Piece} Piece */
/** @typedef {import('./types/page').Incoming} Incoming */
/** @typedef {{ origin: Incoming, place: number, key: number | null }} Held */
/** @typedef {Call extends infer C ? C extends Call ? Omit<C, 'id'> : never : never} Question */

/** So long the worker may go on with what was given up, milliseconds: another one would have to read anew what this one has. */
const GRACE = 100;

export class Engine {
  /** @type {Worker} */
  #worker;
  /** @type {Map<number, { resolve: (value: unknown) => void, reject: (error: Error) => void, pieces: Piece[] }>} */
  #calls = new Map();
  #lastCall = 0;
  #lastKey = 0;
  /** Where each article came from, to be read again by a new worker. @type {Map<number, Held>} */
  #held = new Map();
  #last = new Last();

  constructor() {
    this.#worker = this.#start();
  }

  /**
   * Reads a file. The keys are the page's own: they stay what they are when the worker is replaced.
   * @param {Incoming} origin
   * @returns {Promise<Opened>}
   */
  async open(origin) {
    const { articles, failures } = await this.#read(origin);
    const known = articles.map((article, place) => {
      const key = ++this.#lastKey;
      this.#held.set(key, { origin, place, key: article.key });
      return { ...article, key };
    });
    return { articles: known, failures };
  }

  /** The files of these articles, each once. @param {readonly number[]} keys @returns {Incoming[]} */
  origins(keys) {
    return [...new Set(keys.flatMap((key) => this.#held.get(key)?.origin ?? []))];
  }

  async forget(/** @type {number} */ key) {
    const held = this.#held.get(key);
    this.#held.delete(key);
    if (held && held.key !== null) await this.#ask({ method: 'forget', key: held.key });
  }

  /** Reads the articles as one drop, with what the user decided. @param {readonly number[]} keys @param {readonly Decision[]} [decisions] */
  analyse = async (keys, decisions = []) => (await this.both(keys, decisions, () => null))[0];

  /** The same, and what is asked for as soon as that is. @template T @param {readonly number[]} keys @param {readonly Decision[]} decisions @param {() => T} more */
  async both(keys, decisions, more) {
    await this.#reopen(keys);
    const known = keys.flatMap((key) => this.#held.get(key)?.key ?? []);
    const asked = this.#ask({ method: 'analyse', keys: known, decisions: JSON.stringify(decisions) });
    return Promise.all([asked.then((answer) => /** @type {import('./types/report').Overview} */ (this.#last.whole('', answer))), more()]);
  }

  article = async (/** @type {number} */ index) => /** @type {import('./types/report').ArticleView | null} */ (await this.#ask({ method: 'article', index }));
  pair = async (/** @type {number} */ a, /** @type {number} */ b) => /** @type {import('./types/report').PairView | null} */ (await this.#ask({ method: 'pair', a, b }));
  /** What a view of the whole drop shows. */
  view = async (/** @type {keyof import('./types/page').Views} */ name) => this.#last.whole(name, await this.#ask({ method: 'view', name }));

  /** The report, the same bytes as the command line prints. */
  json = async (/** @type {readonly import('./types/page').Failed[]} */ failures) => String(await this.#ask({ method: 'json', failures }));

  /** What the worker has fetched since it was started: its own module. @returns {Promise<string[]>} */
  requests = async () => /** @type {string[]} */ (await this.#ask({ method: 'requests' }));

  /** Gives up what is asked at this moment: unless it is answered very soon, the worker is ended. */
  stop() {
    const asked = [...this.#calls.keys()];
    setTimeout(() => asked.some((id) => this.#calls.has(id)) && this.restart(), GRACE);
  }

  /** Ends the worker and starts another; calls that still wait are rejected as interrupted. */
  restart() {
    this.#worker.terminate();
    this.#fail(new Interrupted('the engine was restarted'));
    for (const held of this.#held.values()) held.key = null;
    this.#worker = this.#start();
  }

  async #read(/** @type {Incoming} */ { name, blob }) {
    return /** @type {Opened} */ (await this.#ask({ method: 'open', name, blob }));
  }

  /**
   * Reads again what a new worker does not know.
   * @param {readonly number[]} keys
   */
  async #reopen(keys) {
    for (const key of keys) {
      const held = this.#held.get(key);
      if (!held || held.key !== null) continue;
      const { articles } = await this.#read(held.origin);
      for (const other of this.#held.values()) {
        if (other.origin === held.origin) other.key = articles[other.place]?.key ?? null;
      }
    }
  }

  /** @param {Question} question @returns {Promise<unknown>} */
  #ask(question) {
    const id = ++this.#lastCall;
    return new Promise((resolve, reject) => {
      this.#calls.set(id, { resolve, reject, pieces: [] });
      this.#worker.postMessage({ id, ...question });
    });
  }

  #start() {
    const worker = startWorker();
    worker.addEventListener('message', ({ data }) => this.#settle(data));
    worker.addEventListener('error', () => worker === this.#worker && this.#fail(new Absent()));
    return worker;
  }

  /** @param {import('./types/page').Answer} answer */
  #settle(answer) {
    const call = this.#calls.get(answer.id);
    if ('piece' in answer) return void call?.pieces.push(answer.piece);
    this.#calls.delete(answer.id);
    if (!call) return;
    if ('value' in answer) return call.resolve(join(answer.value, call.pieces));
    if ('error' in answer) return call.reject(new Error(answer.error));
    if ('absent' in answer) return call.reject(new Absent());
    if ('unreadable' in answer) return call.reject(new Unreadable());
    call.reject(new Stopped(answer.panic));
    this.restart();
  }

  /** @param {Error} error */
  #fail(error) {
    for (const call of this.#calls.values()) call.reject(error);
    this.#calls.clear();
  }
}
