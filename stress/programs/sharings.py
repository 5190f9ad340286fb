"""What the programs of this folder have in common whose threads share things of several kinds.

A kind is a class whose objects have `step(tid, dice)`, which any thread may be in, and `check()`, which is asked when all
threads are done. What must hold is said with `require`; what did not is in `violations`.
"""
import faulthandler
import random
import threading

violations = []


def require(condition, *facts):
    if not condition:
        violations.append(facts)


def run(sharings, seed, count, threads, counted, times, limit):
    """Lets the threads take `count` steps, `times(sharing)` of a kind in a row; fails if something did not hold.

    A run that hangs says after so many seconds where each thread is, and ends.
    """
    faulthandler.dump_traceback_later(limit, exit=True)
    done = [0] * threads

    def work(tid):
        dice = random.Random(seed * 1000 + tid)
        try:
            while done[tid] < count // threads and not violations:
                sharing = dice.choice(sharings)
                # One after another of a kind: two threads meet in it more often.
                for _ in range(times(sharing)):
                    sharing.step(tid, dice)
                    done[tid] += 1
        except BaseException as error:
            violations.append(("thread", tid, type(sharing).__name__, repr(error)))
            raise

    workers = [threading.Thread(target=work, args=(tid,)) for tid in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if not violations:
        for sharing in sharings:
            sharing.check()
    if violations:
        for violation in violations[:10]:
            print("violated:", violation)
        raise AssertionError("seed %d: %d violations" % (seed, len(violations)))
    print("%d %s, seed %d: ok" % (sum(done), counted, seed))
    faulthandler.cancel_dump_traceback_later()
