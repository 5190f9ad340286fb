"""Abstract base classes: registration and the checks behind isinstance.

Classes live as long as the runtime, so caches may hold them.
"""

_token = 0


class _Data:
    __slots__ = ("registry", "yes", "no", "token")

    def __init__(self):
        self.registry = []
        self.yes = set()
        self.no = set()
        self.token = _token


def get_cache_token():
    return _token


def _abc_init(cls):
    abstract = {
        name for name, value in cls.__dict__.items()
        if getattr(value, "__isabstractmethod__", False)
    }
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                abstract.add(name)
    cls.__abstractmethods__ = frozenset(abstract)
    cls._abc_impl = _Data()


def _abc_register(cls, subclass):
    global _token
    if not isinstance(subclass, type):
        raise TypeError("Can only register classes")
    if issubclass(subclass, cls):
        return subclass
    if issubclass(cls, subclass):
        raise RuntimeError("Refusing to create an inheritance cycle")
    cls._abc_impl.registry.append(subclass)
    _token += 1
    return subclass


def _abc_instancecheck(cls, instance):
    subclass = instance.__class__
    if subclass in cls._abc_impl.yes:
        return True
    subtype = type(instance)
    if subtype is subclass:
        return cls.__subclasscheck__(subclass)
    return cls.__subclasscheck__(subclass) or cls.__subclasscheck__(subtype)


def _abc_subclasscheck(cls, subclass):
    if not isinstance(subclass, type):
        raise TypeError("issubclass() arg 1 must be a class")
    data = cls._abc_impl
    if subclass in data.yes:
        return True
    token = _token
    if data.token != token:
        data.no = set()
        data.token = token
    elif subclass in data.no:
        return False
    found = _check(cls, subclass, data)
    (data.yes if found else data.no).add(subclass)
    return found


def _check(cls, subclass, data):
    answer = cls.__subclasshook__(subclass)
    if answer is not NotImplemented:
        return answer
    if cls in subclass.__mro__:
        return True
    for registered in data.registry:
        if issubclass(subclass, registered):
            return True
    for derived in cls.__subclasses__():
        if issubclass(subclass, derived):
            return True
    return False


def _reset_registry(cls):
    cls._abc_impl.registry.clear()


def _reset_caches(cls):
    cls._abc_impl.yes = set()
    cls._abc_impl.no = set()


def _get_dump(cls):
    data = cls._abc_impl
    return set(data.registry), data.yes, data.no, data.token
