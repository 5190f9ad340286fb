"""Codecs of encodings, see _multibytecodec."""

import functools

from _multibytecodec import _getcodec

getcodec = functools.partial(_getcodec, ("big5", "cp950"))
