// Runs a benchmark that was built for wasm32-wasip1 in V8, the engine of Chromium: node tests/bench/wasi.mjs FILE
import { readFile } from "node:fs/promises";
import v8 from "node:v8";
import { WASI } from "node:wasi";

// Where memory grows through one long call, V8 (node 20 and 22) drops the bytecode of this very script, which waits for
// it, and falls over when the call returns.
v8.setFlagsFromString("--no-flush-bytecode");
const [, , file, ...rest] = process.argv;
const wasi = new WASI({ version: "preview1", args: [file, ...rest], env: process.env, preopens: { "/": "/" } });
const module = await WebAssembly.compile(await readFile(file));
process.exit(wasi.start(await WebAssembly.instantiate(module, wasi.getImportObject())));
