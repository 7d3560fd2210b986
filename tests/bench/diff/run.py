"""Comparing beside jsdiff, diff-match-patch, fast-myers-diff, imara-diff and CollateX on the same texts, in one run.

    npm install --prefix target/peers diff@9.0.0 diff-match-patch@1.0.5 fast-myers-diff@3.2.0
    python -m venv target/peers/venv && target/peers/venv/bin/pip install collatex==2.3 python-Levenshtein
    cargo bench --bench diff --no-run --profile page --target wasm32-wasip1
    python tests/bench/diff/run.py

Prints the table of the README: milliseconds of CPU, best of some runs, and each peer's time as a multiple of
Crossread's. Crossread and imara-diff, built as the page is, run as WebAssembly in node, the scripts in node, CollateX in Python. Of many
articles the peers compare each two; CollateX, which takes several, all at once. The first pair is of the seeds where
they are, else of the page's samples.
"""

import pathlib
import resource
import shutil
import signal
import subprocess

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent.parent
PEERS = ROOT / "target/peers"
TEXTS = PEERS / "texts"
# A peer that takes longer is stopped.
LIMIT = 60


def built():
    """The benchmark as it was built last."""
    files = (ROOT / "target/wasm32-wasip1/page/deps").glob("diff-*.wasm")
    return max(files, key=lambda file: file.stat().st_mtime)


def wasm(*arguments):
    return ["node", "--no-warnings", HERE.parent / "wasi.mjs", built(), *arguments]


def script(peer):
    return lambda folder: ["node", HERE / "peers.mjs", peer, folder, PEERS]


RUNNERS = {
    "Crossread": lambda folder: wasm("crossread", folder),
    "its links and edits alone": lambda folder: wasm("linking", folder),
    "imara-diff": lambda folder: wasm("imara", folder),
    "jsdiff": script("jsdiff"),
    "diff-match-patch": script("diff-match-patch"),
    "fast-myers-diff": script("fast-myers-diff"),
    "CollateX": lambda folder: [PEERS / "venv/bin/python", HERE / "collate.py", folder],
}


def write():
    shutil.rmtree(TEXTS, ignore_errors=True)
    TEXTS.mkdir(parents=True)
    subprocess.run(wasm("write", TEXTS), check=True)
    seeds = sorted((ROOT / "../shared/seeds").glob("00[01]*.txt"))
    samples = sorted((ROOT / "www/samples").glob("*bridge*"))
    name, files = ("0-seed pair", seeds) if len(seeds) == 2 else ("0-sample pair", samples)
    (TEXTS / name).mkdir()
    for number, file in enumerate(files):
        shutil.copy(file, TEXTS / name / f"{number:03}.txt")


def milliseconds(command):
    """What the command prints; None where it is stopped, a string where it cannot run. A peer repeats what takes less."""
    limit = lambda: resource.setrlimit(resource.RLIMIT_CPU, (2 * LIMIT, 2 * LIMIT))
    try:
        out = subprocess.run(command, capture_output=True, text=True, timeout=4 * LIMIT, preexec_fn=limit)
        if out.returncode:
            return None if out.returncode in (-signal.SIGXCPU, -signal.SIGKILL) else "failed"
        time = float(out.stdout)
        return None if time > 1000 * LIMIT else time
    except subprocess.TimeoutExpired:
        return None
    except OSError:
        return "not installed"


def megabytes(folder):
    """The memory that Crossread comes to with the texts in it."""
    return subprocess.run(wasm("memory", folder), capture_output=True, text=True, check=True).stdout.strip()


def cell(time, ours):
    if time is None:
        return f"> {LIMIT} s"
    if isinstance(time, str):
        return time
    shown = f"{time:.2f}" if time < 10 else f"{time:,.0f}"
    beside = isinstance(ours, float) and time != ours
    return f"{shown} ({time / ours:.2g} x)" if beside else shown


def growth(before, after):
    numbers = isinstance(before, float) and isinstance(after, float)
    return f"x {after / before:.1f}" if numbers else ""


def main():
    write()
    folders = sorted(TEXTS.iterdir())
    print("| ms | " + " | ".join(RUNNERS) + " |\n" + "|---" * (len(RUNNERS) + 1) + "|")
    before = None
    for folder in folders:
        times = []
        for peer, command in RUNNERS.items():
            # What took too long for a smaller text is not asked again.
            gave_up = before is not None and before[len(times)] is None and not folder.name.startswith("5")
            times.append(None if gave_up else milliseconds(command(folder)))
        name = folder.name.split("-", 1)[1]
        print(f"| {name} | " + " | ".join(cell(time, times[0]) for time in times) + " |", flush=True)
        if folder.name[0] in "246":
            print("| for x 10 | " + " | ".join(map(growth, before, times)) + " |", flush=True)
        before = times
    print("MB of memory: " + ", ".join(f"{folder.name[2:]}: {megabytes(folder)}" for folder in folders))


main()
