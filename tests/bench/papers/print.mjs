// Prints saved pages as PDF in Chromium, without a network, and keeps the text that a browser shows of each:
// node print.mjs TO FILE.html.gz…
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';

const [to, ...files] = process.argv.slice(2);
const browser = spawn(process.env.CHROME ?? 'chromium', ['--headless=new', '--no-sandbox', '--disable-gpu', '--remote-debugging-pipe', 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
const [send, receive] = [browser.stdio[3], browser.stdio[4]];
const waiting = new Map();
let last = 0;
let held = '';
let shown = Buffer.alloc(0);

const ask = (method, params = {}, sessionId = undefined) =>
  new Promise((resolve) => {
    waiting.set(++last, resolve);
    send.write(JSON.stringify({ id: last, method, params, sessionId }) + '\0');
  });

function serve({ params, sessionId }) {
  const isPage = params.resourceType === 'Document' && params.request.url === 'https://page.example/';
  if (!isPage) return ask('Fetch.failRequest', { requestId: params.requestId, errorReason: 'Failed' }, sessionId);
  const responseHeaders = [{ name: 'content-type', value: 'text/html; charset=utf-8' }];
  return ask('Fetch.fulfillRequest', { requestId: params.requestId, responseCode: 200, responseHeaders, body: shown.toString('base64') }, sessionId);
}

receive.on('data', (piece) => {
  held += piece;
  const messages = held.split('\0');
  held = messages.pop();
  for (const message of messages.map((text) => JSON.parse(text))) {
    if (message.method === 'Fetch.requestPaused') serve(message);
    else waiting.get(message.id)?.(message.result);
  }
});

for (const file of files) {
  const name = basename(file).split('.')[0];
  const { targetId } = await ask('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true });
  shown = gunzipSync(readFileSync(file));
  await ask('Emulation.setScriptExecutionDisabled', { value: true }, sessionId);
  await ask('Fetch.enable', {}, sessionId);
  await ask('Page.navigate', { url: 'https://page.example/' }, sessionId);
  await new Promise((resolve) => setTimeout(resolve, 700));
  await ask('Emulation.setEmulatedMedia', { media: 'print' }, sessionId);
  const { result } = await ask('Runtime.evaluate', { expression: 'document.body.innerText' }, sessionId);
  const { data } = await ask('Page.printToPDF', { displayHeaderFooter: true }, sessionId);
  writeFileSync(`${to}/${name}.pdf`, Buffer.from(data, 'base64'));
  writeFileSync(`${to}/${name}.txt`, result.value ?? '');
  await ask('Target.closeTarget', { targetId });
}
await ask('Browser.close');
