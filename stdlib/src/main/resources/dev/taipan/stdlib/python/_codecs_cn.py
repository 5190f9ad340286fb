"""Codecs of encodings, see _multibytecodec."""

import functools

from _multibytecodec import _getcodec

getcodec = functools.partial(_getcodec, ("gb2312", "gbk", "gb18030", "hz"))
