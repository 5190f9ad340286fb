"""Where the marks under operators and brackets stand when there is room between them."""
d = {"x": 1}


def closing_bracket():
    return d["y"   ]


def both_brackets():
    try:
        closing_bracket()
    except KeyError:
        return d ["x"   ] [  "z"  ]


def tabs():
    try:
        both_brackets()
    except TypeError:
        return d["a"	]


def operator():
    try:
        tabs()
    except KeyError:
        return d["x"]   +   (  d  )


def long_operator():
    try:
        operator()
    except TypeError:
        return d["x"]//   (0)


def spaced_operator():
    try:
        long_operator()
    except ZeroDivisionError:
        return (d["x"] ) **   ( d )


def beside_parentheses():
    try:
        spaced_operator()
    except TypeError:
        return ((d) +(1 ))


def closing_beside():
    try:
        beside_parentheses()
    except TypeError:
        return ((d )@ 1)


def two_closing():
    try:
        closing_beside()
    except TypeError:
        return (((d) )  //(1))


def nested_brackets():
    try:
        two_closing()
    except TypeError:
        return [d["x"], d[ [0][0] ]  ][1 ]


def wide():
    try:
        nested_brackets()
    except KeyError:
        return "é€~߿ࠀ" + "𐀀￿" + d["é€𐀀"  ] + "😀"


wide()
