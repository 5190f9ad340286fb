def make(e):
    try:
        raise e
    except Exception as x:
        return x


inner = ExceptionGroup("inner", [make(ValueError(1)), TypeError("two")])
inner.add_note("note of inner")
raise ExceptionGroup("outer", [make(KeyError("k")), inner, make(OSError(2, "gone", "f"))])
