# A property, staticmethod or classmethod whose __init__ is called again after it was read often.
class C:
    @property
    def value(self):
        return 'first'

    @staticmethod
    def plain():
        return 'first'

    @classmethod
    def made(cls):
        return 'first ' + cls.__name__


class D(C):
    pass


def read(c):
    return c.value, c.plain(), c.made(), type(c).plain(), type(c).made()


def often(c):
    for i in range(300):
        r = read(c)
    return r


c, d = C(), D()
print(often(c))
print(often(d))
C.__dict__['value'].__init__(lambda self: 'second')
print(read(c), read(d))
C.__dict__['plain'].__init__(lambda: 'second')
print(read(c), read(d))
C.__dict__['made'].__init__(lambda cls: 'second ' + cls.__name__)
print(read(c), read(d))
print(often(c))
C.__dict__['value'].__init__(lambda self: 'third')
C.__dict__['plain'].__init__(lambda: 'third')
C.__dict__['made'].__init__(lambda cls: 'third')
print(read(c), read(d))
C.__dict__['value'].__init__()
try:
    read(c)
except AttributeError as e:
    print(e)
C.__dict__['value'].__init__(lambda self: 'fourth', lambda self, v: print('set', v))
for i in range(3):
    c.value = i
print(read(c))
p = property()
try:
    p.__get__(c)
except AttributeError as e:
    print(e)
p.__init__(lambda self: 5)
print(p.__get__(c))


class Sub(property):
    pass


class E:
    v = Sub(lambda self: 1)


e = E()


def readv():
    return e.v


for i in range(200):
    readv()
print(readv())
E.__dict__['v'].__init__(lambda self: 2)
print(readv())
