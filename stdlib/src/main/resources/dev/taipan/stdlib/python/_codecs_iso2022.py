"""Codecs of encodings, see _multibytecodec."""

import functools

from _multibytecodec import _getcodec

_NAMES = "iso2022_kr iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_2004 iso2022_jp_3 iso2022_jp_ext"

getcodec = functools.partial(_getcodec, _NAMES.split())
