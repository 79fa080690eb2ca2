"""How long `verdict` takes when there is little to read."""

from measure import measure_in_turn
from subjects import ROOT, VERDICT

EXAMPLE = ROOT / "Fixtures/Examples/pull-request"
RUNS = 100

COMMANDS = {
    "version": [str(VERDICT), "--version"],
    "example": [str(VERDICT), "check", "--stage", "merge", "--diff", "change.diff"],
    "nothing": ["true"],  # what starting any process takes, as it is measured here
}


def measure_startup():
    """Usages by the names of `COMMANDS`."""
    return measure_in_turn(COMMANDS, RUNS, cwd=EXAMPLE)


def faults(usages):
    """The example blocks, and the rest succeeds."""
    for name, expected in (("version", 0), ("example", 1)):
        if any(usage.status != expected for usage in usages[name]):
            yield f"the {name} does not exit with {expected}"
