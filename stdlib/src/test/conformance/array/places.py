"""Places in arrays, lists and bytearrays that count from the end or lie outside."""
import array
import sys

for make in (lambda: array.array("q", [1, 2, 3]), lambda: [1, 2, 3], lambda: bytearray([1, 2, 3])):
    for at in (0, -1, 2, 3, -3, -9, 9, 1 << 40, sys.maxsize, -sys.maxsize - 1):
        items = make()
        items.insert(at, 7)
        print(at, list(items), end=" ")
        items.remove(7)
        print(list(items))
    for at in (0, -1, -3, -4, 3):
        items = make()
        try:
            items[at] = 9
            print(at, list(items), items[at], end=" ")
            del items[at]
            print(list(items))
        except IndexError as error:
            print(at, error)
    items = make()
    print(list(items[-2:]), list(items[-9:1]), list(items[5:]), list(items[2:1]), list(items[:-1]))
    items[-2:-1] = make()[:2]
    print(list(items))
    del items[-2:]
    print(list(items))
    items[9:] = make()
    items[-9:0] = make()[1:]
    print(list(items))
