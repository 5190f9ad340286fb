class Meta(type):
    pass


class A(metaclass=Meta):
    x = 1

    def f(self):
        pass


print(type(A.__dict__), sorted(k for k in A.__dict__ if not k.startswith('__')), '__dict__' in Meta.__dict__)


class L(list):
    pass


class T(tuple):
    pass


for kind in L, T:
    s = kind([1, 2, 3])
    print([x for x in s], list(s), list(iter(s)))
    for x in s:
        print(x)
