import asyncio
import concurrent.futures
import contextvars
import http.client
import http.server
import io
import queue
import socket
import socketserver
import threading
import urllib.error
import urllib.request

a, b = socket.socketpair()
with a, b:
    a.sendall(b"hello")
    print(b.recv(2), b.recv(10), a.fileno() > 0, a.family.name, a.type.name)
    a.shutdown(socket.SHUT_WR)
    print(b.recv(1))
    b.settimeout(0.01)
    try:
        a.settimeout(0.01)
        a.recv(1)
    except TimeoutError as e:
        print(e)
with socket.create_server(("127.0.0.1", 0)) as server:
    with socket.create_connection(server.getsockname()) as client:
        conn, address = server.accept()
        with conn, conn.makefile("rwb") as f:
            client.sendall(b"line\nmore")
            print(f.readline(), address[0], client.getpeername() == server.getsockname())
            f.write(b"answer")
            f.flush()
            print(client.recv(100))
print(socket.inet_aton("1.2.3.4"), socket.inet_ntop(socket.AF_INET6, bytes(15) + b"\1"), socket.htons(1), socket.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM)[0][4])
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as u, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as v:
    u.bind(("127.0.0.1", 0))
    v.sendto(b"datagram", u.getsockname())
    print(u.recvfrom(100)[0])
try:
    socket.create_connection(("127.0.0.1", 1), timeout=1)
except OSError as e:
    print(type(e).__name__)


class Echo(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(line.upper())


with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Echo) as srv:
    srv.daemon_threads = True
    threading.Thread(target=srv.serve_forever, kwargs={"poll_interval": 0.01}).start()
    with socket.create_connection(srv.server_address) as c:
        c.sendall(b"one\ntwo\n")
        c.shutdown(socket.SHUT_WR)
        print(c.makefile("rb").read())
    srv.shutdown()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def reply(self, status, body):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Path", self.path)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        self.reply(404 if self.path == "/none" else 200, b"got " + self.path.encode())

    def do_POST(self):
        self.reply(201, self.rfile.read(int(self.headers["Content-Length"]))[::-1])

    def log_message(self, *args):
        pass


with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as web:
    web.daemon_threads = True
    threading.Thread(target=web.serve_forever, kwargs={"poll_interval": 0.01}).start()
    base = "http://127.0.0.1:%d" % web.server_port
    with urllib.request.urlopen(base + "/a?b=1") as r:
        print(r.status, r.read(), r.headers["X-Path"], r.getheader("content-length"))
    try:
        urllib.request.urlopen(base + "/none")
    except urllib.error.HTTPError as e:
        print(e, e.code, e.read())
    h = http.client.HTTPConnection("127.0.0.1", web.server_port)
    for i in range(3):
        h.request("POST", "/p", body=b"abc%d" % i, headers={"X-a": "b"})
        r = h.getresponse()
        print(r.status, r.reason, r.read(), r.version)
    h.close()

    def client(n):
        total = 0
        c = http.client.HTTPConnection("127.0.0.1", web.server_port)
        for i in range(20):
            c.request("GET", "/%d/%d" % (n, i))
            body = c.getresponse().read()
            total += body == b"got /%d/%d" % (n, i)
        c.close()
        return total

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        print(sum(pool.map(client, range(8))))
    web.shutdown()

with concurrent.futures.ThreadPoolExecutor(3, thread_name_prefix="w") as ex:
    fs = [ex.submit(pow, 2, i) for i in range(5)]
    print(sorted(f.result() for f in concurrent.futures.as_completed(fs)), ex.submit(lambda: 1 / 0).exception(), concurrent.futures.wait(fs).done == set(fs))
    print(list(ex.map(str.upper, "abc")), ex.submit(threading.current_thread).result().name.startswith("w"))
f = concurrent.futures.Future()
f.add_done_callback(lambda f: print("done", f.result()))
print(f.cancel() if False else f.done())
f.set_result(4)
try:
    f.set_result(5)
except concurrent.futures.InvalidStateError as e:
    print(type(e).__name__)

q = queue.PriorityQueue()
for x in (3, 1, 2):
    q.put(x)
print(q.get(), q.qsize(), q.empty())
l = queue.LifoQueue(1)
l.put(1)
for bad in (lambda: l.put_nowait(2), lambda: queue.Queue().get(timeout=0.01)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__)
var = contextvars.ContextVar("var", default=1)
ctx = contextvars.copy_context()
ctx.run(var.set, 5)
print(var.get(), ctx[var], len(ctx), var.name)
token = var.set(3)
var.reset(token)
print(var.get(), token.old_value is contextvars.Token.MISSING)


async def work(n):
    await asyncio.sleep(0.001 * n)
    if n == 3:
        raise ValueError(n)
    return n


async def main():
    print(await asyncio.gather(work(2), work(1)), await asyncio.gather(work(3), work(1), return_exceptions=True))
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(work(3))
            t = tg.create_task(asyncio.sleep(10))
    except* ValueError as e:
        print(e.exceptions, t.cancelled())
    try:
        async with asyncio.timeout(0.001):
            await asyncio.sleep(1)
    except TimeoutError:
        print("timed out")
    try:
        await asyncio.wait_for(asyncio.sleep(1), 0.001)
    except asyncio.TimeoutError as e:
        print(type(e).__name__)
    aq = asyncio.Queue()
    task = asyncio.create_task(aq.get())
    await aq.put("item")
    print(await task, task.done(), aq.empty())

    async def serve(reader, writer):
        writer.write((await reader.readline()).upper())
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(b"over the wire\n")
        print(await reader.read())
        writer.close()
    proc = await asyncio.create_subprocess_exec("echo", "sub", stdout=asyncio.subprocess.PIPE)
    print((await proc.communicate())[0], proc.returncode)
    print(await asyncio.to_thread(sum, [1, 2]), await asyncio.get_running_loop().run_in_executor(None, len, "abc"))
    lock, event = asyncio.Lock(), asyncio.Event()
    async with lock:
        print(lock.locked(), event.is_set())


asyncio.run(main())
