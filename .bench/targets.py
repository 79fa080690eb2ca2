"""The limits that were set before anything was measured, and what was measured."""

import dataclasses
import statistics

from measure import median, median_ratio
from subjects import LCOV_THROUGHPUT, MB
from table import significant

LINEARITY = 11  # times a tenth
TOGETHER = 0.65  # of one after the other
VERSION = 0.010  # seconds, as the next one
EXAMPLE = 0.030
ENTRY_SIZE = 4 * MB
LOADING = 0.100


@dataclasses.dataclass(frozen=True)
class Target:
    """One limit."""

    what: str
    limit: str
    measured: str
    is_met: bool

    def row(self):
        return self.what, self.limit, self.measured, "met" if self.is_met else "missed"


def at_most(what, value, limit, form, words=None):
    """A target that `value` is not above `limit`; `form` makes text of both."""
    return Target(what, f"≤ {words or form(limit)}", form(value), value <= limit)


def times_floor(number):
    return f"{number:.2f} × floor"


def times_tenth(number):
    return f"{number:.1f} × a tenth"


def megabytes(number):
    return f"{number / MB:.0f} MB"


def milliseconds(number):
    return f"{significant(number * 1000)} ms"


def targets_of_reading(reading):
    subject = reading.subject
    title = subject.title
    ratio = median_ratio(reading.full, reading.floor, "cpu")
    yield at_most(f"{title}, CPU time", ratio, subject.cpu_limit, times_floor)
    if title == "LCOV":
        speed = subject.size() / median(reading.full, "cpu")
        met = speed >= LCOV_THROUGHPUT
        limit = megabytes(LCOV_THROUGHPUT)
        yield Target(f"{title}, speed", f"≥ {limit}/s", f"{megabytes(speed)}/s", met)
    memory = median(reading.full, "memory")
    yield at_most(
        f"{title}, peak memory", memory, subject.memory_limit(), megabytes, subject.memory_words
    )
    growth = median_ratio(reading.full, reading.tenth, "cpu")
    yield at_most(f"{title}, growth", growth, LINEARITY, times_tenth)


def target_of_together(usages):
    alone = [some for name, some in usages.items() if name != "all"]
    sums = [sum(usage.wall for usage in turn) for turn in zip(*alone)]
    shares = [usage.wall / total for usage, total in zip(usages["all"], sums)]
    share = statistics.median(shares)
    return at_most("four reports in one check", share, TOGETHER, "{:.2f} × one by one".format)


def targets_of_startup(usages):
    version = median(usages["version"], "wall")
    yield at_most("verdict --version", version, VERSION, milliseconds)
    example = median(usages["example"], "wall")
    yield at_most("verdict check of the example", example, EXAMPLE, milliseconds)


def targets_of_baseline(size, usages):
    yield at_most("baseline of 20,000 files", size / MB, ENTRY_SIZE / MB, "{:.1f} MB".format)
    cpu = median(usages, "cpu")
    yield at_most("loading and showing it, CPU time", cpu, LOADING, milliseconds)


def all_targets(readings, together, startup, baseline):
    yield from (target for reading in readings for target in targets_of_reading(reading))
    yield target_of_together(together)
    yield from targets_of_startup(startup)
    yield from targets_of_baseline(*baseline)
