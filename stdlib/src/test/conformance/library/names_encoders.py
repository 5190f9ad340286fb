"""Names of characters, and what an error handler may give an encoder."""
import codecs, unicodedata
def give(answer):
    codecs.register_error('test.given', lambda e: (answer, e.end))
    for encoding in ('ascii', 'latin-1', 'utf-8', 'utf-16-le', 'utf-16-be', 'utf-32-le', 'utf-32-be', 'cp1252'):
        try:
            print(encoding, ascii('a\udc80\udc81b'.encode(encoding, 'test.given')))
        except UnicodeEncodeError as e:
            print(e)


for answer in ('?', 'é', '\u20ac', '\U0001f600', b'a', b'ab', b'abc', b'abcd', b''):
    print(ascii(answer))
    give(answer)
for c in ('\x00', '\x85', '\ue000', '\ud800', '\u8000', '\uac00', '\ud7a3', '\U00017000', '\uf900', '\U0010ffff', 'é', '\u0378'):
    print(ascii(c), unicodedata.name(c, None), c.encode('ascii', 'namereplace'))
print(ascii('\N{HANGUL SYLLABLE GA}\N{HANGUL SYLLABLE HIH}\N{CJK UNIFIED IDEOGRAPH-8000}\N{CJK COMPATIBILITY IDEOGRAPH-F900}\N{LATIN SMALL LETTER A}\N{NUSHU CHARACTER-1B170}'))
for name in ('HANGUL SYLLABLE X', 'hangul syllable ga', 'cjk unified ideograph-8000', 'CJK UNIFIED IDEOGRAPH-8aff', 'CJK UNIFIED IDEOGRAPH-8AFF', 'latin small letter a',  'HANGUL SYLLABLES AC00', 'CJK UNIFIED IDEOGRAPH-08000', 'CJK UNIFIED IDEOGRAPHS 8000', 'HIGH SURROGATES D800', 'TANGUT IDEOGRAPH-17000',
             'CJK UNIFIED IDEOGRAPH-0041', 'PRIVATE USE AREA E000', 'NULL', 'LF', ''):
    try:
        print(name, ascii(unicodedata.lookup(name)))
    except KeyError as e:
        print(e)
    try:
        print(ascii(eval(f"'\\N{{{name}}}'")))
    except SyntaxError as e:
        print(e.msg)
