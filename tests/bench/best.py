"""How long a peer takes: shared by the scripts that print the README's tables."""

import time

RUNS = 5


def best_of(work):
    """The result and the seconds of the fastest of several runs."""
    fastest = None
    for _ in range(RUNS):
        start = time.perf_counter()
        result = work()
        seconds = time.perf_counter() - start
        fastest = seconds if fastest is None else min(fastest, seconds)
    return result, fastest
