#!/usr/bin/env python3
"""Writes programs for the two implementations to be compared on: every operator, method and builtin on values of every type.
What Bazel has got since the release that Debian has (4.2: lambda, abs, sets, %x, ...) is left out.

usage: generate.py SEED COUNT > programs.star
"""
import random
import sys

random.seed(int(sys.argv[1]))
COUNT = int(sys.argv[2])

INTS = ["0", "1", "-1", "2", "3", "-3", "7", "10", "255", "0x7fffffff", "-2147483648", "1 << 40", "9223372036854775807",
        "-9223372036854775808", "123456789012345678901234567890", "-(1 << 100)", "511", "513"]
FLOATS = ["0.0", "-0.0", "1.0", "1.5", "-2.5", "0.1", "1e10", "1e16", "123456789.123", "1e17", "1e22", "1e23", "1.23e45", "1e-5", "0.0001", "5e-7",
          "1e300", "1e308 * 10", "-1e308 * 10", "float('nan')", "2.0", "3.0", "1e100", "0.5", "2.5", "1.7976931348623157e308"]
STRINGS = ['""', '"a"', '"abc"', '"ABC"', '"a b c"', '" a  b "', '"a,b,,c"', '"Hello, World"', '"123"', '"-12"', '"0x1F"', '"1.5"', '"1e5"', '"%s"',
           '"%d-%s"', '"{}"', '"{0} {1}"', '"{x}"', '"a\\nb\\r\\nc\\n"', '"tab\\there"', '"quote\\"s"', "'it\\'s'", '"aaa"', '"banana"', '"0b101"', '"0o17"',
           '"x%%y"', '"{{}}"', '"A1"', '"1a"', '"_"', '" "', '"\\n"', '"abcabc"', '"nan"', '"inf"', '"-inf"', '"+5"', '"007"', '"é"', '"ÀB"']
LISTS = ["[]", "[1]", "[1, 2, 3]", "[3, 1, 2]", '["a", "b"]', "[[1], [2]]", '[1, "a"]', "[1, 2.0, 3]", "[None]", "[True, False]", "[(1, 2), (0, 3)]", "range(3)",
         "range(10, 0, -3)", "range(0)", "[1.5, 1, 0.5]", '["b", "a", "C"]', "[[1, 2], [3, 4]]", '["ab", "cd"]', '[["a", 1], ["b", 2]]']
TUPLES = ["()", "(1,)", "(1, 2)", '("a", "b")', "(1, (2, 3))", '("a", 1)', "(2, 1)", "((1, 2), (3, 4))", '("key",)']
DICTS = ["{}", "{1: 2}", '{"a": 1}', '{"a": 1, "b": 2}', '{"x": "y"}', '{(1, 2): 3}', '{1: "a", 1.5: "b"}', "{None: 1, True: 2}", '{"b": [1], "a": {}}']
OTHER = ["None", "True", "False", "len", "f", '"a".upper', "fail"]
TYPES = [INTS, FLOATS, STRINGS, LISTS, TUPLES, DICTS, OTHER]
BINARY = ["+", "-", "*", "/", "//", "%", "|", "&", "^", "<<", ">>", "==", "!=", "<", ">", "<=", ">=", "in", "not in", "and", "or"]
UNARY = ["-", "+", "~", "not "]
METHODS = {
    "s": ["capitalize", "count", "elems", "endswith", "find", "format", "index", "isalnum", "isalpha", "isdigit", "islower", "isspace", "istitle",
          "isupper", "join", "lower", "lstrip", "partition", "replace", "rfind", "rindex", "rpartition", "rsplit", "rstrip", "split", "splitlines",
          "startswith", "strip", "title", "upper"],
    "l": ["append", "clear", "extend", "index", "insert", "pop", "remove"],
    "d": ["clear", "get", "items", "keys", "pop", "popitem", "setdefault", "update", "values"],
}
FUNCTIONS = ["any", "all", "bool", "dict", "dir", "enumerate", "float", "getattr", "hasattr", "hash", "int", "len", "list", "max", "min", "range", "repr",
             "reversed", "sorted", "str", "tuple", "type", "zip", "fail", "print"]
SMALL = ["0", "1", "2", "-1", "-2", "3", "10", "-10", "None", '"a"', "True", "1.0"]


def value():
    return random.choice(random.choice(TYPES))


def likely(kind):
    return random.choice({"s": STRINGS, "l": LISTS, "d": DICTS}[kind]) if random.random() < 0.8 else value()


def args(method=None):
    out = []
    for _ in range(random.choice([0, 1, 1, 1, 2, 2, 3])):
        out.append(random.choice(STRINGS if random.random() < 0.4 else SMALL if random.random() < 0.5 else [value()]))
    if random.random() < 0.06:
        out.append(random.choice(["key", "default", "reverse", "sep", "base", "x", "start", "end", "maxsplit", "nosuch", "count"]) + " = " + value())
    return ", ".join(out)


def slice_():
    part = lambda: random.choice(["", "0", "1", "2", "-1", "-2", "3", "10", "-10", "None"])
    text = part() + ":" + part()
    return text + (":" + random.choice(["", "1", "2", "-1", "-2", "0", "None"]) if random.random() < 0.5 else "")


def expression():
    pick = random.random()
    if pick < 0.3:
        return f"({value()}) {random.choice(BINARY)} ({value()})"
    if pick < 0.34:
        return f"{random.choice(UNARY)}({value()})"
    if pick < 0.62:
        kind = random.choice("ssssld")
        return f"({likely(kind)}).{random.choice(METHODS[kind])}({args()})"
    if pick < 0.82:
        return f"{random.choice(FUNCTIONS)}({args()})"
    if pick < 0.88:
        return f"({value()})[{slice_()}]"
    if pick < 0.92:
        return f"({value()})[{random.choice(SMALL)}]"
    if pick < 0.97:
        return f'"{random.choice(["%s", "%r", "%d", "%e", "%f", "%g", "%E", "%G", "%c", "%5d", "%", "%%", "a%sb%dc"])}" % ({value()})'
    return f'"{random.choice(["{}", "{0}", "{1}", "{a}", "{", "}", "{{", "{}{}", "{0}{}", "{a.b}", "{!r}", "{:d}", "{ }", "{-1}"])}".format({args()})'


SYNTAX = ["x = 1 = 2", "f(", "1 +", "[1, 2", "def f(x, x): pass", "def f(*, x, **k, y): pass", "return 1", "break", "if 1: pass", "for x in []: pass", "x = y",
          "a.b = 1", "len = 3", "load('x', 'y')", "(1, 2) = 3", "f(x=1, x=2)", "f(**{}, *[])", "f(x=1, 2)", "1 < 2 < 3", "not 1 == 2", "x = [y for y in [1]]; print(y)",
          "def g(): return 1\nprint(g(1))", "def g(a, b=2, *c, d, e=5, **h): return (a, b, c, d, e, h)\nprint(g(1, d=4, z=9))", "def g(a): pass\ng()",
          "def g(a): pass\ng(b=1)", "def g(a): pass\ng(1, a=2)", "def g(*, a): pass\ng(1)", "while True: pass", "class A: pass", "import x", 
          "print(*[1, 2], **{'sep': '-'})", "'abc' 'def'", "print('a' 'b')", "x = 01", "x = 0o8", "x = 1__0", "'abc", "'''abc", "\"\\q\"", "x = 1.e5\nprint(x)",
          "x = .5\nprint(x)", "x = 1.\nprint(x)", "print(1 if 0 else 2)", "print([x for x in (1, 2, 3) if x > 1])", "print({x: y for x, y in [(1, 2)]})",
          "x, y = 1, 2\nprint(x, y)", "[a, b] = [1, 2]\nprint(a)", "x = [1]\nx += [2]\nprint(x)", "x = [1]\nx[0] += 5\nprint(x)", "x = {}\nx['a'] = 1\nprint(x)",
          "def g():\n  g()\ng()", "def g():\n  for i in range(3):\n    if i == 1: continue\n    print(i)\ng()", "def g():\n  x = [1]\n  for y in x:\n    x.append(1)\ng()",
          "def g():\n  x = {1: 1}\n  for y in x:\n    x[2] = 1\ng()", "def g():\n  print(x)\n  x = 1\ng()", "def g():\n  return\nprint(g())", "x = 5\ndef g():\n  x += 1\ng()",
          "pass", "x = (1,)\nprint(x)", "x = ()\nprint(x)", "x = 1,\nprint(x)", "print(1, 2, sep='')", "fail('a', 'b')", "fail(1, attr='x')", "@x\ndef f(): pass", "x: int = 1",
          "def f():\npass", "  x = 1", "if x", "def f()\n  pass", "x = [1 2]", "x = {1 2}", "x = {1: 2, 1: 3}", "{'a': 1}['b']", "[1][5]", "(1,)[1]", "'abc'[10]", "x = 'a' if 1", "a b",
          "print(not True and False)", "print(-2 * 3 % 4 // 2)", "print(1 | 2 ^ 3 & 4 << 1)", "print(7 // -2, -7 // 2, 7 % -2, -7 % 2)", "x.y.z", "1()", "None.x", "'a'.foo", "'a'.uper()",
          "{}.itms()", "[].apend(1)", "x = [1,2,3]\nx[1:2] = [5]", "del x", "x = y = 1", "def f(x=1, y): pass", "def f(**k, *a): pass",
          "x = [1]\nx.append(x)\nprint(x == x, str(x), repr(x))", "x = [1]\nx.append(x)\ny = [1]\ny.append(y)\nprint(str(y))", "print(hash('abc'), hash(''))"]


def program():
    if random.random() < 0.02:
        return random.choice(SYNTAX)
    return f"def f(): pass\nprint(repr({expression()}))"


seen = set()
chunks = list(SYNTAX)
while len(chunks) < COUNT:
    text = program()
    if text not in seen:
        seen.add(text)
        chunks.append(text)
sys.stdout.write("\n---\n".join(chunks) + "\n")
