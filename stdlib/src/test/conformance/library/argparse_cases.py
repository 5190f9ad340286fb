import argparse
import contextlib
import io

parser = argparse.ArgumentParser(prog="prog", description="Does things.", epilog="The end.")
parser.add_argument("files", nargs="*", help="what to read")
parser.add_argument("-v", "--verbose", action="count", default=0, help="more output")
parser.add_argument("-n", "--number", type=int, default=3, metavar="N", help="how many (default: %(default)s)")
parser.add_argument("--mode", choices=["fast", "slow"], help="how")
parser.add_argument("--flag", action=argparse.BooleanOptionalAction, default=True)
parser.add_argument("--add", action="append", type=float)
parser.add_argument("--version", action="version", version="%(prog)s 1.0")
group = parser.add_mutually_exclusive_group()
group.add_argument("--left", action="store_true")
group.add_argument("--right", action="store_const", const="R")


def run(p, args):
    err, out = io.StringIO(), io.StringIO()
    with contextlib.redirect_stderr(err), contextlib.redirect_stdout(out):
        try:
            result = p.parse_args(args)
        except SystemExit as e:
            result = "exit %s" % e.code
    print(args, "->", result)
    for text in (out.getvalue(), err.getvalue()):
        if text:
            print(text.rstrip())


for args in (
    [], ["a", "b", "-vv"], ["-n5"], ["--number=7", "x"], ["--num", "9"], ["--no-flag"], ["--add", "1", "--add", "2.5"], ["--right"],
    ["--left", "--right"], ["-n", "x"], ["--mode", "fast"], ["--version"], ["-h"], ["--unknown"], ["--", "-v"], ["--ver"], ["-n"],
):
    run(parser, args)

commands = argparse.ArgumentParser(prog="git", exit_on_error=True)
sub = commands.add_subparsers(dest="command", required=True, title="commands")
add = sub.add_parser("add", help="adds", aliases=["a"])
add.add_argument("path", nargs="+")
commit = sub.add_parser("commit")
commit.add_argument("-m", required=True)
commit.set_defaults(kind="c")
for args in (["add", "x", "y"], ["a", "z"], ["commit", "-m", "text"], ["commit"], [], ["add", "-h"]):
    run(commands, args)

p = argparse.ArgumentParser(prog="p", formatter_class=argparse.ArgumentDefaultsHelpFormatter, fromfile_prefix_chars="@", add_help=False)
p.add_argument("--opt", nargs="?", const="c", default="d", help="an option")
p.add_argument("rest", nargs=argparse.REMAINDER, help="the rest")
g = p.add_argument_group("special", "of its own")
g.add_argument("--pair", nargs=2, metavar=("A", "B"))
print(p.format_help())
print(p.format_usage())
for args in (["--opt"], ["--opt", "x"], ["--pair", "1", "2", "a", "--opt"], ["--pair", "1"]):
    run(p, args)
print(p.parse_known_args(["--opt", "1", "x", "-y"]))
print(sorted(vars(parser.parse_intermixed_args(["a", "-v", "b"])).items(), key=str))
print(repr(argparse.Namespace(a=1, b="x")), argparse.Namespace(a=1) == argparse.Namespace(a=1), "a" in argparse.Namespace(a=1))


class Upper(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values.upper())


q = argparse.ArgumentParser(prog="q")
q.add_argument("--up", action=Upper)
print(q.parse_args(["--up", "abc"]))
try:
    q.add_argument("--up")
except argparse.ArgumentError as e:
    print(e)
