"""How long `verdict inspect` takes for each report, and whether it counts rightly."""

import dataclasses
import json

from measure import measure_in_turn
from subjects import FULL, TENTH


@dataclasses.dataclass(frozen=True)
class Reading:
    """The usages of some rounds, in their order."""

    subject: object
    full: list
    tenth: list
    floor: list
    faults: list  # sentences about totals that are wrong

    def verdict(self, directory):
        return self.full if directory == FULL else self.tenth


def read(subject, rounds):
    """Reads the full file, its tenth and the floor in turn."""
    commands = {
        "full": subject.inspect(),
        "tenth": subject.inspect(TENTH),
        "floor": subject.floor_command(),
    }
    usages = measure_in_turn(commands, rounds)
    faults = [
        *inspect_faults(subject, FULL, usages["full"]),
        *inspect_faults(subject, TENTH, usages["tenth"]),
        *floor_faults(subject, usages["floor"]),
    ]
    return Reading(subject=subject, faults=faults, **usages)


def inspect_faults(subject, directory, usages):
    """What `verdict inspect` says, where it is not word for word what the generator counted."""
    file = str(directory / subject.file)
    expected = [{"file": file, **subject.totals(directory)["inspect"]}]
    for usage in usages:
        found = json.loads(usage.output) if usage.output else None
        if usage.status != 0 or found != expected:
            yield f"{file}: exit status {usage.status}, {found} instead of {expected}"


def floor_faults(subject, usages):
    """A floor that does not read everything is no floor."""
    expected = str(subject.totals()["floor"])
    for usage in usages:
        found = usage.output.strip()
        if usage.status != 0 or found != expected:
            yield f"the floor of {subject.title}: {found} instead of {expected}"
