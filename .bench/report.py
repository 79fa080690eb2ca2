"""What was measured, as tables."""

import os
import platform

from measure import median
from subjects import FULL, MB, TENTH
from table import significant, table


def machine():
    """What the numbers depend on besides the programs."""
    load = os.getloadavg()[0]
    return f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}, load {load:.1f}"


def reading_table(readings, results):
    """`verdict`, its floors and the peers side by side, for each report."""
    header = ["report", "program", "CPU s:", "× verdict:", "MB/s:", "peak MB:"]
    rows = []
    for reading in readings:
        own = [result for result in results if result.peer.file == reading.subject.file]
        for directory in (FULL, TENTH):
            rows += [
                *own_rows(reading, directory),
                *(peer_row(one, reading) for one in own if one.peer.directory == directory),
            ]
    return table(header, rows)


def own_rows(reading, directory):
    subject, usages = reading.subject, reading.verdict(directory)
    yield row(subject, directory, "verdict inspect", usages, usages)
    if directory == FULL:
        floor = f"floor: {subject.floor_title}"
        yield row(subject, directory, floor, reading.floor, usages)


def report_title(subject, directory):
    return f"{subject.title}, {significant(subject.size(directory) / MB)} MB"


def row(subject, directory, title, usages, verdict):
    cpu = median(usages, "cpu")
    return [
        report_title(subject, directory),
        title,
        f"{cpu:.2f}",
        significant(cpu / median(verdict, "cpu")),
        f"{subject.size(directory) / MB / cpu:.0f}",
        memory(usages),
    ]


def memory(usages):
    number, unseen = median(usages, "memory"), median(usages, "unseen")
    return f"{number / MB:.0f}" if number > unseen else f"< {unseen / MB:.0f}"


def peer_row(result, reading):
    peer, subject = result.peer, reading.subject
    title = " ".join(peer.title.format(result.version).split())
    if result.problem:
        return [report_title(subject, peer.directory), title, result.problem, "", "", ""]
    verdict = reading.verdict(peer.directory)
    return row(subject, peer.directory, title, result.usages, verdict)


def startup_table(usages):
    titles = {
        "version": "verdict --version",
        "example": "verdict check of the example pull request",
        "nothing": "true, for comparison",
    }
    rows = [[title, f"{median(usages[name], 'wall') * 1000:.1f}"] for name, title in titles.items()]
    return table(["start", "ms:"], rows)


def together_table(usages):
    rows = [
        [
            name if name == "all" else f"{name} alone",
            f"{median(some, 'wall'):.2f}",
            f"{median(some, 'cpu'):.2f}",
            memory(some),
        ]
        for name, some in usages.items()
    ]
    return table(["verdict check", "wall s:", "CPU s:", "peak MB:"], rows)


def target_table(targets):
    rows = [target.row() for target in targets]
    return table(["target", "limit", "measured", ""], rows)
