import gc
import weakref


class A:
    def __init__(self, n=0):
        self.n = n

    def m(self):
        return self.n

    def __repr__(self):
        return f"A({self.n})"


a = A(1)
d = weakref.WeakValueDictionary()
d["a"] = a
d["b"] = A(2)
gc.collect()
print(sorted(d), len(d), d["a"], d.get("b"), "b" in d, list(d.items()), d.setdefault("c", a))
print(sorted(k for k, v in d.items()), d.pop("c"), dict(d))
k = weakref.WeakKeyDictionary()
k[a] = 1
k[A(3)] = 2
gc.collect()
print(len(k), k[a], a in k, 5 in k, list(k.items()), [r() for r in k.keyrefs()])
s = weakref.WeakSet([a, A(4)])
gc.collect()
print(len(s), a in s, list(s), s | {a} == s)
s.add(A(5))
gc.collect()
print(len(s))
s.discard(a)
print(len(s), a in s)
wm = weakref.WeakMethod(a.m)
print(wm()(), wm() == a.m, wm == weakref.WeakMethod(a.m))
log = []
fin = weakref.finalize(a, log.append, "fin")
other = weakref.finalize(a, log.append, "detached")
print(fin.alive, other.detach()[2:], other.alive, fin.peek()[2])
called = weakref.finalize(a, lambda x, y=0: x + y, 3, y=4)
print(called(), called.alive, called())
del a
gc.collect()
print(log, fin.alive, wm(), len(d), len(k), len(s))


class Tree:
    def __init__(self, parent=None):
        self.parent = parent and weakref.ref(parent)
        self.children = []
        if parent:
            parent.children.append(self)


root = Tree()
leaf = Tree(Tree(root))
print(leaf.parent().parent() is root)
del root
gc.collect()
print(leaf.parent())
d = weakref.WeakValueDictionary()
alive = [A(i) for i in range(10)]
for i, x in enumerate(alive):
    d[i] = x
for i in d:
    if i % 2:
        alive[i] = None
gc.collect()
print(sorted(d), len(d))
