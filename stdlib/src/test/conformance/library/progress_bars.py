# What packages for progress bars do: shared bars, a bar for each thread, a monitor thread, texts between the bars, weak registries.
import contextlib
import functools
import io
import shutil
import sys
import threading
import time
import weakref
from concurrent.futures import ThreadPoolExecutor
from unicodedata import east_asian_width

THREADS, STEPS = 8, 400


class Bar:
    open_bars = weakref.WeakSet()
    lock = threading.RLock()
    monitor = None

    def __init__(self, items=None, *, total=None, text="", file=None, width=None, interval=0.001):
        self.items, self.text, self.file = items, text, file or sys.stderr
        self.total = len(items) if total is None and items is not None else total
        self.width = width or shutil.get_terminal_size((60, 20)).columns
        self.count, self.shown, self.drawn, self.interval, self.redrawn = 0, None, 0.0, interval, 0
        with self.lock:  # the monitor draws what is complete
            self.position = min(set(range(len(self.open_bars) + 1)) - {bar.position for bar in self.open_bars})
            self.open_bars.add(self)
            if Bar.monitor is None:
                Bar.monitor = Monitor(Bar)

    def __iter__(self):
        try:
            for item in self.items:
                yield item
                self.update()
        finally:
            self.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def update(self, n=1):
        with self.lock:
            self.count += n
            if time.monotonic() - self.drawn >= self.interval:
                self.draw()

    def __str__(self):
        share = self.count / self.total if self.total else 0
        blocks, part = divmod(round(share * 10 * 8), 8)
        filled = "█" * blocks + (" ▏▎▍▌▋▊▉"[part] if blocks < 10 else "")
        return f"{self.text:<6}{share:4.0%}|{filled:<10}| {self.count}/{self.total}"

    def draw(self):
        with self.lock:
            line = str(self)
            pad = max(0, (self.shown or 0) - len(line))
            self.file.write("\n" * self.position + "\r" + line + " " * pad + "\x1b[A" * self.position)
            self.file.flush()
            self.shown, self.drawn, self.redrawn = len(line), time.monotonic(), self.redrawn + 1

    def close(self):
        with self.lock:
            if self in self.open_bars:
                self.open_bars.remove(self)
                self.draw()

    @classmethod
    def write(cls, text, file):
        with cls.lock:
            file.write("\r" + text + "\n")
            for bar in sorted(cls.open_bars, key=lambda b: b.position):
                bar.draw()


class Monitor(threading.Thread):
    def __init__(self, bars):
        super().__init__(daemon=True)
        self.bars, self.ended = bars, threading.Event()
        self.start()

    def run(self):
        while not self.ended.wait(0.002):
            with self.bars.lock:
                for bar in list(self.bars.open_bars):
                    bar.draw()


def last(screen):
    """What is on the screen in the end, line by line."""
    lines, at = {}, 0
    for piece in screen.replace("\x1b[A", "\x00A\x00").replace("\n", "\x00N\x00").split("\x00"):
        if piece in ("A", "N"):
            at += 1 if piece == "N" else -1
        elif "\r" in piece:
            lines[at] = piece.rsplit("\r", 1)[1].rstrip()
    return [lines[k] for k in sorted(lines)]


out = io.StringIO()
with contextlib.redirect_stderr(out):
    shared = Bar(total=THREADS * STEPS, text="all")

    def work():
        for _ in range(STEPS):
            shared.update()

    threads = [threading.Thread(target=work) for _ in range(THREADS)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    shared.close()
print(shared.count, last(out.getvalue()), shared.redrawn > 1, len(Bar.open_bars))

out = io.StringIO()
start = threading.Barrier(THREADS)


def own(n):
    bar = Bar(range(STEPS), text="job%d" % n, file=out)
    start.wait(60)
    total = 0
    for item in bar:
        total += item
        if item == STEPS // 2 and n % 4 == 0:
            Bar.write("half of %d" % n, notes)
    return total


notes = io.StringIO()
with ThreadPoolExecutor(THREADS) as pool:
    print(set(pool.map(own, range(THREADS))))
print(sorted(line.split(maxsplit=1)[0] for line in last(out.getvalue())), all("100%|██████████| 400/400" in line for line in last(out.getvalue())))
print(sorted(notes.getvalue().replace("\r", "").splitlines()), len(Bar.open_bars))


def tracked(**options):
    def decorate(function):
        @functools.wraps(function)
        def run(items):
            with ThreadPoolExecutor(4) as pool, Bar(total=len(items), **options) as bar:
                def call(item):
                    try:
                        return function(item)
                    finally:
                        bar.update()

                return list(pool.map(call, items))

        return run

    return decorate


out = io.StringIO()


@tracked(text="map", file=out)
def square(x):
    """Squares."""
    if x == 7:
        raise ValueError("seven")
    return x * x


print(square(range(5)), square.__name__, square.__doc__, last(out.getvalue()))
out.truncate(0)
try:
    square(list(range(10)))
except ValueError as e:
    print(repr(e), len(Bar.open_bars), last(out.getvalue())[0][:4])
Bar.monitor.ended.set()
Bar.monitor.join(60)
print(Bar.monitor.is_alive(), sum(2 if east_asian_width(c) in "WF" else 1 for c in "a日█"), f"{'日本':>6}|{1234567:,}|{0.5:.0%}")
