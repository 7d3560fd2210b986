// Saves pages by Chromium's own writers, as MHTML or printed as PDF: node saved.mjs mhtml|pdf FROM TO NAME…
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const [kind, from, to, ...names] = process.argv.slice(2);
const browser = spawn(process.env.CHROME ?? 'chromium', ['--headless=new', '--no-sandbox', '--disable-gpu', '--remote-debugging-pipe', 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
const [send, receive] = [browser.stdio[3], browser.stdio[4]];
const waiting = new Map();
let last = 0;
let held = '';
receive.on('data', (piece) => {
  held += piece;
  const messages = held.split('\0');
  held = messages.pop();
  for (const message of messages.map((text) => JSON.parse(text))) {
    if (message.method === 'Fetch.requestPaused') serve(message);
    else waiting.get(message.id)?.(message.result);
  }
});
const ask = (method, params = {}, sessionId = undefined) =>
  new Promise((resolve) => {
    waiting.set(++last, resolve);
    send.write(JSON.stringify({ id: last, method, params, sessionId }) + '\0');
  });

/** The page that is being printed, by its address: what is printed around it names no folder of this machine. */
let shown = '';
function serve({ params, sessionId }) {
  const body = Buffer.from(params.resourceType === 'Document' ? shown : '').toString('base64');
  const responseHeaders = [{ name: 'content-type', value: 'text/html; charset=utf-8' }];
  ask('Fetch.fulfillRequest', { requestId: params.requestId, responseCode: 200, responseHeaders, body }, sessionId);
}

async function mhtml(name, sessionId) {
  await ask('Page.navigate', { url: `file://${from}/${name}.html` }, sessionId);
  await new Promise((resolve) => setTimeout(resolve, 800));
  const { data } = await ask('Page.captureSnapshot', { format: 'mhtml' }, sessionId);
  // Where the pages lay on this machine is nobody's business.
  return data.replaceAll(`file://${from}`, 'https://saved.example');
}

async function pdf(name, sessionId) {
  shown = readFileSync(`${from}/${name}.html`, 'utf8');
  const [, url] = /rel="canonical" href="([^"]+)"/.exec(shown);
  await ask('Fetch.enable', {}, sessionId);
  await ask('Page.navigate', { url }, sessionId);
  await new Promise((resolve) => setTimeout(resolve, 800));
  const { data } = await ask('Page.printToPDF', { displayHeaderFooter: !name.startsWith('bare'), paperWidth: 8.27, paperHeight: 11.69 }, sessionId);
  return Buffer.from(data, 'base64');
}

for (const name of names) {
  const { targetId } = await ask('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true });
  const saved = kind === 'pdf' ? await pdf(name, sessionId) : await mhtml(name, sessionId);
  writeFileSync(`${to}/${name}.${kind}`, saved);
}
await ask('Browser.close');
