"""super objects that are bound to nothing, to classes, to instances; what is looked up on them."""


def attempt(label, function):
    try:
        print(label, function())
    except Exception as error:
        print(label, type(error).__name__, error)


class A:
    kept = "A"

    def method(self):
        return "A.method"

    @classmethod
    def of_class(cls):
        return "A.of_class", cls.__name__

    @staticmethod
    def static():
        return "A.static"

    @property
    def prop(self):
        return "A.prop"


class B(A):
    kept = "B"
    unbound = None

    def method(self):
        return "B." + super().method(), super().kept, super().static(), super().prop, super().of_class()

    @classmethod
    def of_class(cls):
        return "B", super().of_class()

    def missing(self):
        return super().nothing

    def missing_call(self):
        return super().nothing()


class C(B):
    kept = "C"


B.unbound = super(B)
b, c = B(), C()
print(b.method(), c.method(), B.of_class(), C.of_class())
attempt("missing", b.missing)
attempt("missing call", b.missing_call)
free = super(B)
print(free.__self__, free.__self_class__, free.__thisclass__.__name__)
attempt("free", lambda: free.method)
attempt("free kept", lambda: free.kept)
bound = free.__get__(c, C)
print(bound.__self__ is c, bound.__self_class__.__name__, bound.kept, bound.method())
attempt("again", lambda: bound.__get__(b, B) is bound)
attempt("None", lambda: free.__get__(None, B) is free)
attempt("other", lambda: free.__get__(5, int))
print(c.unbound.kept, c.unbound.method(), C.unbound is B.unbound)
print(super(B, C).kept, super(B, C).method is A.method, super(C, c).kept == "B")
print(repr(free), repr(super(B, B)).split(",")[0], str(type(free)))
for args in ((), (5,), (B, 5), (B, A), (B, A()), (5, b), (B, None), (B, b, 1)):
    attempt([getattr(a, "__name__", type(a).__name__) for a in args], lambda: super(*args).__thisclass__.__name__)


class Derived(super):
    extra = 1


made = Derived(B, b)
print(made.kept, made.extra, isinstance(made, super), made.__self__ is b)
print(Derived(B).__get__(b, B).kept, type(Derived(B).__get__(b, B)).__name__)
