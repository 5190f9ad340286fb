"""What CALL and C_RETURN tell of calls through super()."""
import sys

monitoring = sys.monitoring
TOOL = 3
told = []


def shown(value):
    if value is monitoring.MISSING:
        return "missing"
    name = getattr(value, "__qualname__", None)
    return type(value).__name__ + (" " + name if name else "")


def note(event):
    def callback(code, offset, callable, first):
        told.append((event, code.co_name, shown(callable), shown(first)))
    return callback


class A:
    def plain(self, n=0, *more):
        return n

    @classmethod
    def of_class(cls, n=0):
        return n

    @staticmethod
    def static(n=0):
        return n

    @property
    def prop(self):
        return len


class B(A, list):
    def plain(self, n=0):
        super().plain()
        super().plain(n)
        super(B, self).plain(n, 1.5)
        return super().plain(n=n)

    @classmethod
    def of_class(cls, n=0):
        super().of_class()
        return super().of_class(n)

    def static(self, n=0):
        super().static()
        return super().static("s")

    def builtin(self):
        super().append(1)
        super().__init__()
        super(B, self).extend([1, 2])
        return super().__repr__()

    def prop_(self):
        attribute = super().prop
        return super().prop([attribute])

    def missing(self):
        try:
            return super().nothing()
        except AttributeError:
            return super(A, self).__len__()


monitoring.use_tool_id(TOOL, "super")
events = monitoring.events
for number, event in ((events.CALL, "call"), (events.C_RETURN, "c return"), (events.C_RAISE, "c raise")):
    monitoring.register_callback(TOOL, number, note(event))
b = B()
for round in range(2):
    for action in (b.plain, b.of_class, b.static, b.builtin, b.prop_, b.missing):
        monitoring.set_events(TOOL, events.CALL)
        result = action()
        monitoring.set_events(TOOL, 0)
        print(action.__name__, result)
        for line in told:
            print("   ", *line)
        told.clear()
monitoring.free_tool_id(TOOL)


def profile(frame, event, arg):
    if event.startswith("c_"):
        print(event, frame.f_code.co_name, arg.__qualname__)


sys.setprofile(profile)
b.builtin()
b.missing()
sys.setprofile(None)
