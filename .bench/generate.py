"""Writes the big reports that the benchmark reads, and what is known of each.

Nothing is random: the same factor gives the same bytes. Beside the reports stands `totals.json`:
for each report the record that `verdict inspect --output json` must print, counted while writing,
and what its floor must print.
"""

import argparse
import json
import pathlib

FILES = 20_000  # of a coverage report
COBERTURA_LINES = 295  # in each of them
LCOV_LINES = 282
SUITES = 2_000
CASES = 200  # in each of them
RESULTS = 150_000
RULES = 400
SARIF_FILES = 3_000

HITS = (0, 1, 1, 3, 12, 148)  # how often lines run
LEVELS = ("error", "warning", "note", "none")


class Tally:
    """Counts the covered of all, as `verdict inspect` prints them."""

    def __init__(self):
        self.covered = 0
        self.total = 0

    def add(self, covered, total=1):
        self.covered += covered
        self.total += total

    @property
    def rate(self):
        return self.covered / self.total


class CoverageTotals:
    """What a coverage report holds: lines, branches, and lines without an untaken branch."""

    def __init__(self):
        self.files = 0
        self.lines = Tally()
        self.branches = Tally()
        self.strict = Tally()
        self.functions = Tally()

    def add(self, hits, taken=0, known=0):
        """Counts a line that ran `hits` times and took `taken` of its `known` branch outcomes."""
        self.lines.add(hits > 0)
        self.branches.add(taken, known)
        self.strict.add(hits > 0 and taken == known)

    def record(self):
        names = ("lines", "branches", "strict", "functions")
        tallies = {name: vars(getattr(self, name)) for name in names}
        return {"files": self.files, **tallies}


def hits_of(file, line):
    return HITS[(line * 7 + file * 5 + line // 11) % len(HITS)]


def line_numbers(file, count):
    """Some lines of a source file: one to three apart."""
    number = 0
    for line in range(count):
        number += 1 + (line * 7 + file) % 3
        yield line, number


def write_cobertura(out, factor):
    """A report as coverage.py writes it; each 17th line has two branch outcomes."""
    totals = CoverageTotals()
    classes = []
    for file in range(int(FILES * factor)):
        totals.files += 1
        path = f"src/module{file % 100}/package/file{file}.py"
        classes.append(
            f'<class name="file{file}.py" filename="{path}" line-rate="0"><methods/><lines>\n'
            + "".join(cobertura_lines(file, totals)) + "</lines></class>\n"
        )
    rates = f'line-rate="{totals.lines.rate:.4g}" branch-rate="{totals.branches.rate:.4g}"'
    out.write(
        '<?xml version="1.0" ?>\n'
        f'<coverage version="7.10.0" timestamp="1767268800" {rates}>\n'
        "<sources><source>/builds/group/project/app</source></sources>\n"
        f'<packages><package name="app" {rates}><classes>\n'
    )
    out.writelines(classes)
    out.write("</classes></package></packages>\n</coverage>\n")
    return {"format": "cobertura", "coverage": totals.record()}, 0


def cobertura_lines(file, totals):
    for line, number in line_numbers(file, COBERTURA_LINES):
        hits = hits_of(file, line)
        if line % 17 == 5:
            taken = min(hits, 1 + line % 2)
            totals.add(hits, taken, 2)
            share = f'branch="true" condition-coverage="{taken * 50}% ({taken}/2)"'
            yield f'\t\t\t<line number="{number}" hits="{hits}" {share}/>\n'
        else:
            totals.add(hits)
            yield f'\t\t\t<line number="{number}" hits="{hits}"/>\n'


def write_lcov(out, factor):
    """A tracefile as geninfo writes it: 20 functions a file, branches on every second line."""
    totals = CoverageTotals()
    newlines = 0
    for file in range(int(FILES * factor)):
        totals.files += 1
        text = lcov_record(file, totals)
        newlines += text.count("\n")
        out.write(text)
    return {"format": "lcov", "coverage": totals.record()}, newlines


def lcov_record(file, totals):
    lines, branches, covered, taken = [], [], 0, 0
    for line, number in line_numbers(file, LCOV_LINES):
        hits = hits_of(file, line)
        covered += hits > 0
        lines.append(f"DA:{number},{hits}\n")
        if line % 2:
            totals.add(hits)
        else:
            both = line % 4 == 0 or hits == 0
            first, second = ("-", "-") if hits == 0 else (hits, hits if both else 0)
            branches.append(f"BRDA:{number},0,0,{first}\nBRDA:{number},0,1,{second}\n")
            outcomes = 0 if hits == 0 else 1 + both
            taken += outcomes
            totals.add(hits, outcomes, 2)
    names = [f"app_module{file % 100}_do{index}" for index in range(20)]
    functions = [f"FN:{index * 30 + 1},{name}\n" for index, name in enumerate(names)]
    functions += [f"FNDA:{index % 3},{name}\n" for index, name in enumerate(names)]
    totals.functions.add(13, 20)
    return "".join(
        [f"TN:\nSF:/builds/group/project/src/module{file % 100}/file{file}.c\n"]
        + [*functions, "FNF:20\nFNH:13\n", *branches]
        + [f"BRF:{2 * len(branches)}\nBRH:{taken}\n", *lines]
        + [f"LF:{len(lines)}\nLH:{covered}\nend_of_record\n"]
    )


def write_junit(out, factor):
    """A report as Surefire writes it: some failures with traces, skips, and printed lines."""
    totals = dict.fromkeys(("total", "passed", "failed", "errored", "skipped", "flaky"), 0)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n')
    for suite in range(int(SUITES * factor)):
        name = f"com.example.project.module{suite}.SuiteTest"
        counts = f'tests="{CASES}" failures="2" errors="1" skipped="2" time="1.5"'
        out.write(f'<testsuite name="{name}" {counts}>\n')
        out.write("".join(junit_case(name, case, totals) for case in range(CASES)))
        out.write("</testsuite>\n")
    out.write("</testsuites>\n")
    return {"format": "junit", "tests": totals}, 0


def junit_case(suite, case, totals):
    trace = "\tat com.example.project.Foo.bar(Foo.java:12)\n" * 24
    outcome, body = "passed", ""
    if case in (5, 6):
        message = 'message="expected 1 but was 2" type="AssertionError"'
        outcome, body = "failed", f"<failure {message}>{trace}</failure>\n"
    elif case == 7:
        message = 'message="connection refused" type="IOException"'
        outcome, body = "errored", f"<error {message}>{trace}</error>\n"
    elif case in (8, 9):
        outcome, body = "skipped", "<skipped/>"
    elif case % 50 == 10:
        lines = "a line that the test printed &amp; nobody reads\n" * 10
        body = f"<system-out>{lines}</system-out>\n"
    totals["total"] += 1
    totals[outcome] += 1
    head = f'<testcase name="testThing{case}" classname="{suite}" time="0.{case:03d}"'
    return f"{head}>{body}</testcase>\n" if body else f"{head}/>\n"


def write_sarif(out, factor):
    """A log of one run: fingerprints in half of the results, snippets in two thirds."""
    totals = dict.fromkeys(("total", *LEVELS, "suppressed"), 0)
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    driver = {"name": "generated", "rules": [sarif_rule(index) for index in range(RULES)]}
    out.write(f'{{"$schema":"{schema}","version":"2.1.0","runs":[{{"tool":{{"driver":')
    out.write(compact(driver) + '},"results":[\n')
    count = int(RESULTS * factor)
    for index in range(count):
        out.write(compact(sarif_result(index, totals)))
        out.write(",\n" if index + 1 < count else "\n")
    out.write("]}]}\n")
    return {"format": "sarif", "findings": totals}, totals["total"]


def compact(value):
    return json.dumps(value, separators=(",", ":"))


def sarif_rule(index):
    return {
        "id": f"RULE{index:04d}",
        "name": f"rule-{index}",
        "shortDescription": {"text": f"Rule {index} says no"},
        "help": {"text": f"What rule {index} is about, and what to do. " * 8},
        "defaultConfiguration": {"level": LEVELS[index % 3]},
        "properties": {"tags": ["security"], "security-severity": f"{index % 100 / 10}"},
    }


def sarif_result(index, totals):
    rule = index * 7 % RULES
    level = LEVELS[index % 3 if index % 100 else 3]
    totals["total"] += 1
    totals[level] += 1
    name = f"name_{index}"
    message = f'Variable `{name}` is assigned to but never used; "remove" the assignment'
    result = {"ruleId": f"RULE{rule:04d}", "ruleIndex": rule, "level": level}
    result |= {"message": {"text": message}, "locations": [sarif_location(index, name)]}
    if index % 2:
        digest = f"{index * 0x9E3779B97F4A7C15 % 2**64:016x}"
        result["partialFingerprints"] = {"primaryLocationLineHash": f"{digest}:1"}
    if index % 50 == 1:
        totals["suppressed"] += 1
        result["suppressions"] = [{"kind": "inSource"}]
    tags = ["correctness"]
    result["properties"] = {"precision": "high", "confidence": 0.5, "tags": tags}
    return result


def sarif_location(index, name):
    line = 1 + index * 31 % 4_000
    region = {"startLine": line, "startColumn": 5, "endLine": line, "endColumn": 5 + len(name)}
    if index % 3:
        region["snippet"] = {"text": f"    {name} = compute(first, second)  # see above\n"}
    file = index % SARIF_FILES
    path = f"src/module{file % 50}/package{file % 17}/file_{file}.py"
    artifact = {"uri": path, "uriBaseId": "%SRCROOT%"}
    function = f"module{file % 50}.package{file % 17}.call_{index % 977}"
    return {
        "physicalLocation": {"artifactLocation": artifact, "region": region},
        "logicalLocations": [{"fullyQualifiedName": function, "kind": "function"}],
    }


WRITERS = {
    "cobertura.xml": write_cobertura,
    "lcov.info": write_lcov,
    "junit.xml": write_junit,
    "results.sarif": write_sarif,
}


def generate(directory, factor):
    """Writes all reports into `directory`, and `totals.json` at last."""
    directory.mkdir(parents=True, exist_ok=True)
    totals = {}
    for name, write in WRITERS.items():
        with open(directory / name, "w", encoding="utf-8", newline="\n") as out:
            record, floor = write(out, factor)
        totals[name] = {"inspect": record, "floor": floor}
    text = json.dumps(totals, indent=2) + "\n"
    (directory / "totals.json").write_text(text, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description="Writes big reports and what is known of them.")
    parser.add_argument("directory", type=pathlib.Path)
    parser.add_argument("--factor", type=float, default=1.0, help="of the full size (default 1)")
    options = parser.parse_args()
    generate(options.directory, options.factor)


if __name__ == "__main__":
    main()
