"""What pickle takes from its native half: buffers that are passed on without being copied.

The pickler and unpickler are the library's own; this module shows them once pickle is loaded.
"""

import sys

_SHOWN = {name: "_" + name for name in ("Pickler", "Unpickler", "dump", "dumps", "load", "loads")}


class PickleBuffer:
    """A buffer that a pickler may hand to its caller instead of writing it into the stream."""

    __slots__ = ("_view", "__weakref__")

    def __init__(self, object, /):
        self._view = memoryview(object)

    def __init_subclass__(cls):
        raise TypeError("type 'pickle.PickleBuffer' is not an acceptable base type")

    def _open_view(self):
        if self._view is None:
            raise ValueError("operation forbidden on released PickleBuffer object")
        return self._view

    def __buffer__(self, flags):
        return memoryview(self._open_view())

    def raw(self):
        """The bytes in one row, as they lie in memory."""
        view = self._open_view()
        if not view.contiguous:
            raise BufferError("cannot extract raw buffer from non-contiguous buffer")
        if view.c_contiguous:
            return view.cast("B")
        return memoryview(view.tobytes("A")).cast("B")

    def release(self):
        """Lets go of the object."""
        view, self._view = self._view, None
        if view is not None:
            view.release()

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'PickleBuffer' object")


PickleBuffer.__module__ = "pickle"


def __getattr__(name):
    pickle = sys.modules.get("pickle")
    shown = _SHOWN.get(name, name)
    if pickle is None or name.startswith("__") or not hasattr(pickle, "_loads"):
        raise AttributeError("module '_pickle' has no attribute %r" % name)
    return getattr(pickle, shown)
