"""faulthandler: the form of dumps, with long names, many frames, several threads, after a time."""
import faulthandler
import os
import re
import threading
import time


def dump(make):
    """What was written to a pipe meanwhile, without identifiers and folders."""
    r, w = os.pipe()
    make(w)
    os.close(w)
    text = b""
    while part := os.read(r, 65536):
        text += part
    os.close(r)
    text = re.sub(r"0x[0-9a-f]+", "0x", text.decode())
    return re.sub(r'File "[^"]*/', 'File "', text)


def deep(n, w):
    if n:
        deep(n - 1, w)
    else:
        faulthandler.dump_traceback(w, all_threads=False)


for n in 1, 96, 97, 98, 120:
    lines = dump(lambda w: deep(n, w)).splitlines()
    print(n, len(lines), lines[0], lines[-1])
long = "y" * 501
exec(f"def {long}(w):\n    faulthandler.dump_traceback(w, all_threads=False)")
print(dump(globals()[long]))
exec(f"def {long[1:]}(w):\n    faulthandler.dump_traceback(w, all_threads=False)")
print(dump(globals()[long[1:]]))


def later(w):
    faulthandler.dump_traceback_later(0.2, repeat=True, file=w)
    time.sleep(0.7)
    faulthandler.cancel_dump_traceback_later()


text = dump(later)
blocks = text.split("Timeout (0:00:00.200000)!\n")
print(blocks[0] == "", len(blocks) > 2, "\n\n" in text)
print(sorted({line for block in blocks[1:] for line in block.splitlines() if "stack_dumps" in line})[:2])

started = threading.Event()
stop = threading.Event()


def wait():
    started.set()
    stop.wait()


thread = threading.Thread(target=wait)
thread.start()
started.wait()
time.sleep(0.1)
lines = dump(faulthandler.dump_traceback).splitlines()
stop.set()
thread.join()
print([line for line in lines if "hread 0x" in line or not line or "stack_dumps" in line])
