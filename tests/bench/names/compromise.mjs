// Labels sentences with compromise: [[token…]…] in, {labels, seconds} out. Its terms are matched to the tokens in order.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const load = createRequire(resolve("target/peers/package.json"));
const nlp = load("compromise");
const sentences = JSON.parse(readFileSync(0, "utf8"));
const KINDS = { people: "PER", places: "LOC", organizations: "ORG" };

/** BIO labels of one sentence: where each found name's letters stand, in tokens. */
function label(tokens) {
  const doc = nlp(tokens.join(" "));
  const labels = tokens.map(() => "O");
  for (const [method, kind] of Object.entries(KINDS)) {
    for (const name of doc[method]().out("array")) {
      const words = name.replace(/[.,;:!?]+$/, "").split(" ");
      const at = tokens.findIndex((_, i) => labels[i] === "O" && words.every((w, j) => tokens[i + j]?.startsWith(w)));
      if (at >= 0) words.forEach((_, j) => { labels[at + j] = (j ? "I-" : "B-") + kind; });
    }
  }
  return labels;
}

let seconds = Infinity;
let labels = [];
for (let run = 0; run < 5; run += 1) {
  const start = performance.now();
  labels = sentences.map(label);
  seconds = Math.min(seconds, (performance.now() - start) / 1000);
}
console.log(JSON.stringify({ labels, seconds }));
