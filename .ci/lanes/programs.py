"""Runs the library's programs as a user does: arguments, standard input, what they say, exit code.

    programs.py COMMAND [NAME...]           compares with programs/NAME.out
    programs.py --write PYTHON [NAME...]    writes those files anew; PYTHON is a CPython 3.12

An expectation is what CPython 3.12 prints: the exit code, standard output, standard error. Times,
addresses, ports and the folder of the run are replaced by words.
"""

import difflib
import http.client
import os
import pathlib
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import threading

HERE = pathlib.Path(__file__).resolve().parent / "programs"
LIMIT = 120  # seconds that a program may take; only a failure takes so long

# NAME: arguments, standard input.
CASES = {
    "unittest-module": ("-m unittest test_mixed", ""),
    "unittest-verbose": ("-m unittest -v test_mixed.Mixed", ""),
    "unittest-one": ("-m unittest test_mixed.Mixed.test_good test_mixed.Async", ""),
    "unittest-fail-fast": ("-m unittest -f -k bad -k error test_mixed", ""),
    "unittest-buffer": ("-m unittest -b test_good.py", ""),
    "unittest-locals": ("-m unittest --locals -k error test_mixed", ""),
    "unittest-discover": ("-m unittest discover -s . -p test_g*.py -v", ""),
    "unittest-nothing": ("-m unittest empty", ""),
    "unittest-missing": ("-m unittest no_such_module", ""),
    "unittest-main": ("test_mixed.py -q Mixed.test_good Mixed.test_bad", ""),
    "unittest-help": ("-m unittest -h", ""),
    "unittest-bad-option": ("-m unittest --nonsense", ""),
    "doctest-fails": ("-m doctest documented.py", ""),
    "doctest-verbose": ("-m doctest -v documented.py", ""),
    "doctest-text": ("-m doctest examples.txt", ""),
    "doctest-fail-fast": ("-m doctest -f documented.py", ""),
    "doctest-options": ("-m doctest -o FAIL_FAST -o NORMALIZE_WHITESPACE examples.txt documented.py", ""),
    "doctest-missing": ("-m doctest", ""),
    "json-file": ("-m json.tool good.json", ""),
    "json-stdin": ("-m json.tool", '{"x": [1, 2, NaN, -Infinity]}'),
    "json-sorted": ("-m json.tool --sort-keys --no-ensure-ascii good.json", ""),
    "json-compact": ("-m json.tool --compact good.json", ""),
    "json-tab": ("-m json.tool --tab - out.json", "[1]"),
    "json-indent": ("-m json.tool --indent 2 --json-lines lines.json", ""),
    "json-lines-off": ("-m json.tool lines.json", ""),
    "json-bad": ("-m json.tool bad.json", ""),
    "json-empty": ("-m json.tool", ""),
    "json-missing": ("-m json.tool none.json", ""),
    "timeit-statement": ("-m timeit -n 5 -r 2 'x = 1'", ""),
    "timeit-setup": ("-m timeit -s 'x = [1]' -s 'y = 2' -n 3 -r 1 -u usec -v 'x.append(y)' 'x.pop()'", ""),
    "timeit-itself": ("-m timeit -p -u nsec pass", ""),
    "timeit-error": ("-m timeit -n 1 '1 / 0'", ""),
    "timeit-syntax": ("-m timeit 'x ='", ""),
    "timeit-option": ("-m timeit -u year pass", ""),
    "compileall-folder": ("-m compileall package", ""),
    "compileall-good": ("-m compileall -f package/sub site", ""),
    "compileall-quiet": ("-m compileall -qq package", ""),
    "compileall-one": ("-m compileall -l -x broken package package/sub/part.py", ""),
    "compileall-jobs": ("-m compileall -q -j 2 package", ""),
    "compileall-list": ("-m compileall -q -i - package/sub", "empty.py\n"),
    "compileall-missing": ("-m compileall nowhere", ""),
    "pdb-steps": ("-m pdb debugged.py a b", "next\nnext\nbreak factorial, n == 1\ncontinue\nwhere\nargs\nup\np n, below if 0 else None\ndown\nstep\nstep\nreturn\nquit\n"),
    "pdb-breaks": ("-m pdb debugged.py", "b 16\ntbreak main\nb\nc\nl\nn\nn\ndisable 1\nc\nq\n"),
    "pdb-look": ("-m pdb debugged.py", "b 16\nc\nw\nll\npp self.__dict__\nself.x = 100\nwhatis self\nsource Point\ndisplay self.x\nn\nn\nundisplay self.x\ninteract\nself\n"),
    "pdb-commands": ("-m pdb debugged.py", "b 23\ncommands 1\nsilent\np 'i is', i\nend\nignore 1 1\ncondition 1 i != 2\nc\nc\nalias pi p %1 * 2\npi 21\n!total += 1000\nc\nq\n"),
    "pdb-until": ("-m pdb -c 'b main' -c c debugged.py", "n\nn\nuntil 24\nn\np point.x\njump 26\nn\nq\n"),
    "pdb-crash": ("-m pdb -c continue crashing.py", "p items\nup\np values\nwhere\nq\n"),
    "pdb-to-the-end": ("-m pdb -c continue debugged.py x", "p 1\nq\n"),
    "pdb-mistakes": ("-m pdb debugged.py", "nonsense\np undefined\nb 1000\nb nothing_here\ncl 9\nup\ndown\nhelp until\njump x\nq\n"),
    "pdb-syntax": ("-m pdb package/broken.py", "q\n"),
    "pdb-missing": ("-m pdb none.py", ""),
    "pdb-usage": ("-m pdb", ""),
    "pdb-module": ("-m pdb -m documented", "n\nb double\ntbreak documented.Box\nn\np __name__\nc\nq\n"),
    "processes": ("processes.py", ""),
}

# What differs from run to run or between the two: pattern, replacement.
WORDS = [
    (r"in \d+\.\d+s", "in TIMEs"),
    (r"\d+ loops?, best", "LOOPS loops, best"),
    (r"(best of \d+: )[\d.e+-]+ (nsec|usec|msec|sec)", r"\1TIME"),
    (r"(raw times: ).*", r"\1TIMES"),
    (r"(\d+ loops? -> )[\d.e+-]+ secs", r"\1TIME secs"),
    (r".*UserWarning: The test results are likely unreliable.*\n", ""),
    (r"0x[0-9a-f]{6,}", "ADDRESS"),
    (r"\.\.\.[0-9a-fx]+>", "...ADDRESS>"),
    (r"\b(python3?(\.\d+)?|taipan) -m", "PYTHON -m"),
    (r"\.(cpython|taipan)-312", ".CACHE-312"),
    (r'"[^"\n]*/(json|pdb|bdb|unittest|doctest|timeit|runpy|asyncio)(/\w+)?\.py", line \d+', r'"LIBRARY/\1\2.py", line N'),
    (r'"<frozen runpy>", line \d+', '"LIBRARY/runpy.py", line N'),
    (r"\S*/pdb\.py:\d+", "LIBRARY/pdb.py:N"),
    (r"[^\s\"(]*/(json|pdb|bdb|unittest|doctest|timeit|runpy|asyncio)(/\w+)?\.py\(\d+\)", r"LIBRARY/\1\2.py(N)"),
]


def plain(text, folder):
    text = text.replace(os.path.realpath(folder), "DIR").replace(folder, "DIR")
    for pattern, word in WORDS:
        text = re.sub(pattern, word, text)
    return text


def environment(folder):
    env = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    return dict(env, HOME=folder, COLUMNS="400", PYTHONIOENCODING="utf-8", PYTHONHASHSEED="0")


def run_case(command, name, folder):
    arguments, given = CASES[name]
    done = subprocess.run(
        [*command, *shlex.split(arguments)], input=given.encode(), capture_output=True, cwd=folder, env=environment(folder), timeout=LIMIT
    )
    out, err = (plain(part.decode("utf-8", "backslashreplace"), folder) for part in (done.stdout, done.stderr))
    return "exit code %d\n--- output\n%s--- errors\n%s" % (done.returncode, out, err)


def ask(port, method, path, headers={}):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=LIMIT)
    try:
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        body = answer.read()
        shown = [(k, v) for k, v in answer.getheaders() if k not in ("Date", "Server", "Last-Modified")]
        return "%s %s: %d %s %s\n%s\n" % (method, path, answer.status, answer.reason, shown, repr(body) if b"\0" in body else body.decode())
    finally:
        connection.close()


def serve(command, folder, options):
    """http.server on a free port: its answers, then what it said until it was interrupted."""
    site = os.path.join(folder, "site")
    os.utime(os.path.join(site, "file.txt"), (10**9, 10**9))
    env = dict(environment(folder), PYTHONUNBUFFERED="1")
    server = subprocess.Popen(
        [*command, "-m", "http.server", "0", *options], cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    guard = threading.Timer(LIMIT, server.kill)
    guard.start()
    try:
        first = server.stdout.readline()
        port = int(re.search(r"port (\d+)", first)[1])
        text = "".join(
            ask(port, method, path, headers)
            for method, path, headers in (
                ("GET", "/", {}),
                ("GET", "/file.txt", {}),
                ("HEAD", "/file.txt", {}),
                ("GET", "/folder", {}),
                ("GET", "/folder/", {}),
                ("GET", "/folder/a%20%26%20b.txt?query#part", {}),
                ("GET", "/folder/data.bin", {}),
                ("GET", "/none", {}),
                ("GET", "/../secret", {}),
                ("POST", "/file.txt", {"Content-Length": "0"}),
                ("GET", "/file.txt", {"If-Modified-Since": "Sun, 09 Sep 2001 01:46:40 GMT"}),
                ("GET", "/file.txt/", {}),
            )
        )
        crowd = []
        threads = [threading.Thread(target=lambda: crowd.extend(ask(port, "GET", "/file.txt") for _ in range(5))) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        text += "%d clients at once, %d answers\n" % (len(crowd), len(set(crowd)))
        server.send_signal(signal.SIGINT)
        rest, err = server.communicate(timeout=LIMIT)
    finally:
        guard.cancel()
        server.kill()
    said = re.sub(r"\[[^]]*\]", "[TIME]", plain(first + rest, folder).replace(str(port), "PORT"))
    log = sorted(set(re.sub(r"\[\d[^]]*\]", "[TIME]", err).splitlines()))
    return "exit code %d\n--- output\n%s--- errors, sorted\n%s\n--- answers\n%s" % (server.returncode, said, "\n".join(log), plain(text, folder))


SERVERS = {
    "server-folder": ["--bind", "127.0.0.1", "--directory", "site"],
    "server-http11": ["-b", "127.0.0.1", "-d", "site", "-p", "HTTP/1.1"],
}


def outcome(command, name):
    with tempfile.TemporaryDirectory(prefix="programs-") as scratch:
        folder = os.path.join(scratch, "input")
        shutil.copytree(HERE / "input", folder)
        try:
            return serve(command, folder, SERVERS[name]) if name in SERVERS else run_case(command, name, folder)
        except (OSError, ValueError, TypeError, http.client.HTTPException, subprocess.TimeoutExpired) as e:
            return "%s: %s\n" % (type(e).__name__, e)


def main():
    words = sys.argv[1:]
    write = words[0] == "--write"
    command, *names = words[write:]
    command = shlex.split(command)
    passed = failed = 0
    for name in names or [*CASES, *SERVERS]:
        found, file = outcome(command, name), HERE / (name + ".out")
        if write:
            file.write_text(found, encoding="utf-8")
        wanted = file.read_text(encoding="utf-8") if file.exists() else ""
        if found == wanted:
            passed += 1
            continue
        failed += 1
        print("FAILED:", name)
        sys.stdout.writelines("  " + line + "\n" for line in list(difflib.unified_diff(wanted.splitlines(), found.splitlines(), "wanted", "found", lineterm="", n=1))[:40])
    print("%d passed, %d failed, 0 skipped" % (passed, failed))
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
