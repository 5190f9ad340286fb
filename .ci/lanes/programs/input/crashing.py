def inner(items):
    return items[3]


def outer():
    values = [1, 2]
    return inner(values)


outer()
