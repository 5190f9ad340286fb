import unicodedata as u
print(u.unidata_version)
for c in list(range(0x20,0x250,7))+[0x300,0x345,0x5d0,0x660,0xbd,0xb2,0x2155,0x2460,0x3400,0x4e00,0xac01,0xd7a3,0xfb01,0xff21,0x1f600,0x1d400,0x20000,0x10ffff,0x0,0x85,0xd800,0xe000,0x30a2,0xff71,0x0f3a,0x2208]:
    ch=chr(c)
    print(hex(c),u.name(ch,''),u.category(ch),u.bidirectional(ch),u.combining(ch),u.mirrored(ch),u.east_asian_width(ch),u.decomposition(ch),u.decimal(ch,None),u.digit(ch,None),u.numeric(ch,None), [ascii(u.normalize(f,ch)) for f in ('NFC','NFD','NFKC','NFKD')])
def t(f):
    try: print(ascii(f()))
    except Exception as e: print(type(e).__name__,e)
for f in (lambda:u.lookup('LATIN SMALL LETTER A'),lambda:u.lookup('latin small letter e with acute'),lambda:u.lookup('nope'),lambda:u.lookup('HANGUL SYLLABLE GAG'),lambda:u.lookup('CJK UNIFIED IDEOGRAPH-4E00'),lambda:u.lookup('LINE FEED'),lambda:u.name('\n'),lambda:u.name('ab'),lambda:u.category(1),lambda:u.category('ab'),lambda:u.decimal('a'),lambda:u.digit('a'),lambda:u.numeric('a'),lambda:u.normalize('X','a'),lambda:u.normalize('NFC',1),lambda:u.is_normalized('NFC','e\u0301'),lambda:u.decimal(1),lambda:u.ucd_3_2_0.unidata_version, lambda: u.lookup('GREEK SMALL LETTER ALPHA'), lambda: u.lookup('SNOWMAN'), lambda:u.lookup('NULL'), lambda:u.lookup('BELL')): t(f)
