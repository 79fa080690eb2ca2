"""Runs programs and says what they took."""

import dataclasses
import os
import resource
import statistics
import subprocess
import sys
import threading
import time

MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes; getrusage(2) of each system


@dataclasses.dataclass(frozen=True)
class Usage:
    """What one run of a program took and left."""

    cpu: float  # user and system, in seconds
    wall: float  # in seconds, the start of the process included
    memory: int  # the most at once, in bytes
    unseen: int  # in bytes: a process starts with what its parent has, and less cannot be seen
    status: int  # the exit status, negative if a signal ended it
    output: str  # what it wrote to its standard output


def measure(command, limit=None, cwd=None, environment=None):
    """Runs `command` once, for at most `limit` seconds."""
    unseen = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * MAXRSS_UNIT
    begin = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=cwd,
        env={**os.environ, **(environment or {})},
    )
    timer = threading.Timer(limit, process.kill) if limit else None
    if timer:
        timer.start()
    output = process.stdout.read()
    process.stdout.close()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    if timer:
        timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    return Usage(
        cpu=usage.ru_utime + usage.ru_stime,
        wall=wall,
        memory=usage.ru_maxrss * MAXRSS_UNIT,
        unseen=unseen,
        status=process.returncode,
        output=output.decode("utf-8", "replace"),
    )


def measure_in_turn(commands, rounds, **options):
    """Runs each of the named `commands` once a round, every second round backwards.

    What disturbs the machine then disturbs all of them. Returns one list of usages for each name.
    """
    usages = {name: [] for name in commands}
    for command in commands.values():
        measure(command, **options)  # so that the files are in the page cache
    for index in range(rounds):
        names = list(commands)
        for name in reversed(names) if index % 2 else names:
            usages[name].append(measure(commands[name], **options))
    return usages


def median(usages, name):
    """The median of one field, such as "cpu"."""
    return statistics.median(getattr(usage, name) for usage in usages)


def median_ratio(these, those, name):
    """The median of the ratios of a field, round by round."""
    return statistics.median(getattr(a, name) / getattr(b, name) for a, b in zip(these, those))
