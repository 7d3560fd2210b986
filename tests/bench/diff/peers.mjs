// Milliseconds that a peer takes for each two of some texts, best of some runs: node peers.mjs PEER FOLDER PACKAGES

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [, , peer, folder, packages] = process.argv;
const load = createRequire(join(packages, 'index.js'));
const words = (text) => text.split(/(?<=[^\p{L}\p{N}])/u);

const peers = {
  jsdiff: () => {
    const { diffWords } = load('diff');
    return (a, b) => diffWords(a, b).length;
  },
  'diff-match-patch': () => {
    const { diff_match_patch: Differ } = load('diff-match-patch');
    const differ = new Differ();
    // No clock: with one its result hangs on what else the machine does.
    differ.Diff_Timeout = 0;
    return (a, b) => {
      const edits = differ.diff_main(a, b);
      differ.diff_cleanupSemantic(edits);
      return edits.length;
    };
  },
  'fast-myers-diff': () => {
    const { diff } = load('fast-myers-diff');
    return (a, b) => [...diff(words(a), words(b))].length;
  },
};

const texts = readdirSync(folder)
  .sort()
  .map((file) => readFileSync(join(folder, file), 'utf8'));
const compare = peers[peer]();

let [best, spent] = [Infinity, 0];
for (let run = 0; run < 5 && spent < 5_000; run += 1) {
  const before = process.cpuUsage();
  texts.forEach((a, at) => texts.slice(at + 1).forEach((b) => compare(a, b)));
  const { user, system } = process.cpuUsage(before);
  const ms = (user + system) / 1000;
  spent += ms;
  best = Math.min(best, ms);
}
console.log(best);
