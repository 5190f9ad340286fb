import os
import socket
import threading


def shown(call, *args):
    try:
        return call(*args)
    except Exception as e:
        return type(e).__name__, str(e)


a, b = socket.socketpair()
print(a.sendmsg([b"one", bytearray(b"two"), memoryview(b"three")]))
print(b.recvmsg(100))
a.sendall(b"0123456789")
x, y = bytearray(4), bytearray(10)
print(b.recvmsg_into([x, y]), x, y)
r, w = os.pipe()
print(socket.send_fds(a, [b"take these"], [r, w]))
data, fds, flags, address = socket.recv_fds(b, 100, 5)
print(data, len(fds), flags & socket.MSG_CTRUNC, address)
os.write(fds[1], b"through another number")
print(os.read(r, 100))
for fd in (r, w, *fds):
    os.close(fd)
print(socket.CMSG_LEN(0), socket.CMSG_LEN(5), socket.CMSG_SPACE(0), socket.CMSG_SPACE(5), shown(socket.CMSG_LEN, -1))
print(shown(a.sendmsg, 5), shown(a.sendmsg, [b"a"], [1])[0], shown(b.recvmsg, -1), shown(b.recvmsg, 1, -1), shown(b.recvmsg_into, [b"a"]))
a.setblocking(False)
print(shown(a.recv, 1), shown(a.recv, 1, socket.MSG_DONTWAIT)[0], a.gettimeout(), a.getblocking())
print(shown(b.recv, 1, socket.MSG_DONTWAIT))
a.close()
print(shown(a.recv, 1), shown(a.send, b"x"), a.fileno(), b.recv(1))
b.close()

name = "\0taipan-%d" % os.getpid()
with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
    server.bind(name)
    server.listen()
    print(server.getsockname() == name.encode())
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(name.encode())
        served, _ = server.accept()
        with served:
            served.sendall(b"abstract")
            print(client.recv(20))
with socket.socket(socket.AF_UNIX) as s:
    s.bind("")
    print(s.getsockname()[:1], len(s.getsockname()))
s = socket.socket(type=socket.SOCK_STREAM | socket.SOCK_NONBLOCK)
print(s.gettimeout(), s.type == socket.SOCK_STREAM)
os.close(s.fileno())
print(shown(s.close)[0])
u = socket.socket(type=socket.SOCK_DGRAM)
print(shown(u.sendto, b"a"), shown(u.sendto, b"a", 0, ("", 1), 4), shown(u.sendto, b"a", None)[0])
u.close()

# Two threads write to one socket, two read: every byte arrives once.
a, b = socket.socketpair()
got = []


def send():
    for _ in range(200):
        a.sendall(b"x" * 100)


def receive():
    total = 0
    while part := b.recv(1000):
        total += len(part)
    got.append(total)


readers = [threading.Thread(target=receive) for _ in range(2)]
writers = [threading.Thread(target=send) for _ in range(2)]
for t in readers + writers:
    t.start()
for t in writers:
    t.join()
a.shutdown(socket.SHUT_WR)
for t in readers:
    t.join()
print(sum(got))
a.close()
b.close()
