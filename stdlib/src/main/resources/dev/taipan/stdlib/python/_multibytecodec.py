"""The codecs of East Asia with state between calls; _cjk knows the characters."""

import _cjk

_MOST_PENDING = 8
_KEPT = "pending buffer overflow"


class MultibyteCodec:
    """One codec, without state."""

    def __init__(self, name):
        self.name = name

    def encode(self, input, errors=None):
        """Bytes of a str, and how many characters were read."""
        return _cjk.encode(self.name, input, errors or "strict", True, 0)[:2]

    def decode(self, input, errors=None):
        """Text of bytes, and how many bytes were read."""
        return _cjk.decode(self.name, input, errors or "strict", True, 0)[:2]


def __create_codec(name):
    return MultibyteCodec(name)


def _getcodec(names, name):
    if not isinstance(name, str):
        raise TypeError("encoding name must be a string.")
    if name not in names:
        raise LookupError("no such codec is supported.")
    return MultibyteCodec(name)


def _name_of(stateful):
    codec = getattr(stateful, "codec", None)
    if not isinstance(codec, MultibyteCodec):
        raise TypeError("codec is unexpected type")
    return codec.name


class _Stateful:
    _state = 0
    _pending = b""
    errors = "strict"

    def __new__(cls, *args, **kwargs):
        made = super().__new__(cls)
        _name_of(made)
        return made

    def _set_errors(self, errors):
        if not isinstance(errors, str):
            raise TypeError("errors must be a string")
        self.errors = errors


class MultibyteIncrementalEncoder(_Stateful):
    def __init__(self, errors="strict"):
        self._set_errors(errors)
        self._state = 0

    def encode(self, input, final=False):
        data, _, self._state = _cjk.encode(_name_of(self), input, self.errors, bool(final), self._state)
        return data

    def reset(self):
        self._state = 0

    def getstate(self):
        return self._state << 8

    def setstate(self, state, /):
        if not isinstance(state, int):
            raise TypeError("argument must be int, not " + type(state).__name__)
        if state < 0 or state >> 136:
            raise OverflowError("int too large to convert" if state > 0 else "can't convert negative int to unsigned")
        if state & 255 > _MOST_PENDING:
            raise UnicodeDecodeError("utf-8", bytes([state & 255]), 0, 1, _KEPT)
        self._state = state >> 8 & 0xFFFFFFFFFFFF


class MultibyteIncrementalDecoder(_Stateful):
    def __init__(self, errors="strict"):
        self._set_errors(errors)
        self._state, self._pending = 0, b""

    def decode(self, input, final=False):
        data = self._pending + bytes(input) if self._pending else input
        text, taken, state = _cjk.decode(_name_of(self), data, self.errors, bool(final), self._state)
        rest = bytes(data[taken:])
        if len(rest) > _MOST_PENDING:
            raise UnicodeError(_KEPT)
        self._state, self._pending = state, rest
        return text

    def reset(self):
        self._state, self._pending = 0, b""

    def getstate(self):
        return self._pending, self._state

    def setstate(self, state, /):
        if not isinstance(state, tuple) or len(state) != 2:
            raise TypeError("setstate() argument must be a tuple of bytes and int")
        pending, number = state
        if not isinstance(pending, bytes) or not isinstance(number, int):
            raise TypeError("illegal decoder state")
        if len(pending) > _MOST_PENDING:
            raise UnicodeError(_KEPT)
        self._state, self._pending = number, pending


class MultibyteStreamReader(_Stateful):
    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self._set_errors(errors)

    def _fill(self, method, size):
        if size == 0:
            return ""
        while True:
            data = method() if size < 0 else method(size)
            if not isinstance(data, bytes):
                raise TypeError("stream function returned a non-bytes object (%.100s)" % type(data).__name__)
            last = size < 0 or not data
            whole = self._pending + data
            text, taken, self._state = _cjk.decode(_name_of(self), whole, self.errors, last, self._state)
            self._pending = whole[taken:]
            if text or last:
                return text
            size = 1

    def read(self, size=None):
        return self._fill(self.stream.read, -1 if size is None else size)

    def readline(self, size=None):
        return self._fill(self.stream.readline, -1 if size is None else size)

    def readlines(self, size=None):
        return self._fill(self.stream.read, -1 if size is None else size).splitlines(True)

    def reset(self):
        self._state, self._pending = 0, b""


class MultibyteStreamWriter(_Stateful):
    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self._set_errors(errors)

    def write(self, text):
        data, _, self._state = _cjk.encode(_name_of(self), text, self.errors, False, self._state)
        self.stream.write(data)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def reset(self):
        rest = _cjk.reset(_name_of(self), self._state)
        self._state = 0
        if rest:
            self.stream.write(rest)
