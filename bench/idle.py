"""Whether the machine is idle enough to measure on."""

import sys
import time


def cpu_times():
    with open("/proc/stat", encoding="ascii") as stat:
        fields = [int(field) for field in stat.readline().split()[1:]]
    return sum(fields[:8]), fields[3] + fields[4]


def refuse_if_busy():
    """What others take of the processors within a second decides, not the load average, which lags behind."""
    total, idle = cpu_times()
    time.sleep(1)
    total, idle = (now - before for now, before in zip(cpu_times(), (total, idle)))
    share = 1 - idle / max(total, 1)
    if share > 0.05:
        sys.exit(f"bench: the machine is not idle ({share:.0%} busy): the figures would mean nothing; --busy measures anyway")
