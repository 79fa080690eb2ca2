"""Counts the findings of a SARIF log by level with ijson."""

import collections
import sys

import ijson

with open(sys.argv[1], "rb") as file:
    results = ijson.items(file, "runs.item.results.item")
    levels = collections.Counter(result["level"] for result in results)
print(f'"error": {levels["error"]}')
