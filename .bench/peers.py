"""Other programs that read the same reports, as people put them into their jobs."""

import dataclasses
import json
import shutil
import signal
import subprocess
import sys
import venv

from measure import measure
from subjects import FULL, HERE, TENTH, WORK

SCRIPTS = HERE / "scripts"
PROGRAMS = WORK / "venv/bin"
LIMIT = 60  # seconds


@dataclasses.dataclass(frozen=True)
class Peer:
    """A program of others, and what it must print if it counts what `verdict` counts."""

    title: str  # {} is the version
    file: str
    package: str  # on PyPI if it is in peers.txt, of the system otherwise
    command: tuple  # the file follows as last argument
    directory: object = TENTH
    says: object = None  # from the record of `verdict inspect` to a part of the output


def covered_of_total(record):
    return "{covered} of {total}".format(**record["coverage"]["lines"])


def total_and_missing(record):
    strict = record["coverage"]["strict"]
    return f"TOTAL {strict['total']} {strict['total'] - strict['covered']}"


def outcomes(record):
    return "{total} {failed} {errored} {skipped}".format(**record["tests"])


def errors(record):
    return f'"error": {record["findings"]["error"]}'


def errors_unquoted(record):
    return f"error: {record['findings']['error']}"


def script(name):
    return (str(PROGRAMS / "python"), str(SCRIPTS / name))


def program(name, *arguments):
    return (str(PROGRAMS / name), *arguments)


JQ_LEVELS = "[.runs[].results[].level] | group_by(.) | map({(.[0]): length}) | add"

PEERS = (
    Peer(
        title="lxml {} iterparse",
        file="cobertura.xml",
        package="lxml",
        command=script("lxml_cobertura.py"),
        directory=FULL,
        says=covered_of_total,
    ),
    Peer(
        title="pycobertura {} show",
        file="cobertura.xml",
        package="pycobertura",
        command=program("pycobertura", "show"),
        says=total_and_missing,
    ),
    Peer(
        title="diff-cover {}, one file changed",
        file="cobertura.xml",
        package="diff-cover",
        command=program("diff-cover", "--diff-file", str(SCRIPTS / "change.diff")),
    ),
    Peer(
        title="lcov {} --summary, with branches",
        file="lcov.info",
        package="lcov",
        command=("lcov", "--rc", "lcov_branch_coverage=1", "--summary"),
        says=covered_of_total,
    ),
    Peer(
        title="ijson {}, levels only",
        file="results.sarif",
        package="ijson",
        command=script("ijson_levels.py"),
        directory=FULL,
        says=errors,
    ),
    Peer(
        title="jq {}, levels only",
        file="results.sarif",
        package="jq",
        command=("jq", JQ_LEVELS),
        directory=FULL,
        says=errors,
    ),
    Peer(
        title="sarif-tools {} summary",
        file="results.sarif",
        package="sarif-tools",
        command=program("sarif", "summary"),
        says=errors_unquoted,
    ),
    Peer(
        title="junitparser {}",
        file="junit.xml",
        package="junitparser",
        command=script("junitparser_outcomes.py"),
        directory=FULL,
        says=outcomes,
    ),
    Peer(
        title="junit2html {}",
        file="junit.xml",
        package="junit2html",
        command=program("junit2html"),
    ),
)


def requirements():
    """The packages of PyPI with their versions."""
    lines = (HERE / "peers.txt").read_text().split()
    return dict(line.split("==") for line in lines)


def install():
    """Installs what PyPI has; returns the packages that are there, with their versions."""
    there = {}
    for package, version in requirements().items():
        if install_one(f"{package}=={version}"):
            there[package] = version
    for package in ("jq", "lcov"):
        if shutil.which(package):
            words = measure([package, "--version"]).output.split()
            there[package] = words[-1].replace("jq-", "") if words else "?"
    return there


def install_one(requirement):
    """Whether the package is there in the end; asks PyPI only once."""
    mark = WORK / "installed" / requirement
    if mark.exists():
        return True
    print(f"installing {requirement}", file=sys.stderr)
    try:
        if not PROGRAMS.exists():
            venv.create(WORK / "venv", with_pip=True)
        pip = [str(PROGRAMS / "pip"), "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, requirement], check=True, timeout=120)
    except (OSError, subprocess.SubprocessError):
        return False
    mark.parent.mkdir(exist_ok=True)
    mark.touch()
    return True


@dataclasses.dataclass(frozen=True)
class Result:
    """What a peer took, or why nothing can be said."""

    peer: Peer
    version: str = ""
    usages: tuple = ()
    problem: str = ""


def run_peers(rounds):
    """All peers, one after the other."""
    there = install()
    return [run_peer(peer, there.get(peer.package), rounds) for peer in PEERS]


def run_peer(peer, version, rounds):
    if not version:
        return Result(peer, problem="skipped: cannot be installed")
    print(f"running {peer.package}", file=sys.stderr)
    command = [*peer.command, str(peer.directory / peer.file)]
    usages = []
    for _ in range(rounds):
        usages.append(measure(command, limit=LIMIT))
        if usages[-1].status == -signal.SIGKILL:
            return Result(peer, version, problem=f"> {LIMIT} s")
    if usages[0].status != 0:
        return Result(peer, version, problem=f"exit status {usages[0].status}")
    if not agrees(peer, usages[0].output):
        return Result(peer, version, problem="counts differently")
    return Result(peer, version, tuple(usages))


def agrees(peer, output):
    """Whether the peer says what the generator counted, where it says anything of it."""
    if not peer.says:
        return True
    totals = json.loads((peer.directory / "totals.json").read_text())
    return peer.says(totals[peer.file]["inspect"]) in " ".join(output.split())
