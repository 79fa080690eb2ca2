"""Edits Python sources as people do, and knows afterwards where every line went.

Of six files in ten, statements are inserted (copies of others, so that linters find the same in
them), deleted and edited, and functions are moved; some files and one package get another path.
"""

import ast
import random

EDITED = 0.6  # of all files
RENAMED = 0.07
LONGEST = 12  # lines that are inserted at once
MEANINGLESS_ELSEWHERE = (ast.Return, ast.Break, ast.Continue, ast.Global, ast.Nonlocal)


class Line:
    """A line, and where it was before: its number in the old file, or None."""

    def __init__(self, text, origin=None):
        self.text = text
        self.origin = origin


def edit(tree, seed):
    """The new files by path, and for every old line that is still there its new place.

    tree: the old files, text by path.
    """
    chance = random.Random(seed)
    names = paths_after(sorted(tree), chance)
    new, places = {}, {}
    for path in sorted(tree):
        lines = [Line(text, number) for number, text in enumerate(split(tree[path]), 1)]
        if chance.random() < EDITED:
            lines = edited(tree[path], lines, chance)
        new[names[path]] = "".join(line.text for line in lines)
        for number, line in enumerate(lines, 1):
            if line.origin:
                places[path, line.origin] = (names[path], number)
    return new, places


def split(text):
    """Lines with their ends."""
    return text.splitlines(keepends=True)


def is_plain(text):
    """Whether everybody agrees what its lines are, and Python can read it."""
    if not text.endswith("\n"):
        return False
    ends = set("\v\f\r\x1c\x1d\x1e\x85\u2028\u2029")
    return not ends & set(text) and is_python(text)


def paths_after(paths, chance):
    """The new path of each: another directory, another name, or both."""
    packages = sorted({path.split("/")[0] for path in paths if "/" in path})
    moved = chance.choice(packages) if packages else None
    after = {}
    for path in paths:
        directory, _, name = path.rpartition("/")
        if directory.split("/")[0] == moved:
            directory = "moved/" + directory
        elif chance.random() < RENAMED:
            if chance.random() < 0.5 and name != "__init__.py":
                name = "renamed_" + name
            else:
                directory = (directory + "/inner").lstrip("/")
        after[path] = f"{directory}/{name}".lstrip("/")
    return after


def edited(text, lines, chance):
    """The lines after one to four operations; each leaves a file that Python can read."""
    statements, functions = targets(text)
    if not statements:
        return lines
    for _ in range(chance.randint(1, 4)):
        operation = chance.choice(OPERATIONS)
        changed = operation(lines, statements, functions, chance)
        if changed and is_python("".join(line.text for line in changed)):
            lines = changed
    return lines


def targets(text):
    """Simple statements that have their lines for themselves, and functions and classes outside of
    any other: first line, last line, the statement."""
    body = ast.parse(text)
    simple, busy = [], {}
    for node in ast.walk(body):
        if isinstance(node, ast.stmt) and not hasattr(node, "body"):
            simple.append(node)
            for number in range(node.lineno, node.end_lineno + 1):
                busy[number] = busy.get(number, 0) + 1
    lines = split(text)
    statements = [
        (node.lineno, node.end_lineno, node)
        for node in simple
        if all(busy[number] == 1 for number in range(node.lineno, node.end_lineno + 1))
        and node.end_lineno <= len(lines)
        and not lines[node.lineno - 1][: node.col_offset].strip()
        and node.end_lineno - node.lineno < LONGEST
    ]
    functions = [
        (min([node.lineno] + [each.lineno for each in node.decorator_list]), node.end_lineno, node)
        for node in body.body
        if isinstance(node, (ast.FunctionDef, ast.ClassDef))
    ]
    return sorted(statements, key=first), sorted(functions, key=first)


def first(target):
    return target[0]


def find(lines, origin):
    """Where an old line is now, or None."""
    return next((index for index, line in enumerate(lines) if line.origin == origin), None)


def span(lines, target):
    """Where the lines of a target are, or None if they are not together any more."""
    start = find(lines, target[0])
    length = target[1] - target[0] + 1
    if start is None or start + length > len(lines):
        return None
    whole = [line.origin for line in lines[start : start + length]]
    return (start, start + length) if whole == list(range(target[0], target[1] + 1)) else None


def insert(lines, statements, functions, chance):
    """Copies of other statements of the file before one of them."""
    place = chance.choice(statements)
    at = find(lines, place[0])
    if at is None:
        return None
    indent = " " * place[2].col_offset
    copies = []
    for _ in range(chance.randint(1, 4)):
        source = chance.choice(statements)
        found = span(lines, source)
        unfit = isinstance(source[2], MEANINGLESS_ELSEWHERE) or "__future__" in ast.dump(source[2])
        if not found or unfit or len(copies) + found[1] - found[0] > LONGEST:
            continue
        for line in lines[found[0] : found[1]]:
            blanks = len(line.text) - len(line.text.lstrip(" "))
            copies.append(Line(indent + line.text[min(blanks, source[2].col_offset) :]))
    return lines[:at] + copies + lines[at:] if copies else None


def delete(lines, statements, functions, chance):
    found = span(lines, chance.choice(statements))
    return lines[: found[0]] + lines[found[1] :] if found else None


def comment(lines, statements, functions, chance):
    """A comment behind a statement: the line is another one, and means the same."""
    found = span(lines, chance.choice(statements))
    if not found:
        return None
    old = lines[found[1] - 1]
    ending = old.text[len(old.text.rstrip("\r\n")) :]
    new = Line(old.text.rstrip() + "  # see above" + ending, old.origin)
    return lines[: found[1] - 1] + [new] + lines[found[1] :]


def move(lines, statements, functions, chance):
    """A function to before another one."""
    if len(functions) < 3:
        return None
    source, target = chance.sample(functions, 2)
    found = span(lines, source)
    if not found:
        return None
    rest = lines[: found[0]] + lines[found[1] :]
    at = find(rest, target[0])
    return rest[:at] + lines[found[0] : found[1]] + rest[at:] if at is not None else None


def is_python(text):
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True


OPERATIONS = (insert,) * 13 + (delete,) * 4 + (comment,) * 2 + (move,)
