"""What except* raises again keeps its place in the group that was caught; what is new stands beside it."""


class Mine(ExceptionGroup):
    def derive(self, exceptions):
        return Mine("derived of " + self.message, exceptions)


def nested(kind=ExceptionGroup):
    inner = ExceptionGroup("c", [KeyError(4), OSError(5)])
    return kind("a", [ValueError(1), kind("b", [TypeError(2), ValueError(3), inner])])


def show(error, depth=0):
    causes = [type(cause).__name__ for cause in (error.__cause__, error.__context__)]
    print("  " * depth + type(error).__name__, error.args[0], causes, error.__suppress_context__)
    for part in getattr(error, "exceptions", ()):
        show(part, depth + 1)


def again(group):
    try:
        raise group
    except* ValueError:
        raise


def again_twice(group):
    try:
        raise group
    except* ValueError:
        raise
    except* (KeyError, TypeError) as caught:
        raise caught


def all_again(group):
    try:
        raise group
    except* OSError:
        raise
    except* Exception as rest:
        raise rest


def again_and_new(group):
    try:
        raise group
    except* ValueError:
        raise
    except* KeyError:
        raise RuntimeError("new")


def only_new(group):
    try:
        raise group
    except* Exception as rest:
        raise RuntimeError("new") from rest.exceptions[0]


def two_new(group):
    try:
        raise group
    except* (ValueError, TypeError):
        raise RuntimeError("first")
    except* OSError:
        1 // 0


def a_part_again(group):
    try:
        raise group
    except* (ValueError, KeyError) as caught:
        raise caught.subgroup(KeyError)


def alone(group):
    try:
        raise ValueError("bare")
    except* ValueError:
        raise


def swallowed(group):
    try:
        raise group
    except* ValueError:
        pass
    except* OSError:
        pass


for way in again, again_twice, all_again, again_and_new, only_new, two_new, a_part_again, alone, swallowed:
    for kind in ExceptionGroup, Mine:
        group = nested(kind)
        try:
            way(group)
        except BaseException as error:
            print(way.__name__, kind.__name__, error is group)
            show(error)
