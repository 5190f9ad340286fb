# What dir() gathers must live on while an instance's own __dict__ and __class__ run and collect.
import gc


class Hooked:
    @property
    def __dict__(self):
        junk = [dict() for _ in range(50)]
        gc.collect()
        return {"x": 1, "junk": junk}

    @property
    def __class__(self):
        gc.collect()
        junk = [dict() for _ in range(50)]
        return Hooked if junk else None


print("x" in dir(Hooked()), "junk" in dir(Hooked()), dir(Hooked())[:3])


class Inner(Hooked):
    def __dir__(self):
        gc.collect()
        return [*super().__dir__(), "own"]


print([name for name in dir(Inner()) if not name.startswith("__")])
