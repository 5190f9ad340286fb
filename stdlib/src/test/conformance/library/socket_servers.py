# socketserver in its forms, html tables by urllib, and thread pools that fail, are cancelled and shut down.
import concurrent.futures as cf
import html
import html.entities
import logging
import os
import socket
import socketserver
import tempfile
import threading
import time
import urllib.parse


class Lines(socketserver.StreamRequestHandler):
    def setup(self):
        super().setup()
        self.server.events.append("setup")

    def handle(self):
        for line in self.rfile:
            self.wfile.write(b"%d " % len(line.rstrip()) + line.upper())

    def finish(self):
        super().finish()
        self.server.events.append("finish")


class Datagrams(socketserver.DatagramRequestHandler):
    def handle(self):
        self.wfile.write(self.rfile.read()[::-1])


class Served:
    """A server with its thread."""

    def __init__(self, kind, address, handler):
        self.server = kind(address, handler)
        self.server.events = []
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,))

    def __enter__(self):
        self.thread.start()
        return self.server

    def __exit__(self, *_):
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


def talk(family, address, text):
    with socket.socket(family, socket.SOCK_STREAM) as client:
        client.settimeout(60)
        client.connect(address)
        client.sendall(text)
        client.shutdown(socket.SHUT_WR)
        return client.makefile("rb").read()


for kind in (socketserver.TCPServer, socketserver.ThreadingTCPServer):
    with Served(kind, ("127.0.0.1", 0), Lines) as server:
        with cf.ThreadPoolExecutor(6) as pool:
            answers = list(pool.map(lambda n: talk(socket.AF_INET, server.server_address, b"line %d\nend\n" % n), range(12)))
    print(kind.__name__, answers[0], len(set(answers)), sorted(set(server.events)), server.events.count("finish"))
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "s")
    with Served(socketserver.ThreadingUnixStreamServer, path, Lines):
        print(talk(socket.AF_UNIX, path, b"unix"))
with Served(socketserver.ThreadingUDPServer, ("127.0.0.1", 0), Datagrams) as server:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.settimeout(60)
        client.sendto(b"datagram", server.server_address)
        print(client.recv(100))


class Failing(socketserver.BaseRequestHandler):
    def handle(self):
        raise ValueError("in the handler")


class Quiet(socketserver.TCPServer):
    allow_reuse_address = True

    def handle_error(self, request, client_address):
        import sys

        self.events.append(repr(sys.exception()))

    def verify_request(self, request, client_address):
        return len(self.events) < 2


with Served(Quiet, ("127.0.0.1", 0), Failing) as server:
    for _ in range(3):
        talk(socket.AF_INET, server.server_address, b"")
print(server.events)


class Patient(socketserver.TCPServer):
    timeout = 0.01

    def handle_timeout(self):
        print("nobody came")


with Patient(("127.0.0.1", 0), Lines) as server:
    server.handle_request()

blocker = threading.Event()
with cf.ThreadPoolExecutor(1) as pool:
    running = pool.submit(blocker.wait, 60)
    waiting = [pool.submit(time.sleep, 60) for _ in range(3)]
    while not running.running():
        time.sleep(0.001)
    print(running.cancel(), [f.cancel() for f in waiting], len(cf.wait([running], timeout=0.01).not_done), waiting[0].cancelled())
    blocker.set()
    print(running.result(60))
    try:
        waiting[0].result()
    except cf.CancelledError as e:
        print(type(e).__name__)
logging.disable()
pool = cf.ThreadPoolExecutor(2, initializer=lambda: 1 / 0)
try:
    pool.submit(int).result(60)
except cf.BrokenExecutor as e:
    print(type(e).__name__, e)
pool.shutdown()
try:
    pool.submit(int)
except RuntimeError as e:
    print(type(e).__name__)
with cf.ThreadPoolExecutor(4) as pool:
    try:
        list(pool.map(lambda x: 10 // x, [5, 2, 0, 1]))
    except ZeroDivisionError as e:
        print(e)
    try:
        list(pool.map(time.sleep, [0.2], timeout=0.01))
    except TimeoutError as e:
        print(type(e).__name__)
    done, pending = cf.wait([pool.submit(time.sleep, 0), pool.submit(divmod, 1, 0)], return_when=cf.FIRST_EXCEPTION, timeout=60)
    print(any(f.exception() for f in done))

print(html.unescape("&#0;&#x110000;&#128;&nbsp;&copy&ltx;&unknown;&AMP;").encode("unicode_escape"), html.escape("\"'<&>", quote=False), html.entities.name2codepoint["eacute"], len(html.entities.html5) > 2000)
for url in ("http://[::1]:80/x", "//host/p?q", "mailto:a@b", "http:///x", "HTTP://Host.Example/%7Ea;p?x=1#f", "a/b/../c"):
    print(urllib.parse.urlparse(url), urllib.parse.urlsplit(url).hostname)
print([urllib.parse.urljoin("http://a/b/c/d;p?q", u) for u in ("g", "./g/", "../../g", "?y", "#s", "//g", "g;x=1/../y", "")])
print(urllib.parse.parse_qs("a=1&b=&a=%20&c", keep_blank_values=True), urllib.parse.quote_from_bytes(b"\xff/"), urllib.parse.unquote_to_bytes("%ff%zz"), urllib.parse.unquote("%ff", errors="replace"), urllib.parse.quote("é", encoding="latin-1"))
for bad in (lambda: urllib.parse.urlsplit("http://[::1/"), lambda: urllib.parse.parse_qs("a", strict_parsing=True), lambda: urllib.parse.parse_qsl("a&b", max_num_fields=1), lambda: urllib.parse.urlsplit("http://h:x/").port, lambda: urllib.parse.urljoin("a", b"b")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
