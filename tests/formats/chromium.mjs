// A Chromium without a window, driven over its pipe; what it asks the network for is answered by `serve`.
import { spawn } from 'node:child_process';

const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--remote-debugging-pipe', 'about:blank'];
const browser = spawn(process.env.CHROME ?? 'chromium', flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
const [send, receive] = [browser.stdio[3], browser.stdio[4]];
const waiting = new Map();
let last = 0;
let held = '';
/** What each page is answered whose requests are held: markup for its document, and for anything else null, a failure. */
let answer = () => null;

/** Calls a method of the DevTools protocol. */
export const ask = (method, params = {}, sessionId = undefined) =>
  new Promise((resolve) => {
    waiting.set(++last, resolve);
    send.write(JSON.stringify({ id: last, method, params, sessionId }) + '\0');
  });

receive.on('data', (piece) => {
  held += piece;
  const messages = held.split('\0');
  held = messages.pop();
  for (const message of messages.map((text) => JSON.parse(text))) {
    if (message.method === 'Fetch.requestPaused') reply(message);
    else waiting.get(message.id)?.(message.result);
  }
});

function reply({ params: { requestId, resourceType, request }, sessionId }) {
  const body = resourceType === 'Document' ? answer(request.url) : null;
  if (body === null) return ask('Fetch.failRequest', { requestId, errorReason: 'Failed' }, sessionId);
  const responseHeaders = [{ name: 'content-type', value: 'text/html; charset=utf-8' }];
  const whole = { requestId, responseCode: 200, responseHeaders, body: Buffer.from(body).toString('base64') };
  return ask('Fetch.fulfillRequest', whole, sessionId);
}

/** Opens a tab: its target and session. */
export async function tab() {
  const { targetId } = await ask('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true });
  return { targetId, sessionId };
}

/** Goes to an address and waits for what is drawn. Where `markup` is given, it is what stands there, without a network. */
export async function go(sessionId, url, markup = null) {
  if (markup !== null) {
    answer = (asked) => (asked === url ? markup : null);
    await ask('Fetch.enable', {}, sessionId);
  }
  await ask('Page.navigate', { url }, sessionId);
  await new Promise((resolve) => setTimeout(resolve, 800));
}
