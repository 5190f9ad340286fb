import _thread
import sys
import threading
import time


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


print(threading.current_thread().name, threading.main_thread() is threading.current_thread())
print(threading.active_count(), len(threading.enumerate()), threading.get_ident() == threading.main_thread().ident)


def work(a, b=0, *, c=0):
    out.append((a, b, c, threading.current_thread().name, threading.current_thread().daemon))


out = []
th = threading.Thread(target=work, args=(1, 2), kwargs={"c": 3}, name="worker", daemon=True)
print(th.is_alive(), th.ident, th.native_id, repr(th))
t(th.join)
th.start()
th.join()
print(out, th.is_alive(), repr(th).split(" daemon")[0])
t(th.start)
t(lambda: threading.current_thread().join())
t(lambda: setattr(threading.Thread(target=work), "daemon", 1) or "set")
t(lambda: setattr(threading.current_thread(), "daemon", True))
t(lambda: threading.Thread(group=1))
t(lambda: threading.Thread(target=work).join())


class Mine(threading.Thread):
    def run(self):
        self.result = sum(range(100))


m = Mine()
m.start()
m.join()
print(m.result, m.name)


class NoInit(threading.Thread):
    def __init__(self):
        pass


t(NoInit().start)
t(lambda: _thread.start_new_thread(1, ()))
t(lambda: _thread.start_new_thread(work, []))
t(lambda: _thread.start_new_thread(work, (), 1))
done = _thread.allocate_lock()
done.acquire()
out = []


def low(a, k):
    out.append((a, k))
    done.release()


print(type(_thread.start_new_thread(low, (1,), {"k": 2})).__name__)
done.acquire()
print(out)
print(threading.stack_size(), threading.stack_size(256 * 1024), threading.stack_size(0))
t(lambda: threading.stack_size(-1))
t(lambda: threading.stack_size(4096))
seen = []
threading.excepthook = lambda args: seen.append((args.exc_type.__name__, str(args.exc_value), args.thread.name, args.exc_traceback is not None))
th = threading.Thread(target=lambda: 1 / 0, name="dying")
th.start()
th.join()
th = threading.Thread(target=sys.exit, name="exiting")
th.start()
th.join()
print(seen, threading.__excepthook__ is not threading.excepthook)
threading.excepthook = threading.__excepthook__
th = threading.Thread(target=lambda: 1 / 0, name="dying")
sys.stderr = sys.stdout
import io

sys.stderr = io.StringIO()
th.start()
th.join()
text = sys.stderr.getvalue()
sys.stderr = sys.__stderr__
print(text.splitlines()[0], "|", text.splitlines()[-1])
hooked = []
sys.unraisablehook = lambda u: hooked.append((u.exc_type.__name__, u.err_msg, u.object is bad))


def bad():
    try:
        raise KeyError(1)
    finally:
        done.release()


_thread.start_new_thread(bad, ())
done.acquire()
while not hooked:
    time.sleep(0.01)
sys.unraisablehook = sys.__unraisablehook__
print(hooked)
timer = threading.Timer(30, print)
timer.start()
timer.cancel()
timer.join()
print(timer.is_alive(), timer.finished.is_set())
names = []
threads = [threading.Thread(target=lambda: names.append(threading.get_ident())) for _ in range(10)]
[x.start() for x in threads]
[x.join() for x in threads]
print(len(set(x.ident for x in threads)) >= 1, len(names), all(x.native_id > 0 for x in threads))
print(threading.TIMEOUT_MAX, threading.active_count())
th = threading.Thread(target=time.sleep, args=(0.05,))
th.start()
th.join(0.001)
print(th.is_alive())
th.join()
print(th.is_alive(), sys.getswitchinterval() > 0)
