"""What test_bytes asks of CPython's C interface, said in Python: access to sequences by index.

The module asks for these functions while it is imported; without them none of its tests would run.
Nothing else is here: tests of the C interface itself do not count (left-out.txt).
"""

from operator import delitem as sequence_delitem
from operator import getitem as sequence_getitem
from operator import setitem as sequence_setitem
