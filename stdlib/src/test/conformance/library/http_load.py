# A threaded HTTP server under load from threaded clients: kept and new connections, bodies in pieces, slow and rude clients.
import collections
import concurrent.futures
import hashlib
import http.client
import http.server
import json
import socket
import threading
import urllib.request

CLIENTS, ROUNDS = 12, 15


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    seen = collections.Counter()
    lock = threading.Lock()

    def answer(self, status, body, kind="application/json"):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        with self.lock:
            self.seen["GET"] += self.path != "/gone"  # nobody waits for the answer to that
        if self.path == "/chunks":
            self.send_response(200)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for size in (1, 10, 1000):
                self.wfile.write(b"%x\r\n%s\r\n" % (size, b"x" * size))
            self.wfile.write(b"0\r\n\r\n")
        elif self.path.startswith("/big/"):
            self.answer(200, bytes(range(256)) * int(self.path[5:]), "application/octet-stream")
        elif self.path == "/fail":
            self.send_error(418)
        else:
            self.answer(200, json.dumps({"path": self.path, "agent": self.headers.get("X-Client")}).encode())

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with self.lock:
            self.seen["POST"] += 1
        self.answer(201, hashlib.sha256(body).hexdigest().encode(), "text/plain")

    def log_message(self, *args):
        pass


def kept(n, port):
    """One connection for all requests."""
    good = 0
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    for i in range(ROUNDS):
        connection.request("GET", "/%d/%d" % (n, i), headers={"X-Client": "c%d" % n})
        good += json.load(connection.getresponse()) == {"path": "/%d/%d" % (n, i), "agent": "c%d" % n}
        body = b"%d" % n * (1000 * i)
        connection.request("POST", "/", body=body)
        good += connection.getresponse().read().decode() == hashlib.sha256(body).hexdigest()
    connection.close()
    return good


def fresh(n, port):
    """A connection for each request."""
    good = 0
    for i in range(ROUNDS):
        with urllib.request.urlopen("http://127.0.0.1:%d/big/%d" % (port, n * i), timeout=60) as answer:
            good += answer.read() == bytes(range(256)) * (n * i)
        with urllib.request.urlopen("http://127.0.0.1:%d/chunks" % port, timeout=60) as answer:
            good += answer.read() == b"x" * 1011
    return good


def rude(n, port):
    """Requests that make no sense, in pieces, or end early: answered or dropped, and the server goes on."""
    good = 0
    for i in range(ROUNDS):
        with socket.create_connection(("127.0.0.1", port), timeout=60) as c:
            if i % 3 == 0:
                c.sendall(b"NONSENSE\r\n\r\n")
                good += b"400" in c.makefile("rb").read()
            elif i % 3 == 1:
                for piece in (b"GET /slow HT", b"TP/1.0\r\n", b"X-Client: slow\r", b"\n\r\n"):
                    c.sendall(piece)
                good += b'"/slow"' in c.makefile("rb").read()
            else:
                c.sendall(b"GET /gone HTTP/1.1\r\nX-")
                good += 1
    return good


class Server(http.server.ThreadingHTTPServer):
    request_queue_size = 64

    def handle_error(self, request, client_address):
        pass


with Server(("127.0.0.1", 0), Handler) as server:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    port = server.server_port
    with concurrent.futures.ThreadPoolExecutor(CLIENTS) as pool:
        jobs = {kind.__name__: [pool.submit(kind, n, port) for n in range(4)] for kind in (kept, fresh, rude)}
        for kind, futures in jobs.items():
            print(kind, [f.result() for f in futures])
    try:
        urllib.request.urlopen("http://127.0.0.1:%d/fail" % port)
    except urllib.error.HTTPError as e:
        print(e.code, e.reason)
        e.close()
    server.shutdown()
    thread.join()
print(sorted(Handler.seen.items()), thread.is_alive())
try:
    socket.create_connection(("127.0.0.1", port), timeout=5)
except ConnectionRefusedError:
    print("closed")
