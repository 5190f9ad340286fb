# What names in a class body mean: its own namespace first, then the variables of functions around it, never those
# of classes around it.
x = "global"


def around():
    x = "function"
    z = "z of function"

    class Plain:
        seen = x

        def method(self):
            return x

    class Assigned:
        locals()["x"] = "by locals"
        seen = x
        inner = [x for _ in range(1)]
        made = (lambda: x)()

        def method(self):
            return x

    class Bound:
        try:
            before = x
        except NameError as e:
            before = type(e).__name__
        x = "class"
        after = x
        made = (lambda: x)()
        inner = [x for _ in range(1)]
        outermost = [y for y in [x]]
        del x
        try:
            deleted = x
        except NameError as e:
            deleted = type(e).__name__

    class Global:
        global x
        seen = x

        def method(self):
            return x

    class Nonlocal:
        nonlocal z
        z = z + " changed"
        seen = z

    class Outer:
        x = "outer class"

        class Inner:
            seen = x

        def method(self):
            return x

    class Deleted:
        seen = [z, x]
        locals()["z"] = "in class"
        seen += [z]
        del locals()["z"]
        seen += [z]

    print(Plain.seen, Plain().method())
    print(Assigned.seen, Assigned.inner, Assigned.made, Assigned().method())
    print(Bound.before, Bound.after, Bound.made, Bound.inner, Bound.outermost, Bound.deleted)
    print(Global.seen, Global().method())
    print(Nonlocal.seen, z, hasattr(Nonlocal, "z"))
    print(Outer.Inner.seen, Outer().method(), Deleted.seen)


around()


class Prepared(type):
    @classmethod
    def __prepare__(meta, name, bases, **more):
        return {"x": "prepared", "len": lambda v: "prepared len", **more}


def prepared():
    x = "function"
    w = "function"

    class C(metaclass=Prepared):
        seen = x, w, len("abc")

        def method(self):
            return x, w, len("abc")

        class D:
            seen = x, w, len("abc")

    print(C.seen, C().method(), C.D.seen)


prepared()


class Counts(dict):
    def __getitem__(self, name):
        if name in ("x", "free", "nowhere"):
            asked.append(name)
        return super().__getitem__(name)


asked = []
free = "global free"


class Counting(type):
    __prepare__ = classmethod(lambda meta, name, bases: Counts())


def counted():
    free = "function"

    class C(metaclass=Counting):
        one = x
        two = free
        x = 5
        three = x
        try:
            nowhere
        except NameError as e:
            four = str(e)

    print(C.one, C.two, C.three, C.four, asked)


counted()
