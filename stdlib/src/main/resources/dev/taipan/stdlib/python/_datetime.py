"""The module that datetime asks for first: the library's own classes, loaded under this name."""

import _imp

_own_name, __name__ = __name__, "datetime"  # where the classes say that they are from
exec(_imp._library_code("_pydatetime.py", "_pydatetime"), globals())
__name__ = _own_name
del _own_name
