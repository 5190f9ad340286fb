import re

p = re.compile(r'(?P<first>\w+) (?P<second>\w+)(x)?')
m = p.match('Jane Doe rest')
print(m, m.group(), m.group(1, 2), m.group('first'), m['second'], m[3], m.groups(), m.groups('-'), m.groupdict())
print(m.span(), m.span('second'), m.start(3), m.end(2), m.regs, m.lastindex, m.lastgroup, m.pos, m.endpos, m.re is p, m.string)
print(m.expand(r'\2 \g<first>|\g<3>|'), p, p.groups, p.groupindex, p.flags, p.pattern)
for f in (lambda: m.group(4), lambda: m.group('x'), lambda: m.group(1.5), lambda: m[9], lambda: m.start('q'), lambda: p.match(b'x'),
          lambda: re.match(b'x', 'x'), lambda: re.match('x', 1), lambda: p.sub('\\9', 'a b'), lambda: p.sub('\\g<q>', 'a b'),
          lambda: re.sub('a', lambda m: 1, 'a'), lambda: re.compile('('), lambda: re.compile('a', 99999), lambda: p.sub(b'x', 'a b')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(re.findall(r'(a)|b', 'aabb'), re.findall(r'(a)(b)?', 'aab'), re.findall('x*', 'axxb'), [m.span() for m in re.finditer('x*', 'axxb')])
print(re.split(r'(,)|;', 'a,b;c', maxsplit=1), re.split('x*', 'axbc'), re.split(',', ''), re.subn('x*', '-', 'abxd'), re.sub('(a)', r'<\1\1>', 'banana', count=2))
print(re.sub('a', lambda m: m.group().upper(), 'banana'), re.sub(b'a', b'\\g<0>!', b'banana'), re.sub('a', '', 'banana'), re.sub('', '-', 'abc'))
print(re.search('(?i)straße', 'STRAßE'), re.search('\u212a', 'k', re.I), re.search('[\u0400-\u04ff]+', 'xжукy'), re.search(r'\d+', '٣٤'), re.search(r'(?a)\d+', '٣٤'))
print(re.fullmatch('a|ab', 'ab'), re.fullmatch('a*?', 'aaa'), re.match('(?:a|ab)(?:c|bcd)(d*)', 'abcd'), re.match('(?>a+)a', 'aaa'), re.match('a*+a', 'aaa'), re.match('(?:ab)++', 'ababx'))
print(re.match(r'(\w)\1', 'aa'), re.match(r'(?i)(\w)\1', 'aA'), re.match(r'(a)?(?(1)b|c)', 'c'), re.match('(?=a)(?!b)\\w', 'a'), re.search('(?<=ab)c', 'abc'), re.search('(?<!ab)c', 'abc'))
print(re.compile('a', re.I | re.M), re.compile(b'a'), repr(re.compile('x' * 300))[:60], re.compile('a') == re.compile('a'), hash(re.compile('a')) == hash(re.compile('a')), re.compile('a') == re.compile(b'a'))
s = re.compile(r'\s*(\d)').scanner('1 2 3x')
print(s.match(), s.search(), s.match(), s.match(), s.pattern.pattern)
print(re.compile('b').search('abcb', 2), re.compile('^b').search('ab', 1), re.compile('b$').search('abc', 0, 2), re.compile('').match('abc', 5).span(), re.compile('a').match('a', 1, 0))
print(re.match('(a+)+$', 'a' * 18), re.match('(?:.|\n)*x', 'y' * 50000), len(re.match('(?:ab|c)*', 'abc' * 40000).group()), re.escape('a.b*c'))
print(re.search(rb'[\x80-\xff]+', b'a\xe9\xff'), re.search(b'b', bytearray(b'abc')), re.search(b'b', memoryview(b'abc')).group(), re.template if False else '')
import copy
print(copy.copy(p) is p, copy.deepcopy(m) is m, re.Pattern[str], re.Match[bytes], type(re.finditer('a', 'a')).__name__)
