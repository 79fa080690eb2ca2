"""Whether one `verdict check` reads several reports at a time."""

import json

from measure import measure_in_turn
from subjects import SUBJECTS, VERDICT, WORK


def policy(subjects):
    """A policy that expects the reports of `subjects` and asks one thing of each, which holds."""
    reports = {subject.title: {"files": f"inputs/full/{subject.file}"} for subject in subjects}
    rules = [{**subject.rule, "from": subject.title} for subject in subjects]
    return {"version": 1, "reports": reports, "gates": {"bench": {"rules": rules}}}


def check_command(name, subjects):
    path = WORK / f"{name}.policy.json"
    path.write_text(json.dumps(policy(subjects), indent=2) + "\n")
    return [str(VERDICT), "check", "--policy", str(path)]


def measure_together(rounds):
    """Checks all reports at once, and each alone: usages by "all" and the titles of subjects."""
    commands = {"all": check_command("all", SUBJECTS)}
    for subject in SUBJECTS:
        commands[subject.title] = check_command(subject.title.lower(), [subject])
    # The reports are of no repository; git is not to be part of the measurement.
    return measure_in_turn(commands, rounds, environment={"GIT_CEILING_DIRECTORIES": str(WORK.parent)})


def faults(usages):
    """A check that does not pass did not read what it should."""
    for name, some in usages.items():
        for usage in some:
            if usage.status != 0:
                yield f"verdict check of {name}: exit status {usage.status}\n{usage.output}"
