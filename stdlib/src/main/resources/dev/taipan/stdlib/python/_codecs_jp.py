"""Codecs of encodings, see _multibytecodec."""

import functools

from _multibytecodec import _getcodec

getcodec = functools.partial(_getcodec, ("shift_jis", "cp932", "euc_jp", "shift_jis_2004", "euc_jis_2004", "euc_jisx0213", "shift_jisx0213"))
