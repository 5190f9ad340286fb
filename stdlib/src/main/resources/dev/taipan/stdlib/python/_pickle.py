"""What pickle takes from its native half: buffers that are passed on without being copied.

The pickler and unpickler are the library's own; this module shows them once pickle is loaded.
"""

import sys

_SHOWN = ("Pickler", "Unpickler", "dump", "dumps", "load", "loads")


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


class _Function:
    """A function of the module: kept in a class it is no method, as with those that are built in."""

    def __init__(self, function):
        self.__wrapped__ = function
        self.__name__ = self.__qualname__ = function.__name__.lstrip("_")
        self.__doc__ = function.__doc__
        self.__module__ = "_pickle"

    def __call__(self, /, *args, **kwargs):
        return self.__wrapped__(*args, **kwargs)

    def __reduce__(self):
        return self.__name__

    def __repr__(self):
        return f"<built-in function {self.__name__}>"


# These call what the stream or a subclass names, whose errors are its own. The first ones leave what they work on on
# the stack: with an empty one they did not come that far. The next ones have `cls` by then, the last call at once.
_KEEPING = {"load_reduce", "load_build", "load_append", "load_appends", "load_setitem", "load_setitems", "load_additems"}
_TAKING = {"load_newobj", "load_newobj_ex"}
_FOREIGN = {"load_persid", "load_binpersid", "find_class", "_instantiate"}


def _is_of_stream(frame):
    """Whether an error in this step of the unpickler says that the stream is broken."""
    name = frame.f_code.co_name
    if name in _KEEPING:
        return not frame.f_locals["self"].stack
    if name in _TAKING:
        return "cls" not in frame.f_locals
    return name not in _FOREIGN


def _explained(error, pickle):
    """The error as one of pickle's, if it says that the stream is broken; else itself."""
    place = error.__traceback__
    while place.tb_next:
        place = place.tb_next
    frame = place.tb_frame
    if frame.f_globals is not vars(pickle) or not _is_of_stream(frame):
        return error
    match error:
        case EOFError():
            return EOFError("Ran out of input")
        case IndexError():
            return pickle.UnpicklingError("unpickling stack underflow")
        case KeyError() if frame.f_code.co_name == "load":
            key = error.args[0]
            shown = chr(key) if 32 <= key < 127 else f"\\x{key:02x}"
            return pickle.UnpicklingError(f"invalid load key, '{shown}'.")
        case KeyError():
            return error
    return pickle.UnpicklingError("pickle data was truncated")


def _make(pickle):
    """What this module shows of the loaded pickle."""
    import io
    import struct

    class Unpickler(pickle._Unpickler):
        """Reads objects from a stream; a stream that is broken is an UnpicklingError."""

        def load(self):
            try:
                return super().load()
            except (EOFError, IndexError, KeyError, struct.error) as e:
                error = _explained(e, pickle)
                if error is e:
                    raise
            raise error

    def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
        return Unpickler(file, fix_imports=fix_imports, buffers=buffers, encoding=encoding, errors=errors).load()

    def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
        file = io.BytesIO(data)
        return Unpickler(file, fix_imports=fix_imports, buffers=buffers, encoding=encoding, errors=errors).load()

    load.__doc__, loads.__doc__ = pickle._load.__doc__, pickle._loads.__doc__
    Unpickler.__module__, Unpickler.__qualname__ = "_pickle", "Unpickler"
    functions = (pickle._dump, pickle._dumps, load, loads)
    made = {f.__name__.lstrip("_"): _Function(f) for f in functions}
    return made | {"Pickler": pickle._Pickler, "Unpickler": Unpickler}


def __getattr__(name):
    pickle = sys.modules.get("pickle")
    if pickle is None or name.startswith("__") or not hasattr(pickle, "_loads"):
        raise AttributeError("module '_pickle' has no attribute %r" % name)
    if name in _SHOWN:
        globals().update(_make(pickle))
        return globals()[name]
    return getattr(pickle, name)
