"""Ctrl-C ends a wait for a module that another thread is importing."""
import builtins
import os
import signal
import sys
import tempfile
import threading
import time

signal.signal(signal.SIGINT, signal.default_int_handler)
folder = tempfile.mkdtemp()
sys.path.insert(0, folder)
with open(os.path.join(folder, "slow_module.py"), "w") as file:
    file.write("import builtins\nbuiltins.begun.set()\nbuiltins.gate.wait()\nvalue = 3\n")
builtins.begun, builtins.gate = threading.Event(), threading.Event()
importer = threading.Thread(target=__import__, args=("slow_module",))
importer.start()
builtins.begun.wait()


def interrupt():
    time.sleep(0.2)
    os.kill(os.getpid(), signal.SIGINT)


other = threading.Thread(target=interrupt)
try:
    other.start()
    import slow_module

    print("imported")
except KeyboardInterrupt:
    print("interrupted", "slow_module" in sys.modules)
builtins.gate.set()
importer.join()
other.join()
import slow_module

print(slow_module.value)
