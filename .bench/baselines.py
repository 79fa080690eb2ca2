"""How large the entry of a large repository is, and how long it takes to load."""

import json
import random
import sys

from measure import measure_in_turn
from subjects import ROOT, VERDICT, WORK, is_older

FILES = 20_000
LINES = 600  # in each file: half of them coverable, half of those ran, as it happens
DIRECTORY = WORK / "baseline"
TRACEFILE = DIRECTORY / "random.info"
ENTRY = DIRECTORY / ".verdict/baseline.json"
POLICY = {
    "version": 1,
    "reports": {"coverage": {"files": TRACEFILE.name}},
    "gates": {"bench": {"rules": [{"metric": "coverage.lines", "min": "1%"}]}},
}
# The report is of no repository; git is not to be part of the measurement.
ENVIRONMENT = {"GIT_CEILING_DIRECTORIES": str(WORK)}


def write_tracefile():
    """Lines without any pattern: what is left to save is hardly more than a bit each."""
    print(f"writing {TRACEFILE.relative_to(ROOT)}", file=sys.stderr)
    generator = random.Random(1)
    with TRACEFILE.open("w") as file:
        for index in range(FILES):
            coverable, ran = generator.getrandbits(LINES), generator.getrandbits(LINES)
            file.write(f"SF:src/module{index // 100}/package{index // 10}/file{index}.py\n")
            for line in range(LINES):
                if coverable >> line & 1:
                    file.write(f"DA:{line + 1},{ran >> line & 1}\n")
            file.write("end_of_record\n")


def measure_baseline(rounds):
    """The entry's size in bytes, and the usages of showing what is in it."""
    DIRECTORY.mkdir(parents=True, exist_ok=True)
    if is_older(TRACEFILE, ROOT / ".bench/baselines.py"):
        write_tracefile()
    (DIRECTORY / "policy.json").write_text(json.dumps(POLICY) + "\n")
    ENTRY.unlink(missing_ok=True)
    options = {"cwd": DIRECTORY, "environment": ENVIRONMENT}
    measure_in_turn({"save": [str(VERDICT), "baseline", "save"]}, 1, **options)
    usages = measure_in_turn({"show": [str(VERDICT), "baseline", "show"]}, rounds, **options)
    return ENTRY.stat().st_size if ENTRY.exists() else 0, usages["show"]


def faults(baseline):
    """An entry that does not have every file was not saved or not loaded."""
    for usage in baseline[1]:
        if usage.status != 0 or f"{FILES} files" not in usage.output:
            yield f"verdict baseline show: exit status {usage.status}\n{usage.output}"
