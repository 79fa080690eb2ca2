#!/usr/bin/env python3
"""How often rules on benchmarks cry wolf, and how often they see one.

Usage: .bench/graded.py CORPUS [--verdict .build/release/verdict]

CORPUS is a folder of complete Criterion runs of the same workloads, with a known share of extra
work: RUN/WORKLOAD/PERCENT/new/{sample,estimates,benchmark}.json. Runs whose names begin with the
same letter were made under the same conditions; only those are compared. Every answer of verdict is
that of the program itself, at a limit of 10 %; the other rules are computed here:

- "mean > 10 %" compares the means of one run on each side;
- "intervals disjoint" asks whether Criterion's 95 % intervals of the mean have nothing in common;
- "Criterion's own" asks for p < 0.05 and for an interval of the mean's change that lies beyond its
  noise threshold of 1 %. Criterion has both from a bootstrap; here they are those of Welch.

A cell is the share of comparisons in which the rule says slower; of verdict, in which it blocks, and
in the row below in which it blocks or warns.
"""

import argparse
import collections
import itertools
import json
import math
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

GRADES = ["0", "5", "10", "20"]
ROUNDS = 3
PAIR_BLOCKS_FROM = 2500  # in hundredths of a percent
TARGETS = {
    f"verdict, {ROUNDS} rounds": (0.01, 0.95),
    "verdict, history": (0.05, 0.90),
    "verdict, one pair": (0.0, None),
}


class Corpus:
    """The runs, by the conditions under which they were made."""

    def __init__(self, folder, work):
        self.folder, self.work = folder, work
        self.runs = sorted(path.name for path in folder.iterdir() if path.is_dir())
        self.workloads = sorted(path.name for path in (folder / self.runs[0]).iterdir())
        self.kinds = {}
        for run in self.runs:
            self.kinds.setdefault(run[0], []).append(run)
        for run, grade, workload in itertools.product(self.runs, GRADES, self.workloads):
            source = folder / run / workload / grade / "new"
            shutil.copytree(source, work / f"{run}-{grade}" / workload / "new")

    def pairs(self):
        for runs in self.kinds.values():
            yield from itertools.permutations(runs, 2)

    def rounds(self):
        """Every way to give some runs to the base and as many others to the change."""
        for runs in self.kinds.values():
            for base in itertools.combinations(runs, ROUNDS):
                others = [run for run in runs if run not in base]
                for change in itertools.combinations(others, ROUNDS):
                    yield base, change

    def sample(self, run, workload, grade):
        folder = self.folder / run / workload / grade / "new"
        sample = json.loads((folder / "sample.json").read_text())
        mean = json.loads((folder / "estimates.json").read_text())["mean"]["confidence_interval"]
        times = [time / count for time, count in zip(sample["times"], sample["iters"])]
        return times, (mean["lower_bound"], mean["upper_bound"])


class Verdict:
    """The program, asked about many comparisons at once: a report and a rule for each."""

    CHUNK = 40

    def __init__(self, program, corpus):
        self.program, self.corpus = pathlib.Path(program).resolve(), corpus

    def counts(self, comparisons):
        """How many benchmarks have which action."""
        counts = collections.Counter()
        for start in range(0, len(comparisons), self.CHUNK):
            chunk = comparisons[start : start + self.CHUNK]
            reports = {
                f"r{index}": {"format": "criterion", "files": change, "base": base}
                for index, (base, change) in enumerate(chunk)
            }
            counts.update(self.actions(reports))
        return counts

    def after(self, history, run):
        """The same for one run after others, which were saved one by one."""
        baseline = self.corpus.work / "baseline.json"
        baseline.unlink(missing_ok=True)
        for earlier in history:
            self.write({"r": {"format": "criterion", "files": earlier}})
            self.run("baseline", "save", "--force", "a run of unchanged code")
        return collections.Counter(self.actions({"r": {"format": "criterion", "files": run}}))

    def actions(self, reports):
        self.write(reports)
        self.run("check", "--output", "json=verdict.json", statuses=(0, 1))
        verdict = json.loads((self.corpus.work / "verdict.json").read_text())
        checks = [check for gate in verdict["gates"] for check in gate["checks"]]
        if len(checks) != len(reports) * len(self.corpus.workloads):
            sys.exit(f"{len(checks)} checks of {len(reports)} reports")
        for check in checks:
            if "change" not in check:
                sys.exit(f"no answer: {check['answer']}")
            change = check["change"]
            if check["action"] == "block" and change["tier"] == "pair":
                if change["basisPoints"] < PAIR_BLOCKS_FROM:
                    sys.exit(f"one pair blocks a change of {change['basisPoints'] / 100} %")
        return [check["action"] for check in checks]

    def write(self, reports):
        rules = [
            {"metric": "benchmark.time", "from": [name], "each": "benchmark", "maxRise": "10%"}
            for name in reports
        ]
        policy = {
            "version": 1,
            "reports": reports,
            "gates": {"performance": {"rules": rules}},
            "baseline": {"store": "file:baseline.json"},
        }
        (self.corpus.work / "policy.json").write_text(json.dumps(policy))

    def run(self, *arguments, statuses=(0,)):
        result = subprocess.run(
            [self.program, *arguments], cwd=self.corpus.work, capture_output=True, text=True
        )
        if result.returncode not in statuses:
            sys.exit(f"verdict {' '.join(arguments)}: {result.stderr}{result.stdout}")


def welch_is_slower(old, new):
    variance = [statistics.variance(times) / len(times) for times in (old, new)]
    error = math.sqrt(sum(variance))
    old_mean, new_mean = statistics.fmean(old), statistics.fmean(new)
    change = new_mean / old_mean - 1
    spread = math.sqrt(variance[1] / new_mean**2 + variance[0] / old_mean**2) * new_mean / old_mean
    return (new_mean - old_mean) / error > 1.96 and change - 1.96 * spread > 0.01


RULES = {
    "mean > 10 %": lambda old, new: statistics.fmean(new[0]) > 1.1 * statistics.fmean(old[0]),
    "intervals disjoint": lambda old, new: new[1][0] > old[1][1],
    "Criterion's own": lambda old, new: welch_is_slower(old[0], new[0]),
}


def simple(corpus, rule):
    row = {}
    for grade in GRADES:
        answers = [
            rule(corpus.sample(old, workload, "0"), corpus.sample(new, workload, grade))
            for old, new in corpus.pairs()
            for workload in corpus.workloads
        ]
        row[grade] = sum(answers), len(answers)
    return row


def history(corpus, verdict):
    row = {grade: collections.Counter() for grade in GRADES}
    for runs in corpus.kinds.values():
        for run, grade in itertools.product(runs, GRADES):
            # A benchmark is known by its directory, which is the same for every grade.
            others = [f"{other}-0" for other in runs if other != run]
            row[grade] += verdict.after(others, f"{run}-{grade}")
    return row


def measure(corpus, verdict):
    yield from ((name, simple(corpus, rule)) for name, rule in RULES.items())
    rows = {
        "verdict, one pair": lambda: {
            grade: verdict.counts([([f"{a}-0"], [f"{b}-{grade}"]) for a, b in corpus.pairs()])
            for grade in GRADES
        },
        "verdict, history": lambda: history(corpus, verdict),
        f"verdict, {ROUNDS} rounds": lambda: {
            grade: verdict.counts(
                [
                    ([f"{run}-0" for run in base], [f"{run}-{grade}" for run in change])
                    for base, change in corpus.rounds()
                ]
            )
            for grade in GRADES
        },
    }
    for name, row in rows.items():
        counts = row()
        for words, actions in ((name, ["block"]), ("… or warns", ["block", "warn"])):
            yield words, {
                grade: (sum(count[action] for action in actions), count.total())
                for grade, count in counts.items()
            }


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("--verdict", default=".build/release/verdict")
    options = parser.parse_args()
    missed = False
    with tempfile.TemporaryDirectory() as work:
        corpus = Corpus(options.corpus, pathlib.Path(work))
        verdict = Verdict(options.verdict, corpus)
        print("| rule | unchanged | +5 % | +10 % | +20 % | of | target |")
        print("| --- | ---: | ---: | ---: | ---: | ---: | --- |")
        for name, row in measure(corpus, verdict):
            cells = [f"{100 * count / total:.1f} %" for count, total in row.values()]
            most, least = TARGETS.get(name, (None, None))
            holds = (most is None or row["0"][0] <= most * row["0"][1]) and (
                least is None or row["20"][0] >= least * row["20"][1]
            )
            missed = missed or not holds
            words = [f"unchanged ≤ {100 * most:g} %" if most is not None else ""]
            words += [f"+20 % ≥ {100 * least:g} %" if least is not None else ""]
            words += ["" if holds else "missed"]
            target = ", ".join(word for word in words if word)
            print(f"| {name} | {' | '.join(cells)} | {row['0'][1]} | {target} |", flush=True)
    sys.exit(missed)


if __name__ == "__main__":
    main()
