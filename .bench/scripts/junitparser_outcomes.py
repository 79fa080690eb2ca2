"""Counts the cases of a JUnit report with junitparser."""

import sys

import junitparser

total = failed = errored = skipped = 0
for suite in junitparser.JUnitXml.fromfile(sys.argv[1]):
    for case in suite:
        total += 1
        failed += case.is_failure
        errored += case.is_error
        skipped += case.is_skipped
print(f"{total} {failed} {errored} {skipped}")
