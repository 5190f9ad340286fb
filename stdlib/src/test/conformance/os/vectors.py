import os
import tempfile


def shown(call, *args):
    try:
        return call(*args)
    except Exception as e:
        return type(e).__name__, str(e)


with tempfile.TemporaryFile() as f:
    fd = f.fileno()
    print(os.writev(fd, [b"abc", bytearray(b"defg"), memoryview(b"hi")]))
    os.lseek(fd, 0, os.SEEK_SET)
    a, b, c = bytearray(2), bytearray(5), bytearray(9)
    print(os.readv(fd, [a, b, c]), a, b, c)
    print(os.pwritev(fd, [b"XY", b"Z"], 1), os.pread(fd, 9, 0))
    a, b = bytearray(3), bytearray(3)
    print(os.preadv(fd, (a, b), 5), a, b, os.lseek(fd, 0, os.SEEK_CUR))
    print(shown(os.readv, fd, [b"abc"]), shown(os.writev, fd, 5), shown(os.writev, fd, ["a"]), shown(os.readv, -1, [a])[0])

r, w = os.pipe()
print(os.get_inheritable(r), os.get_blocking(w))
os.set_blocking(r, False)
print(shown(os.read, r, 1))
os.write(w, b"data")
print(os.read(r, 10))
os.close(r)
print(shown(os.write, w, b"x"))
os.close(w)

e = os.eventfd(3)
os.eventfd_write(e, 2**40)
print(os.eventfd_read(e), shown(os.eventfd_write, e, -1)[0], shown(os.eventfd_write, e, 2**64)[0])
os.close(e)
m = os.memfd_create("name")
print(os.write(m, b"memory"), os.pread(m, 6, 0))
t = os.memfd_create("other")
print(os.copy_file_range(m, t, 6, offset_src=0), os.pread(t, 9, 0), os.sendfile(t, m, 2, 3), os.pread(t, 20, 0))
os.close(m)
os.close(t)
print(len(os.getrandom(12)), shown(os.getrandom, -1), len(os.urandom(5)))

pid = os.posix_spawn("/bin/sh", ["sh", "-c", "exit 7"], os.environ)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
pid = os.posix_spawnp("sh", ("sh", "-c", "kill -9 $$"), {"PATH": "/bin:/usr/bin"})
info = os.waitid(os.P_PID, pid, os.WEXITED)
print(info.si_status, info.si_code == os.CLD_KILLED, info.si_signo, info.si_pid == pid)
r, w = os.pipe()
pid = os.posix_spawn(
    "/bin/echo",
    ["echo", "through the pipe"],
    os.environ,
    file_actions=[(os.POSIX_SPAWN_DUP2, w, 1), (os.POSIX_SPAWN_CLOSE, r)],
    setsigmask=[2],
    setsigdef=[13],
)
os.close(w)
print(os.wait4(pid, 0)[1], os.read(r, 100))
os.close(r)
print(shown(os.posix_spawn, "/nonexistent", ["x"], {}))
print(shown(os.posix_spawn, "/bin/true", [], {}), shown(os.posix_spawn, "/bin/true", [""], {}))
print(shown(os.posix_spawn, "/bin/true", 5, {}), shown(os.posix_spawn, "/bin/true", ["true"], 5)[0])
for bad in ([(9, 1)], [()], [(os.POSIX_SPAWN_CLOSE, 1, 2)][:0] or [5]):
    try:
        os.posix_spawn("/bin/true", ["true"], {}, file_actions=bad)
    except TypeError as e:
        print(e)
try:
    os.posix_spawn("/bin/true", ["true"], {}, setsigmask=[999])
except ValueError as e:
    print(e)
print(os.spawnv(os.P_WAIT, "/bin/sh", ["sh", "-c", "exit 3"]), os.spawnlp(os.P_WAIT, "sh", "sh", "-c", "kill -15 $$"))
print(shown(os.spawnv, os.P_WAIT, "/bin/sh", []), shown(os.spawnv, os.P_WAIT, "/bin/sh", 5))

p = os.sched_param(3)
print(p, p.sched_priority, tuple(p), os.sched_get_priority_min(os.SCHED_RR), os.sched_get_priority_max(os.SCHED_FIFO))
print(os.sched_getscheduler(0) == os.SCHED_OTHER, os.sched_getparam(0), shown(os.sched_setaffinity, 0, [-1]), shown(os.sched_setaffinity, 0, ["a"])[0])
print(os.sched_getaffinity(0) == set(os.sched_getaffinity(os.getpid())), os.confstr("CS_PATH"), shown(os.confstr, "nothing"))
print(os.major(os.makedev(8, 3)), os.minor(os.makedev(8, 3)), shown(os.major, -1)[0])
s = os.stat(".")
for name in ("st_mode", "st_rdev", "other"):
    print(shown(setattr, s, name, 1))
