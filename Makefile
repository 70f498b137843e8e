# Sets up .venv from requirements.lock and calls pytest; `make help` lists the targets.

# Another interpreter: PYTHON=python3.13 make test
PYTHON ?= python3
VENV = .venv
BIN = $(VENV)/bin
EXTRA = .venv-extra
FIGURES = build/reliability
FAULTS = $(addprefix tests/session/, test_faults.py test_exit_codes.py test_isolation.py test_lost_claims.py test_old_ledger.py test_orphans.py \
    test_resume.py test_roundabout_reads.py test_sources.py test_stale.py test_standard_streams.py)
BAD_INPUT = $(addprefix tests/, authoring/test_definition.py authoring/test_facts.py proposition/test_prose.py session/test_plugin_input.py \
    authoring/test_drafting.py authoring/test_matching.py authoring/test_passages.py authoring/test_revision.py session/test_revisions.py \
    authoring/test_outline.py records/test_ledger.py records/test_hostile_ledgers.py session/test_kept_findings.py)
QUICK = tests/authoring tests/judge tests/proposition tests/records tests/session/test_sources.py
REPORT = build/probatum/report.html
# Three tests at a time: one worker begins with what mostly waits for processes of its own, two compute; who has none left takes over from the others.
# No more: each worker imports the engine and collects all tests first.
SIDE_BY_SIDE = --numprocesses 3 --dist worksteal
# Four at a time of those that wait for a browser.
BESIDE_BROWSERS = --numprocesses 4 --dist worksteal
# Of those that compute, two at a time.
IN_PAIRS = --numprocesses 2 --dist worksteal
# make publish REPOSITORY=https://github.com/owner/name: readers can question a verdict there.
REPOSITORY ?=
# make publish ADDRESS=https://owner.github.io/name/: where the folder will stand.
ADDRESS ?=
# make publish SOURCE=text.md: a copy of the text, whose licence lets you publish it in place of its outline.
SOURCE ?=

# The stamps carry the interpreter's name: with another PYTHON the environment is made anew.
LOCKED = $(VENV)/.locked-$(subst /,-,$(PYTHON))
READY = $(VENV)/.ready-$(subst /,-,$(PYTHON))
EXTRA_READY = $(EXTRA)/.ready-$(subst /,-,$(PYTHON))
BROWSER_READY = tests/browser/node_modules/.ready

# A long run; COUNT=1000 make fuzz for a short one. SAMPLE counts the mutants of the deciders.
COUNT ?= 100000
SEED ?= 0
SAMPLE ?= 150
# Of a corpus, 50 claims each: make scaling DOCUMENTS=1000 takes hours.
DOCUMENTS ?= 12

.PHONY: verify publish test test-quick test-browser lint setup fuzz mutation test-peers faults bad-input reliability bench scaling elementary lock clean help

verify: $(READY) ## Verify all claims and write the report (plain `make` does this)
	$(BIN)/pytest claims --claims-decide=all
	@test -f $(REPORT) || { echo "The run wrote no $(REPORT)." >&2; exit 1; }
	@echo "The report is $(REPORT)"

publish: verify ## Verify all claims, then write build/site for a static host
	$(BIN)/probatum publish --repository "$(REPOSITORY)" --address "$(ADDRESS)" $(if $(SOURCE),--source "$(SOURCE)" --licence-allows)

test: lint ## Check style and types, then verify the claims and test the code
	$(BIN)/pytest claims tests/claims/test_claims.py --claims-decide=all
	$(BIN)/pytest tests --ignore=tests/claims/test_claims.py $(SIDE_BY_SIDE)

test-quick: $(READY) ## Test what takes a minute: what authors write, verdicts, and what runs leave behind for the next
	$(BIN)/pytest $(QUICK) $(IN_PAIRS)

lint: $(READY) ## Check style and types: ruff, mypy --strict
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy --strict --num-workers 2

test-browser: $(READY) $(BROWSER_READY) ## Install a browser where root may, then test the pages in it
	@test -f $(REPORT) || $(BIN)/pytest claims
	PROBATUM_BROWSER_REQUIRED=1 $(BIN)/pytest tests/browser $(BESIDE_BROWSERS)

$(BROWSER_READY): tests/browser/package-lock.json tests/browser/install
	tests/browser/install
	@touch $@

setup: $(READY) ## Set up .venv, and nothing else

# Another lock: a new environment, with nothing left of the old one.
$(LOCKED): requirements.lock
	@$(PYTHON) -c 'import sys; v = sys.version_info; v < (3, 11) and sys.exit("$(PYTHON) is Python %d.%d; wanted 3.11 or newer: PYTHON=python3.13 make" % v[:2])'
	@echo "Setting up $(VENV) with $(PYTHON): the packages in requirements.lock"
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/pip install --quiet --no-compile --require-hashes -r requirements.lock
	@$(BIN)/python -m compileall -qq -j 0 -x '/tests/' $(VENV)/lib || true # pip would do so on one processor, and tests of packages run nowhere
	@touch $@

$(READY): $(LOCKED) pyproject.toml
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	@$(BIN)/pip check
	@touch $@

fuzz: $(READY) ## Decide COUNT propositions whose truth is known; fails where one answer is wrong
	@mkdir -p $(FIGURES)
	$(BIN)/python -m tests.soundness.fuzz --count $(COUNT) --seed $(SEED) > $(FIGURES)/fuzz.part
	@mv $(FIGURES)/fuzz.part $(FIGURES)/fuzz.md
	@cat $(FIGURES)/fuzz.md

mutation: $(READY) $(EXTRA_READY) ## Change the engine in one place at a time; fails where no test notices and nobody explained why
	@mkdir -p $(FIGURES)
	OPENBLAS_NUM_THREADS=1 $(EXTRA)/bin/python -m tests.soundness.mutation --sample $(SAMPLE) --seed $(SEED) --output $(FIGURES)/mutation.json

test-peers: $(EXTRA_READY) ## Test that other plugins of pytest, and a Dask cluster, change no finding
	@$(EXTRA)/bin/python -c 'import allure_pytest, distributed, pytest_benchmark, pytest_cov, pytest_html, pytest_randomly, pytest_rerunfailures, pytest_timeout'
	$(EXTRA)/bin/pytest tests/session/test_peers.py tests/session/test_dask_cluster.py tests/corpus/test_cluster.py

faults: $(READY) ## Inject faults into claims and runs
	$(BIN)/pytest $(FAULTS) --junitxml=$(FIGURES)/faults.xml

bad-input: $(READY) ## Hand in malformed claims and words, revised texts, and hostile data
	$(BIN)/pytest $(BAD_INPUT) --junitxml=$(FIGURES)/bad-input.xml

bench: $(READY) $(EXTRA_READY) $(BROWSER_READY) ## Time runs and pages against floors and peers, and write build/benchmarks.md
	@mkdir -p build
	$(BIN)/python benchmarks/ratios.py --rounds 3 > build/benchmarks.part
	$(BIN)/pytest claims
	@echo >> build/benchmarks.part
	$(EXTRA)/bin/python benchmarks/page.py >> build/benchmarks.part
	@echo >> build/benchmarks.part
	$(EXTRA)/bin/python -m benchmarks.trivial >> build/benchmarks.part
	@mv build/benchmarks.part build/benchmarks.md
	@cat build/benchmarks.md

scaling: $(EXTRA_READY) ## Verify a corpus by one worker and by two, here and on Dask, and write build/scaling.md
	@mkdir -p build
	$(EXTRA)/bin/python -m benchmarks.scaling --documents $(DOCUMENTS) > build/scaling.part
	@mv build/scaling.part build/scaling.md
	@cat build/scaling.md

elementary: $(READY) ## Decide the elementary statements of benchmarks/ and their false twins, beside SymPy, z3 and Hypothesis alone
	$(BIN)/python -m benchmarks.decided --list

reliability: fuzz mutation faults bad-input ## Measure all of that anew, and write docs/reliability.md
	$(BIN)/python -m tests.soundness.reliability --fuzz $(FIGURES)/fuzz.md --mutation $(FIGURES)/mutation.json \
	    --mutation-on-disk $(FIGURES)/mutation.json --faults $(FIGURES)/faults.xml --bad-input $(FIGURES)/bad-input.xml

# The lock is whole; pip, asked to resolve coverage[toml] beside coverage, would look for a newer one.
$(EXTRA_READY): requirements-extra.lock pyproject.toml
	$(PYTHON) -m venv --clear $(EXTRA)
	$(EXTRA)/bin/pip install --quiet --require-hashes --no-deps -r requirements-extra.lock
	$(EXTRA)/bin/pip install --quiet --no-deps --no-build-isolation -e .
	@$(EXTRA)/bin/pip check
	@touch $@

lock: ## Write requirements.lock after a change of dependencies; UPGRADE=--upgrade takes the newest versions
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/pip install --quiet --upgrade uv
	$(VENV)-lock/bin/uv pip compile $(UPGRADE) --quiet --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
	    --custom-compile-command "make lock" --group build --group dev --extra certificates --extra experiments --output-file requirements.lock pyproject.toml
	$(VENV)-lock/bin/uv pip compile $(UPGRADE) --quiet --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
	    --custom-compile-command "make lock" --group build --group dev --group mutation --group peers --extra certificates --extra experiments \
	    --constraint requirements.lock --output-file requirements-extra.lock pyproject.toml

clean: ## Remove the environment, what the runs wrote, and caches
	rm -rf $(VENV) $(VENV)-lock $(EXTRA) tests/browser/node_modules build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
