"""What is measured: four reports, the floor of each, and the limits that `verdict` is to keep."""

import dataclasses
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
VERDICT = ROOT / ".build/release/verdict"
WORK = ROOT / ".build/bench"
FULL = WORK / "inputs/full"
TENTH = WORK / "inputs/tenth"

MB = 1_000_000


@dataclasses.dataclass(frozen=True)
class Subject:
    """One report, and what else there is to know of its measurement."""

    title: str
    file: str
    floor: str  # the program below `floors`
    floor_title: str
    cpu_limit: float  # times the floor
    rule: dict  # of a policy, one that holds
    memory_words: str
    memory_base: int  # in bytes, as the next two
    memory_a_byte: int = 0
    memory_a_case: int = 0

    def size(self, directory=FULL):
        return (directory / self.file).stat().st_size

    def totals(self, directory=FULL):
        return json.loads((directory / "totals.json").read_text())[self.file]

    def inspect(self, directory=FULL):
        return [str(VERDICT), "inspect", "--output", "json", str(directory / self.file)]

    def floor_command(self):
        return [str(WORK / "floors" / self.floor), str(FULL / self.file)]

    def memory_limit(self):
        """In bytes."""
        cases = self.totals()["inspect"].get("tests", {}).get("total", 0)
        return self.memory_base + self.memory_a_byte * self.size() + self.memory_a_case * cases


SUBJECTS = (
    Subject(
        title="Cobertura",
        file="cobertura.xml",
        floor="sax",
        floor_title="libxml2 SAX, empty handler",
        cpu_limit=1.3,
        rule={"metric": "coverage.lines", "min": "1%"},
        memory_words="100 MB",
        memory_base=100 * MB,
    ),
    Subject(
        title="LCOV",
        file="lcov.info",
        floor="lines",
        floor_title="memchr, line by line",
        cpu_limit=5,
        rule={"metric": "coverage.lines", "min": "1%"},
        memory_words="100 MB",
        memory_base=100 * MB,
    ),
    Subject(
        title="SARIF",
        file="results.sarif",
        floor="sarif",
        floor_title="simdjson On-Demand, 4 keys",
        cpu_limit=2.5,
        rule={"metric": "findings", "max": 1_000_000},
        memory_words="64 MB + 2 × size",
        memory_base=64 * MB,
        memory_a_byte=2,
    ),
    Subject(
        title="JUnit",
        file="junit.xml",
        floor="sax",
        floor_title="libxml2 SAX, empty handler",
        cpu_limit=1.5,
        rule={"metric": "tests.total", "min": 1},
        memory_words="64 MB + 160 B a case",
        memory_base=64 * MB,
        memory_a_case=160,
    ),
)
LCOV_THROUGHPUT = 600 * MB  # bytes a second


def prepare():
    """Writes the inputs and builds the floors where they are missing or out of date."""
    for directory, factor in ((FULL, "1"), (TENTH, "0.1")):
        if is_older(directory / "totals.json", HERE / "generate.py"):
            print(f"writing {directory.relative_to(ROOT)}", file=sys.stderr)
            command = [sys.executable, str(HERE / "generate.py"), "--factor", factor]
            subprocess.run([*command, str(directory)], check=True)
    (WORK / "floors").mkdir(parents=True, exist_ok=True)
    build_floor("sax.c", ["cc", "-O2"], "libxml-2.0")
    build_floor("lines.c", ["cc", "-O2"], None)
    build_floor("sarif.cpp", ["c++", "-O2", "-std=c++17"], "simdjson")


def is_older(product, source):
    return not product.exists() or product.stat().st_mtime < source.stat().st_mtime


def build_floor(name, compiler, library):
    source = HERE / "floors" / name
    product = WORK / "floors" / source.stem
    if is_older(product, source):
        flags = pkg_config("--cflags", "--libs", library).split() if library else []
        subprocess.run([*compiler, str(source), "-o", str(product), *flags], check=True)


def pkg_config(*arguments):
    command = ["pkg-config", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
