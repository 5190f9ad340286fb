import locale


def shown(call, *args):
    try:
        return call(*args)
    except Exception as e:
        return type(e).__name__, str(e)


print(locale.setlocale(locale.LC_ALL, "C"), locale.setlocale(locale.LC_NUMERIC))
conv = locale.localeconv()
print(sorted(conv.items()))
print(shown(locale.setlocale, locale.LC_ALL, "nowhere_XX"), shown(locale.setlocale, locale.LC_ALL, 5)[0])
print(locale.nl_langinfo(locale.RADIXCHAR), locale.nl_langinfo(locale.DAY_1), locale.nl_langinfo(locale.D_FMT), shown(locale.nl_langinfo, 1))
print(locale.strcoll("a", "b") < 0, locale.strcoll("b", "a") > 0, locale.strcoll("a", "a"), locale.strxfrm("abc"), shown(locale.strcoll, "a\0", "b"))
print(locale.format_string("%d %.2f", (1234567, 3.5), grouping=True), locale.atof("3.5"), locale.str(2.5), locale.currency.__name__)
print(issubclass(locale.Error, Exception), locale.Error.__module__)
print(locale.setlocale(locale.LC_ALL, "C.UTF-8"), locale.getlocale(), locale.normalize("en_US"))
