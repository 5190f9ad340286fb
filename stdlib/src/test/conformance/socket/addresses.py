# What names and services stand for.
import socket

for _ in range(3):
    for info in socket.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM):
        print(info)
print(socket.getaddrinfo("127.0.0.1", None, socket.AF_INET, socket.SOCK_DGRAM))
print(socket.getaddrinfo("::1", "8080", socket.AF_INET6, socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)[0][:3])
print(socket.gethostbyname("127.0.0.1"))
print(socket.gethostbyname_ex("127.0.0.1"))
print(socket.getnameinfo(("127.0.0.1", 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))
for wrong in (lambda: socket.getaddrinfo("127.0.0.1", 1.5), lambda: socket.getaddrinfo(1, 2)):
    try:
        wrong()
    except (OSError, TypeError) as e:
        print(type(e).__name__, e)
