"""A generator that cannot be resumed for want of room does not run for ever."""


def numbers():
    count = 0
    while True:
        count += 1
        yield count


def through_builtins(action):
    action()
    max([0], key=lambda _: through_builtins(action))


def straight(action):
    action()
    straight(action)


for dive in (through_builtins, straight):
    for resume in (next, lambda g: g.send(None), lambda g: g.__next__()):
        g = numbers()
        calls = 0

        def count():
            global calls
            calls += 1
            resume(g)

        try:
            dive(count)
        except RecursionError as error:
            print(type(error).__name__, calls > 100)
        # It goes on or has ended; it does not run.
        print(next(g, calls) >= calls - 1, g.gi_running)
        g.close()
        print(list(g))
