import os
import time


def shown(call, *args):
    try:
        return call(*args)
    except Exception as e:
        return type(e).__name__, str(e)


print(time.gmtime(0), time.gmtime(0).tm_zone, time.gmtime(0).tm_gmtoff)
print(time.gmtime(1e9), time.gmtime(-1)[:6], time.gmtime(2**33).tm_year)
t = time.gmtime(1234567890)
print(time.asctime(t), time.strftime("%Y-%m-%d %H:%M:%S %j %U %w %a %A %b %B %d %y %p %I %% %e|%F %T", t))
print(time.strptime("2009-02-13 23:31:30", "%Y-%m-%d %H:%M:%S"), shown(time.strptime, "x", "%Y"))
print(time.strptime("Fri Feb 13 23:31:30 2009")[:6])
for zone in ("UTC", "EST+05EDT,M4.1.0,M10.5.0", "AEST-10AEDT-11,M10.5.0,M3.5.0", "XYZ-3:30"):
    os.environ["TZ"] = zone
    time.tzset()
    print(zone, time.tzname, time.timezone, time.altzone, time.daylight)
    for moment in (1000000000, 1009843200, 1025740800):
        local = time.localtime(moment)
        print(local[:6], local.tm_isdst, local.tm_zone, local.tm_gmtoff, time.mktime(local), time.ctime(moment))
        print(time.strftime("%Z %z", local))
full = (2000, 2, 30, 25, 61, 61, 0, 1, -1)
print(shown(time.mktime, full), shown(time.asctime, full), shown(time.strftime, "%d", full))
for bad in ((2000,), (2000, 13, 1, 0, 0, 0, 0, 1, 0), (2000, 1, 1, 24, 0, 0, 0, 1, 0), (2000, 1, 1, 0, 0, 0, 0, 367, 0), [1], "abc"):
    print(shown(time.strftime, "%Y", bad))
print(time.strftime("%m %d %j", (2000, 0, 0, 0, 0, 0, 0, 0, 0)), shown(time.strftime, "a\0b", t))
print(shown(time.gmtime, float("nan")), shown(time.gmtime, 1e300), shown(time.localtime, 2**70), shown(time.gmtime, "1"))
print(shown(time.sleep, -1), shown(time.clock_gettime, 99)[0], time.clock_gettime(time.CLOCK_REALTIME) > 1e9)
print(time.clock_getres(time.CLOCK_MONOTONIC) <= 0.01, time.clock_gettime_ns(time.CLOCK_MONOTONIC) > 0)
print(time.struct_time(range(9)), time.struct_time(range(11)).tm_gmtoff, shown(time.struct_time, range(3)))
print(time.get_clock_info("monotonic").monotonic, shown(time.get_clock_info, "none"))
