# Seeded sequences are promised; the figures of statistics are exact or shown with fewer places.
import random
import statistics as st
from decimal import Decimal
from fractions import Fraction

r = random.Random(2024)
print([r.randrange(100) for _ in range(8)], r.randint(-5, 5), r.random(), r.uniform(2, 3), r.choice("abc"), r.getrandbits(70), r.randbytes(5))
print(r.sample(range(50), 6), r.sample("abc", 4, counts=[3, 3, 1]), r.choices("xyz", k=5), r.choices("xyz", [1, 5, 1], k=5), r.choices("xy", cum_weights=[1, 3], k=4))
deck = list(range(12))
r.shuffle(deck)
print(deck)
for name, args in (("gauss", (0, 1)), ("normalvariate", (5, 2)), ("triangular", (1, 4, 2)), ("expovariate", (0.5,)), ("betavariate", (2, 3)), ("gammavariate", (2, 1)), ("lognormvariate", (0, 0.5)), ("vonmisesvariate", (1, 2)), ("paretovariate", (3,)), ("weibullvariate", (1, 1.5)), ("binomialvariate", (20, 0.25))):
    print(name, *("%.9g" % getattr(r, name)(*args) for _ in range(3)))
state = r.getstate()
first = [r.random() for _ in range(3)]
r.setstate(state)
print(first == [r.random() for _ in range(3)], len(state), state[0])
for seed in ("text", b"bytes", bytearray(b"bytes"), 1.5, -7, 2**200):
    print(repr(seed), random.Random(seed).random(), random.Random(seed).getrandbits(16))
random.seed(7)
print(random.random(), random.randrange(10, 0, -3), random.seed(7, version=1), random.random())
for bad in (
    lambda: random.randrange(0), lambda: random.randrange(1, 5, 0), lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.sample({1, 2}, 1),
    lambda: random.choices([], k=1), lambda: random.choices("ab", [1]), lambda: random.choices("ab", [0, 0]), lambda: random.randint(1.5, 2), lambda: random.seed([]),
    lambda: random.getrandbits(-1), lambda: random.setstate((9, (), None)), lambda: random.choices("ab", [1, 2], cum_weights=[1, 3]), lambda: random.binomialvariate(-1),
):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


class Fixed(random.Random):
    def random(self):
        return 0.25


print(Fixed().random(), Fixed().uniform(0, 8), Fixed().choice("abcd"), Fixed().randrange(100), isinstance(random.SystemRandom().random(), float))

data = [2.5, 3.25, 5.5, 11.25, 11.25, 14]
print(st.mean(data), st.fmean(data), st.fmean(data, weights=[1, 2, 1, 1, 1, 0]), st.median(data), st.median_low(data), st.median_high(data), st.mode(data), st.multimode("aabbc"))
print("%.12g %.12g %.12g %.12g" % (st.stdev(data), st.pstdev(data), st.variance(data), st.pvariance(data)), st.quantiles(data), st.quantiles(data, n=5, method="inclusive"))
print(st.mean([Fraction(1, 3), Fraction(1, 6)]), st.mean([Decimal("0.5"), Decimal("0.75")]), st.variance([Decimal(1), Decimal(3)]), st.pvariance([Fraction(1), Fraction(2)]), st.mean([1, 2, 4]), st.mean([True, False]))
print(st.geometric_mean([54, 24, 36]), st.harmonic_mean([40, 60]), "%.6f" % st.harmonic_mean([40, 60], weights=[5, 30]), st.median_grouped([1, 2, 2, 3, 4, 4, 4, 4, 4, 5]))
x, y = [1, 2, 3, 4, 5, 6], [1, 4, 8, 16, 25, 36]
print("%.9f %.9f" % (st.covariance(x, y), st.correlation(x, y)), "%.9f" % st.correlation(x, y, method="ranked"), tuple("%.9f" % v for v in st.linear_regression(x, y)), st.linear_regression([1, 2], [3, 6], proportional=True))
n = st.NormalDist(100, 15)
print(n, n.mean, n.variance, "%.9f %.9f %.9f %.9f" % (n.pdf(110), n.cdf(110), n.inv_cdf(0.75), n.zscore(130)), ["%.4f" % q for q in n.quantiles()], n + 5, n * 2, n - st.NormalDist(10, 8), "%.9f" % n.overlap(st.NormalDist(110, 15)), st.NormalDist.from_samples([1, 2, 3]), n == st.NormalDist(100, 15), [round(v, 9) for v in n.samples(2, seed=1)])
for bad in (
    lambda: st.mean([]), lambda: st.median([]), lambda: st.mode([]), lambda: st.stdev([1]), lambda: st.quantiles([1]), lambda: st.geometric_mean([-1]), lambda: st.harmonic_mean([-1]),
    lambda: st.NormalDist(0, -1), lambda: n.inv_cdf(1), lambda: st.correlation([1, 2], [1]), lambda: st.correlation([1, 1], [2, 3]), lambda: st.mean(["a"]), lambda: st.fmean([1], weights=[0]),
):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
