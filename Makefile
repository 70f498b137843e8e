# Sets up .venv from requirements.lock and calls pytest; `make help` lists the targets.

# Another interpreter: PYTHON=python3.13 make test
PYTHON ?= python3
VENV = .venv
BIN = $(VENV)/bin
REPORT = build/probatum/report.html

# The stamps carry the interpreter's name: with another PYTHON the environment is made anew.
LOCKED = $(VENV)/.locked-$(subst /,-,$(PYTHON))
READY = $(VENV)/.ready-$(subst /,-,$(PYTHON))

.PHONY: verify test lint setup lock clean help

verify: $(READY) ## Verify all claims and write the report (plain `make` does this)
	$(BIN)/pytest claims
	@test -f $(REPORT) || { echo "The run wrote no $(REPORT)." >&2; exit 1; }
	@echo "The report is $(REPORT)"

test: lint ## Check style and types, then test the code and verify the claims
	$(BIN)/pytest

lint: $(READY) ## Check style and types: ruff, mypy --strict
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy --strict

setup: $(READY) ## Set up .venv, and nothing else

# Another lock: a new environment, with nothing left of the old one.
$(LOCKED): requirements.lock
	@$(PYTHON) -c 'import sys; v = sys.version_info; v < (3, 11) and sys.exit("$(PYTHON) is Python %d.%d; wanted 3.11 or newer: PYTHON=python3.13 make" % v[:2])'
	@echo "Setting up $(VENV) with $(PYTHON): the packages in requirements.lock"
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	@touch $@

$(READY): $(LOCKED) pyproject.toml
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	@$(BIN)/pip check
	@touch $@

lock: ## Write requirements.lock after a change of dependencies; UPGRADE=--upgrade takes the newest versions
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/pip install --quiet --upgrade uv
	$(VENV)-lock/bin/uv pip compile $(UPGRADE) --quiet --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
	    --custom-compile-command "make lock" --group build --group dev --extra experiments --output-file requirements.lock pyproject.toml

clean: ## Remove the environment, what the runs wrote, and caches
	rm -rf $(VENV) $(VENV)-lock build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
