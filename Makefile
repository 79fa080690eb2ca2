# Two commands do everything on a fresh machine with Swift: `make run` and `make test`.

SWIFT ?= swift
PREFIX ?= /usr/local
FUZZ_SECONDS ?= 600
# The Swift runtime is part of the release binary, so that it runs where no Swift is installed.
# Nothing looks up names in it: without a table of them it starts a twentieth faster.
LINK_Linux = -Xlinker --no-export-dynamic
RELEASE = $(SWIFT) build --configuration release --static-swift-stdlib --product verdict \
  $(LINK_$(shell uname -s))
BINARY = .build/release/verdict
# Of several --sanitize the compiler follows the last, so a second sanitizer comes past the package
# manager.
ADDRESSES = -Xswiftc -sanitize=fuzzer,address -Xcxx -fsanitize=address
EXAMPLE = Fixtures/Examples/pull-request
# When the example was judged: its waiver ends in January 2026.
EXAMPLE_TIME = 2026-01-02T03:04:05Z

.PHONY: help run test lint format bench bench-findings bench-graded fuzz build install clean dependencies

help: ## show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: build ## judge the bundled example pull request
	@cd $(EXAMPLE) && status=0; \
	  $(CURDIR)/$(BINARY) check --stage merge --diff change.diff --now $(EXAMPLE_TIME) || status=$$?; \
	  echo; echo "A CI job would see exit status $$status."; \
	  [ $$status -eq 1 ]

test: dependencies ## run all tests; leaves reports/tests.xml and reports/lcov.info
	@rm -rf reports && mkdir -p reports
	$(SWIFT) build --build-tests --enable-code-coverage --explicit-target-dependency-import-check error
	$(SWIFT) test --skip-build --enable-code-coverage --disable-xctest --xunit-output reports/tests.xml
	@.ci/export-coverage reports/lcov.info

lint: ## check the format of all sources, warnings are errors
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests

format: ## format all sources in place
	$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests

bench: build ## measure how fast reports are read, beside other programs; takes minutes
	@.bench/run

bench-findings: build ## measure how well findings are known again after edits; takes minutes
	@.bench/findings/run

bench-graded: build ## measure how often rules on benchmarks cry wolf, on the runs in GRADED=FOLDER
	@.bench/graded.py $(GRADED)

fuzz: dependencies ## look for input that crashes a reader, FUZZ_SECONDS=600 for each
	VERDICT_FUZZ=1 $(SWIFT) build --configuration release --scratch-path .build/fuzz \
	  --product VerdictFuzz --sanitize fuzzer $(ADDRESSES)
	@.ci/fuzz $(FUZZ_SECONDS)

build: dependencies ## build the release binary, .build/release/verdict
	$(RELEASE)

install: build ## install the release binary into PREFIX/bin
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/verdict

clean: ## remove everything that was built
	rm -rf .build reports

dependencies:
	@.ci/install-dependencies libxml-2.0 simdjson zlib yaml-0.1
