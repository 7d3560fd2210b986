"""How long a peer takes: shared by the scripts that print the README's tables."""

import time

RUNS = 5


def best_of(work, clock=time.perf_counter):
    """The result and the seconds of the fastest of several runs; by `time.process_time` what else runs does not count."""
    fastest = None
    for _ in range(RUNS):
        start = clock()
        result = work()
        seconds = clock() - start
        fastest = seconds if fastest is None else min(fastest, seconds)
    return result, fastest
