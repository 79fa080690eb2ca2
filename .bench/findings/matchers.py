"""Other ways to find the same results again, and how well each way does.

A result is a tuple: rule, path, line, column, message. Results that are equal in all of it cannot be
told apart, and need not be.
"""

import collections

WINDOW = 100
BASE = 37
MODULUS = 2**64


def true_pairs(old, new, places):
    """The pairs that the edits tell: same rule, on the line where the old one went; of several on a
    line those with the same column and message, then those in the same order."""
    waiting = collections.defaultdict(list)
    for result in new:
        waiting[result[0], result[1:3]].append(result)
    groups = collections.defaultdict(list)
    for result in old:
        place = places.get(result[1:3])
        if place:
            groups[result[0], place].append(result)
    pairs = []
    for key, results in groups.items():
        candidates = waiting[key]
        for same in (lambda a, b: a[3:] == b[3:], lambda a, b: True):
            for result in list(results):
                other = next((each for each in candidates if same(result, each)), None)
                if other:
                    candidates.remove(other)
                    results.remove(result)
                    pairs.append((result, other))
    return pairs


def by_key(key):
    """A matcher that pairs what has equal keys, in the order of lines.

    key: from a result and the text of its side, by path.
    """

    def match(old, new, old_tree, new_tree):
        waiting = collections.defaultdict(collections.deque)
        for result, value in zip(sorted(new, key=place), keys(sorted(new, key=place), new_tree)):
            waiting[value].append(result)
        ordered = sorted(old, key=place)
        return [
            (result, waiting[value].popleft())
            for result, value in zip(ordered, keys(ordered, old_tree))
            if waiting[value]
        ]

    def keys(results, tree):
        hashes = {}
        return [key(result, tree, hashes) for result in results]

    return match


def place(result):
    return result[1:4]


def line_key(result, tree, hashes):
    return result[:3]


def message_key(result, tree, hashes):
    return result[0], result[1], result[4]


def github_key(result, tree, hashes):
    path, line = result[1:3]
    if path not in hashes:
        hashes[path] = line_hashes(tree[path])
    return result[0], path, hashes[path][line - 1]


def line_hashes(text):
    """GitHub's primaryLocationLineHash of every line (codeql-action, src/fingerprints.ts)."""
    visible = "".join(c for c in text.replace("\r\n", "\n").replace("\r", "\n") if c not in " \t")
    units = list(memoryview(visible.encode("utf-16-le")).cast("H")) + [65535] + [0] * WINDOW
    leaving = pow(BASE, WINDOW, MODULUS)
    starts = [0] + [index + 1 for index, unit in enumerate(units) if unit == 10]
    ends = {start + WINDOW for start in starts}
    hashes, counts, value = [], collections.Counter(), 0
    for index in range(len(units) + 1):
        if index in ends:
            counts[value] += 1
            hashes.append(f"{value:x}:{counts[value]}")
        if index < len(units):
            gone = units[index - WINDOW] if index >= WINDOW else 0
            value = (value * BASE + units[index] - gone * leaving) % MODULUS
    return hashes


Score = collections.namedtuple("Score", "exact pairs new masked truth")


def score(found, truth, old, new):
    """How many true pairs were found exactly, how many results that are not new were called new, and
    how many that are new were taken for old ones."""
    found, truth = collections.Counter(found), collections.Counter(truth)
    exact = sum((found & truth).values())
    old_in_new = collections.Counter(pair[1] for pair in truth.elements())
    paired = collections.Counter(pair[1] for pair in found.elements())
    called_new = sum((old_in_new - paired).values())
    masked = sum((paired - old_in_new).values())
    total = sum(truth.values())
    return Score(exact, sum(found.values()), called_new, masked, total)


MATCHERS = (
    ("rule, path, line", by_key(line_key)),
    ("rule, path, message", by_key(message_key)),
    ("rule, path, GitHub's line hash", by_key(github_key)),
)
