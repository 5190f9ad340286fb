import contextlib
import glob
import os
import pathlib
import shutil
import stat
import subprocess
import sys
import tempfile
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

p = PurePosixPath("/a/b/../c.tar.gz")
print(p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, p.root, p.anchor, list(p.parents)[-1], p.with_name("x"), p.with_suffix(".z"), p.with_stem("s"))
print(p / "d", "x" / PurePath("y"), p.relative_to("/a"), p.is_absolute(), PurePosixPath("a/b").match("*/b"), PurePosixPath("a") < PurePosixPath("b"), repr(p), PurePosixPath("b/c").relative_to("a", walk_up=True))
w = PureWindowsPath("C:\\Users\\x.txt")
print(w.drive, w.root, w.parts, w.as_posix(), w == PureWindowsPath("c:/users/X.TXT"), w.as_uri(), PureWindowsPath("con").is_reserved())
for bad in (lambda: p.relative_to("/z"), lambda: p.with_name(""), lambda: PurePosixPath("/").with_suffix(".x"), lambda: PurePosixPath("a").as_uri()):
    try:
        bad()
    except ValueError as e:
        print(e)

with tempfile.TemporaryDirectory(prefix="tp") as folder:
    base = Path(folder)
    f = base / "sub" / "file.txt"
    f.parent.mkdir()
    print(f.write_text("hello\nworld\n", encoding="utf-8"), f.read_text(), f.read_bytes(), f.exists(), f.is_file(), f.stat().st_size, f.parent.is_dir())
    (base / "link").symlink_to(f)
    print((base / "link").is_symlink(), (base / "link").readlink() == f, (base / "link").resolve() == f.resolve(), sorted(x.name for x in base.iterdir()), sorted(x.name for x in base.rglob("*")))
    print(sorted(os.path.relpath(x, folder) for x in glob.glob(folder + "/**", recursive=True)), [x.name for x in base.glob("s*")])
    for root, dirs, files in base.walk():
        print(os.path.relpath(root, folder), sorted(dirs), sorted(files))
    try:
        (base / "none").read_text()
    except FileNotFoundError as e:
        print(e.errno, e.strerror, os.path.basename(e.filename))
    try:
        f.parent.mkdir()
    except FileExistsError as e:
        print(type(e).__name__)
    f.chmod(0o640)
    print(oct(stat.S_IMODE(f.stat().st_mode)), stat.filemode(f.stat().st_mode))
    shutil.copytree(base / "sub", base / "copy")
    shutil.move(base / "copy" / "file.txt", base / "moved.txt")
    print(sorted(os.listdir(base)), shutil.which("sh") is not None, shutil.disk_usage(base).total > 0)
    archive = shutil.make_archive(str(base / "arch"), "zip", base / "sub")
    shutil.unpack_archive(archive, base / "out")
    print(os.path.basename(archive), os.listdir(base / "out"))
    tar = shutil.make_archive(str(base / "arch"), "gztar", base / "sub")
    shutil.unpack_archive(tar, base / "tarred", filter="data")
    print(os.listdir(base / "tarred"), (base / "tarred" / "file.txt").read_text() == f.read_text())
    shutil.rmtree(base / "sub")
    print((base / "sub").exists(), (base / "link").exists(), os.path.lexists(base / "link"))
    with tempfile.NamedTemporaryFile("w+", dir=base, suffix=".t", delete_on_close=False) as t:
        t.write("x")
        t.flush()
        print(os.path.exists(t.name), t.name.endswith(".t"))
    print(os.path.exists(t.name))
    with tempfile.SpooledTemporaryFile(max_size=4) as s:
        s.write(b"abcdef")
        s.seek(0)
        print(s.read())
    fd, name = tempfile.mkstemp(dir=base)
    os.write(fd, b"raw")
    os.close(fd)
    print(Path(name).read_bytes(), oct(os.stat(name).st_mode & 0o777))
    with contextlib.chdir(base):
        print(Path.cwd().resolve() == base.resolve(), Path("arch.zip").absolute().name)

print(subprocess.run(["sh", "-c", "echo out; echo err >&2; exit 3"], capture_output=True, text=True))
print(subprocess.check_output(["cat"], input=b"given"), subprocess.getoutput("echo one"), subprocess.call(["true"]))
try:
    subprocess.run(["false"], check=True)
except subprocess.CalledProcessError as e:
    print(e)
try:
    subprocess.run(["sleep", "5"], timeout=0.05)
except subprocess.TimeoutExpired as e:
    print(type(e).__name__, e.cmd)
try:
    subprocess.run(["/no/such/program"])
except FileNotFoundError as e:
    print(e)
with subprocess.Popen(["tr", "a-z", "A-Z"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={"PATH": os.environ["PATH"]}, cwd="/") as proc:
    print(proc.communicate("shout"), proc.returncode)
