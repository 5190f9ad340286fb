# Objects whose classes have __buffer__ and __release_buffer__ (PEP 688).
import inspect


class Shelf:
    def __init__(self, data):
        self.data = bytearray(data)
        self.out = 0
        self.flags = []

    def __buffer__(self, flags):
        self.out += 1
        self.flags.append(inspect.BufferFlags(flags & 1))
        return memoryview(self.data)

    def __release_buffer__(self, view):
        self.out -= 1
        view.release()


shelf = Shelf(b"abc")
view = memoryview(shelf)
print(shelf.out, bytes(view), view.readonly, len(view))
part = view[1:]
view.release()
print(shelf.out, bytes(part))
try:
    shelf.data.append(1)
except BufferError as e:
    print(type(e).__name__)
part.release()
print(shelf.out)
shelf.data.append(100)
with memoryview(shelf) as view:
    view[0] = ord("z")
    print(view.tolist())
print(shelf.out, shelf.data)
print(bytes(shelf), bytearray(shelf), shelf.out)
target = bytearray(b"-")
target.extend(shelf)
print(target, shelf.out)
with memoryview._from_flags(shelf, inspect.BufferFlags.WRITABLE) as view:
    print(view.nbytes)
print(shelf.flags[-1] == inspect.BufferFlags.WRITABLE)


class Listening(bytearray):
    def __release_buffer__(self, view):
        print("release", view.tobytes())
        for action in (memoryview, lambda v: v[:1], lambda v: v.cast("b"), lambda v: v.toreadonly()):
            try:
                action(view)
            except ValueError as e:
                print(e)
        super().__release_buffer__(view)


heard = Listening(b"hi")
with memoryview(heard) as view:
    print(bytes(view))
heard.append(33)
print(heard)


class Showing(bytearray):
    def __buffer__(self, flags):
        return memoryview(b"other")


with memoryview(Showing(b"mine")) as view:
    print(bytes(view))


class Broken:
    def __buffer__(self, flags):
        return 42


for wrong in (Broken(), object(), 3):
    try:
        memoryview(wrong)
    except TypeError as e:
        print(e)

plain = bytearray(b"xy")
view = plain.__buffer__(0)
for given in (3, memoryview(b"zz")):
    try:
        plain.__release_buffer__(given)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
plain.__release_buffer__(view)
try:
    view.tobytes()
except ValueError as e:
    print(e)
plain.append(1)
print(hasattr(b"", "__release_buffer__"), hasattr(b"", "__buffer__"))


class Failing:
    def __buffer__(self, flags):
        return memoryview(b"f")

    def __release_buffer__(self, view):
        view.release()
        print("failing")


def dropped():
    memoryview(Failing())


dropped()
import gc
gc.collect()
print("end")

# Flags are those of a C int.
for value in (b"ab", bytearray(b"ab"), memoryview(b"ab")):
    for flags in (0, 1, 284, 1 << 31, -(1 << 31) - 1, 1 << 33, -(1 << 40), 1 << 80, "x"):
        try:
            print(type(value).__name__, flags, bytes(value.__buffer__(flags)))
        except Exception as error:
            print(type(value).__name__, flags, type(error).__name__)
for value, flags in (b"", 1), (b"", 1 << 31), (bytearray(), 1 << 80):
    try:
        value.__buffer__(flags)
    except (BufferError, OverflowError) as error:
        print(error)
