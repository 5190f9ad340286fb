import json
docs=['null','true','[1, 2.5, -3e10, "a\\u00e9\\ud83d\\ude00\\n"]','{"a": {"b": [], "c": {}}, "d": 1e400, "e": -0, "f": NaN, "g": [Infinity, -Infinity]}','  [1 ,\n2]  ','123456789012345678901234567890','"\\ud800"','"\\ud800\\u0041"','[','{','{"a"','{"a":','{"a":1','{"a":1,}','[1,','[1,]','[1 2]','"abc','"a\nb"','"\\q"','"\\u12"','"\\u12g4"','nul','-','-I','01','1.','1e','1e+','{1:2}','"\\','1 2','','é','"\ud800\\udc00"', '[1,2,3', '"\\u0000"', '{"a":1 "b":2}', 'Infinit', '-Infinity', 'N', '.5', '+1']
for d in docs:
    try: print(ascii(d), ascii(json.loads(d)))
    except Exception as e: print(ascii(d), type(e).__name__, ascii(str(e)))
print(json.loads('"a\tb"', strict=False) == 'a\tb')
print(json.loads('{"a":1,"b":[1.5,{"c":2}]}', object_hook=lambda d: sorted(d.items()) ), json.loads('{"a":1,"b":{"c":2}}', object_pairs_hook=lambda d: d), json.loads('[1,2.5,NaN]', parse_int=lambda s:'i'+s, parse_float=lambda s:'f'+s, parse_constant=lambda s:'c'+s))
class I(int):
    def __repr__(s): return 'bad'
class F(float):
    def __repr__(s): return 'bad'
class S(str): pass
for o in [None, True, 1, 10**30, 1.5, 1e100, float('inf'), 'aé\u2028\U0001f600"\\\b\x00\x7f\ud800', [1,[2,(3,)]], {'a':1, 2:3, 2.5:4, None:5, True:6, S('x'): S('y')}, [], {}, (), I(5), F(2.5), {I(3):1, F(1.5):2}]:
    for kw in ({}, {'ensure_ascii':False}, {'separators':(',',':')}, {'indent':2}, {'sort_keys':True}):
        try: print(ascii(json.dumps(o, **kw)))
        except Exception as e: print(type(e).__name__, e)
a=[]; a.append(a)
for f in (lambda: json.dumps(a), lambda: json.dumps({(1,):2}), lambda: json.dumps({(1,):2, 'a':3}, skipkeys=True), lambda: json.dumps(float('nan'), allow_nan=False), lambda: json.dumps(object), lambda: json.dumps({1j:2}), lambda: json.dumps([1j], default=lambda o: str(o)), lambda: json.dumps(a, check_circular=False), lambda: json.loads('['*100000), lambda: json.loads('{"a":'*100000), lambda: json.loads(b'[1]'), lambda: json.loads(5), lambda: json.dumps({'b':1,'a':2, 3:1}, sort_keys=True)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
x=json.loads('[{"key":1},{"key":2}]'); print(list(x[0])[0] is list(x[1])[0])
