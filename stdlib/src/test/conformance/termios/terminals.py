import fcntl
import os
import pty
import resource
import struct
import termios
import tty


def shown(call, *args):
    try:
        return call(*args)
    except Exception as e:
        return type(e).__name__, str(e)


master, slave = pty.openpty()
print(os.isatty(master), os.isatty(slave), os.ttyname(slave).startswith("/dev/pts/"))
mode = termios.tcgetattr(slave)
print([type(x).__name__ for x in mode], len(mode[6]), mode[4] == mode[5] == termios.B38400)
print(bool(mode[3] & termios.ICANON), bool(mode[3] & termios.ECHO), mode[6][termios.VINTR], mode[6][termios.VEOF])
tty.setraw(slave)
mode = termios.tcgetattr(slave)
print(bool(mode[3] & termios.ICANON), mode[6][termios.VMIN], mode[6][termios.VTIME])
os.write(master, b"typed\n")
print(os.read(slave, 100))
mode[3] |= termios.ICANON
mode[4] = mode[5] = termios.B9600
termios.tcsetattr(slave, termios.TCSADRAIN, mode)
print(termios.tcgetattr(slave)[4:6] == [termios.B9600] * 2)
termios.tcsetwinsize(slave, (40, 120))
print(termios.tcgetwinsize(master), os.get_terminal_size(slave))
print(struct.unpack("HHHH", fcntl.ioctl(slave, termios.TIOCGWINSZ, bytes(8)))[:2])
print(termios.tcflush(slave, termios.TCIOFLUSH), termios.tcdrain(slave), termios.tcflow(slave, termios.TCOON))
r, w = os.pipe()
print(shown(termios.tcgetattr, r), shown(termios.tcsetattr, slave, 0, [1]), shown(termios.tcsetwinsize, slave, 5))
print(issubclass(termios.error, OSError), termios.error.__mro__[1].__name__, shown(termios.tcgetattr, "x")[0])
for fd in (master, slave, r, w):
    os.close(fd)

soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
print(resource.getrlimit(resource.RLIMIT_CORE)[0], resource.prlimit(0, resource.RLIMIT_CORE)[0])
print(shown(resource.getrlimit, 99), shown(resource.setrlimit, resource.RLIMIT_CORE, (1,)), shown(resource.getrusage, 99))
usage = resource.getrusage(resource.RUSAGE_SELF)
print(usage.ru_utime > 0, usage.ru_maxrss > 0, len(usage), type(usage).__name__, resource.getpagesize() == os.sysconf("SC_PAGESIZE"))
print(resource.RLIM_INFINITY, resource.error is OSError)
