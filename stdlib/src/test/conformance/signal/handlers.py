import os
import signal
import threading
import time


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    # What runs in the background starts with SIGINT ignored, and so does the program then.
    signal.signal(signal.SIGINT, signal.default_int_handler)
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler, signal.getsignal(signal.SIGTERM))
log = []


def handler(number, frame):
    log.append((number, type(frame).__name__))


print(signal.signal(signal.SIGUSR1, handler), signal.getsignal(signal.SIGUSR1) is handler)
signal.raise_signal(signal.SIGUSR1)
print(log)
log.clear()
print(signal.signal(signal.SIGUSR1, signal.SIG_IGN) is handler)
signal.raise_signal(signal.SIGUSR1)
print(log, repr(signal.getsignal(signal.SIGUSR1)))
t(lambda: signal.signal(0, handler))
t(lambda: signal.signal(65, handler))
t(lambda: signal.signal(signal.SIGUSR1, 5))
t(lambda: signal.signal(signal.SIGUSR1, None))
t(lambda: signal.getsignal(0))
t(lambda: signal.signal(signal.SIGKILL, handler))
t(lambda: signal.default_int_handler(2, None))
t(lambda: signal.raise_signal(signal.SIGINT))
print(signal.strsignal(signal.SIGINT), "|", signal.strsignal(15), "|", signal.strsignal(9))
t(lambda: signal.strsignal(0))
v = signal.valid_signals()
print(len(v), 0 in v, signal.SIGINT in v, 32 in v, 65 in v, type(min(v)).__name__)
print(signal.SIGINT, repr(signal.SIGALRM), signal.Signals(9).name, signal.SIG_DFL, signal.NSIG)
print(sorted(s.name for s in signal.Signals)[:6], int(signal.SIGRTMIN), int(signal.SIGRTMAX))


def in_thread():
    t(lambda: signal.signal(signal.SIGUSR1, handler))
    t(lambda: signal.set_wakeup_fd(-1))


th = threading.Thread(target=in_thread)
th.start()
th.join()


class Timeout(Exception):
    pass


def raising(number, frame):
    raise Timeout(number)


signal.signal(signal.SIGALRM, raising)
lock = threading.Lock()
lock.acquire()
waits = [
    lambda: time.sleep(30),
    lambda: lock.acquire(),
    lambda: lock.acquire(timeout=30),
    lambda: threading.Event().wait(30),
    lambda: signal.pause(),
    lambda: [None for _ in iter(int, 1)],
]
for wait in waits:
    start = time.monotonic()
    print(signal.getitimer(signal.ITIMER_REAL))
    try:
        # In here: on a loaded machine it may be over before the next step.
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        wait()
    except Timeout as e:
        print("interrupted", e.args, time.monotonic() - start < 10)
signal.signal(signal.SIGALRM, handler)
signal.setitimer(signal.ITIMER_REAL, 0.05)
print(lock.acquire(timeout=0.3), [n for n, _ in log])
log.clear()
start = time.monotonic()
signal.setitimer(signal.ITIMER_REAL, 0.02)
time.sleep(0.1)
print(time.monotonic() - start >= 0.1, [n for n, _ in log])
log.clear()
print(signal.alarm(100), signal.alarm(0) in (99, 100), signal.getitimer(signal.ITIMER_REAL))
t(lambda: signal.setitimer(99, 1))
t(lambda: signal.setitimer(signal.ITIMER_REAL, -1))
signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)
while len(log) < 3:
    time.sleep(0.005)
signal.setitimer(signal.ITIMER_REAL, 0)
time.sleep(0.05)
print(len(log) >= 3)
log.clear()
signal.signal(signal.SIGUSR1, handler)
old = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
signal.raise_signal(signal.SIGUSR1)
print(old, log, signal.sigpending(), signal.pthread_sigmask(signal.SIG_BLOCK, []))
signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1])
print([n for n, _ in log], signal.sigpending())
log.clear()
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
signal.raise_signal(signal.SIGUSR1)
print(signal.sigwait([signal.SIGUSR1]), signal.sigpending(), signal.sigtimedwait([signal.SIGUSR1], 0.01))
signal.pthread_sigmask(signal.SIG_SETMASK, old)
print(log)
signal.pthread_kill(threading.main_thread().ident, signal.SIGUSR1)
print([n for n, _ in log])
import _thread

log.clear()
_thread.interrupt_main(signal.SIGUSR1)
time.sleep(0.01)
print([n for n, _ in log])
t(lambda: _thread.interrupt_main(1000))
