import datetime as dt
import zoneinfo
from decimal import ROUND_HALF_EVEN, ROUND_UP, Context, Decimal, DivisionByZero, InvalidOperation, getcontext, localcontext
from fractions import Fraction

print(Decimal("1.10") + Decimal("2.2"), Decimal(1) / 3, Decimal("1E+5"), Decimal("0.1") * 3 == Decimal("0.3"), Decimal("-0"), Decimal("NaN"), Decimal(0.1))
print(Decimal("2.675").quantize(Decimal("0.01")), Decimal("2.665").quantize(Decimal("0.01"), rounding=ROUND_UP), Decimal("123.456").to_integral_value(), Decimal(2).sqrt(), Decimal(10).ln(), Decimal("1.5").exp())
with localcontext() as ctx:
    ctx.prec = 5
    print(Decimal(1) / 7, +Decimal("1234567"), bool(ctx.flags[InvalidOperation]))
for bad in (lambda: Decimal(1) / 0, lambda: Decimal("x"), lambda: Decimal(0) / 0, lambda: Decimal("sNaN") + 1, lambda: Decimal(1) + 1.5, lambda: int(Decimal("Infinity"))):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__)
print(f"{Decimal('1234567.891'):,.2f} {Decimal('0.00001'):e} {Decimal('3.14159'):.3} {Decimal(5):05}", Decimal("12.30").normalize(), Decimal("1.23E+3").as_tuple(), Decimal("7.5").as_integer_ratio(), divmod(Decimal(-7), 2), Decimal(7) // -2, round(Decimal("2.5")), hash(Decimal("2.5")) == hash(2.5))
print(Decimal("1.2").compare(Decimal("1.3")), max(Decimal(1), Decimal(2)), Decimal("1e3").adjusted(), Decimal(3).is_signed(), Context(prec=3).create_decimal("1.23456"), Decimal(6).fma(2, 3), Decimal(17).logical_xor if False else "")
print(Fraction(3, 6), Fraction("0.125"), Fraction(1.5), Fraction("-7/3") % 2, Fraction(1, 3) + 1, Fraction(1, 3) * 1.5, Fraction(355, 113).limit_denominator(10), Fraction(7, 2).__floor__(), round(Fraction(5, 2)), repr(Fraction(1, 3)), f"{Fraction(1, 3):.4f}", Fraction(2, 3) ** -2, Fraction(1, 2) == 0.5, hash(Fraction(1, 2)) == hash(0.5))
for bad in (lambda: Fraction(1, 0), lambda: Fraction("a"), lambda: Fraction(1.5, 2)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)

d = dt.date(2024, 2, 29)
print(d, d.isoformat(), d.weekday(), tuple(d.isocalendar()), d + dt.timedelta(days=366), d.replace(year=2023, day=1), d.strftime("%Y/%m/%d %A %j %U"), dt.date.fromisoformat("2024-W09-4"), d.toordinal(), d < dt.date(2025, 1, 1), repr(d))
t = dt.datetime(2024, 3, 10, 1, 59, 59, 123456, tzinfo=dt.timezone.utc)
print(t, repr(t), t.isoformat("T", "milliseconds"), t.timestamp(), t.astimezone(dt.timezone(dt.timedelta(hours=-5), "EST")), t.strftime("%d %b %y %H:%M:%S.%f %z %Z %p"), t.timetuple()[:6])
print(dt.datetime.fromisoformat("2024-03-10T12:30:45.5+02:30"), dt.datetime.strptime("10 Mar 2024 5:06 PM", "%d %b %Y %I:%M %p"), dt.datetime.combine(d, dt.time(5, 6)), dt.datetime.fromtimestamp(0, dt.timezone.utc))
delta = dt.timedelta(days=-1, hours=3, microseconds=7)
print(delta, repr(delta), delta.total_seconds(), abs(delta), delta * 2.5, delta / dt.timedelta(hours=1), divmod(dt.timedelta(hours=25), dt.timedelta(hours=7)), dt.timedelta.max, t - t.replace(hour=0))
ny = zoneinfo.ZoneInfo("America/New_York")
n = dt.datetime(2024, 3, 10, 1, 30, tzinfo=ny)
print(n.utcoffset(), (n + dt.timedelta(hours=1)).utcoffset(), n.tzname(), dt.datetime(2024, 11, 3, 1, 30, tzinfo=ny, fold=1).utcoffset(), n.astimezone(zoneinfo.ZoneInfo("Asia/Kolkata")), str(ny), ny.dst(n))
for bad in (lambda: dt.date(2023, 2, 29), lambda: dt.datetime(2024, 1, 1) < t, lambda: dt.time(25), lambda: dt.datetime.strptime("x", "%Y"), lambda: dt.timedelta(days=10**10), lambda: dt.date.fromisoformat("2024-13-01"), lambda: zoneinfo.ZoneInfo("No/Where")):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__)
import pickle
print(pickle.loads(pickle.dumps(t)) == t, pickle.loads(pickle.dumps(n)) == n, pickle.loads(pickle.dumps(Decimal("1.5"))), pickle.loads(pickle.dumps(delta)) == delta)
import calendar
print(calendar.month(2024, 2), calendar.isleap(1900), calendar.monthrange(2024, 2), calendar.timegm((1970, 1, 2, 0, 0, 0)))
import time
print(time.strptime("30 Nov 00", "%d %b %y")[:8], time.strftime("%Y-%m-%d", time.gmtime(86400)), time.asctime(time.gmtime(0)))
