def f(x):
    match x:
        case 1 | 2.5 | "s":
            return 0
        case [a, *_, b] if a:
            return a
        case {"k": v, **rest}:
            return rest
        case Point(x=0, y=(1 | 2) as y):
            return y
        case None:
            pass
        case _:
            return x
