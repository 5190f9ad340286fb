# What a function says of itself, and what super objects say.


def attempt(what):
    try:
        print(what())
    except Exception as e:
        print(type(e).__name__, e)


def plain():
    pass


def told():
    "the words"


for f in (plain, told, lambda: "no"):
    print(f.__doc__, f.__module__, f.__type_params__)

told.__doc__ = 5
print(told.__doc__)
del told.__doc__
print(told.__doc__)
told.__doc__ = "new"
told.__module__ = "elsewhere"
print(told.__doc__, told.__module__, told.__dict__)
del told.__module__
print(told.__module__)
plain.__type_params__ = (1, 2)
print(plain.__type_params__)
attempt(lambda: setattr(plain, "__type_params__", [1]))
attempt(lambda: delattr(plain, "__type_params__"))


def first():
    "one"


def second():
    "two"


first.__code__ = second.__code__
print(first.__doc__, second.__doc__)


class A:
    def m(self):
        "of m"
        return 1

    def names(self):
        return super().__thisclass__, super().__self_class__


class B(A):
    "of B"

    def m(self):
        return super().__thisclass__.__name__, super().__self_class__.__name__, super().m()

    def same(self):
        return super().__self__ is self, super().__class__.__name__


b = B()
print(A.m.__doc__, b.m.__doc__, A().m.__doc__, A().m.__module__, B.__doc__)
print(b.m())
print(b.same())
print(super(B, b).__thisclass__.__name__)
print(super(B, b).__self_class__.__name__)
print(super(B, b).__self__ is b)
print(super(A, b).__thisclass__.__name__)
print(super(B, B).__self_class__.__name__)
print(super(B).__thisclass__.__name__, super(B).__self__, super(B).__self_class__)
attempt(lambda: super(B, b).nothing)
attempt(lambda: super(B, b).same())
attempt(lambda: super(B, 3).m)
