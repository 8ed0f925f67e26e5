# Two commands matter: `make serve` and `make test`. The rest is for those who come back.
#
# Everything is installed in .venv from the committed lock files, hashes checked; a stamp in .venv
# remembers it, so that nothing is installed twice.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?= 8000

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
# The lock names every package: without --no-deps pip refuses one that a package asks for with extras.
INSTALL := $(PIP) install --require-hashes --no-deps --no-compile
EDITABLE := $(PIP) install --no-deps --no-build-isolation --no-index --quiet --editable .
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --custom-compile-command "make lock"

# What Python compiles is kept: tests start many processes that read it again.
export PYTHONDONTWRITEBYTECODE =

.PHONY: help serve build wheel test bench docs pictures lock words chromium servers clean

help:
	@echo "make serve   installe, construit le site et le montre sur http://localhost:$(PORT)/"
	@echo "make build   construit le site dans output/"
	@echo "make wheel   emballe le programme en un fichier, pour commencer un annuaire ailleurs"
	@echo "make test    installe ce qu'il faut et lance tous les tests"
	@echo "make bench   mesure la construction de 1 000, 5 000 et 20 000 lieux"
	@echo "make docs    met à jour ce que le code écrit : docs, schémas, formulaires"
	@echo "make pictures  refait les images des documents (docs/pictures)"
	@echo "make lock    met à jour les fichiers requirements*.lock"
	@echo "make words   met à jour les catalogues de mots des langues (theme/i18n)"
	@echo "make clean   efface le site construit et les caches (pas .venv)"

serve: $(VENV)/.installed
	$(BIN)/annuaire serve --port $(PORT)

build: $(VENV)/.installed
	$(BIN)/annuaire build

wheel: $(VENV)/.installed
	$(BIN)/python -m plugins.start.wheel

# Types are checked beside the tests, which wait for a browser or a disk now and then; what is wrong
# with them is said at the end.
test: $(VENV)/.installed-dev chromium servers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	@said=$$(mktemp) && { $(BIN)/mypy >$$said 2>&1 & } && \
	{ $(BIN)/pytest -n 3; tests=$$?; wait $$! || tests=1; cat $$said; rm $$said; exit $$tests; }

bench: $(VENV)/.installed requirements-bench.lock
	$(INSTALL) --quiet -r requirements-bench.lock
	$(BIN)/python -m benchmarks.build

pictures: $(VENV)/.installed-dev chromium
	$(BIN)/python -m tests.support.pictures

docs: $(VENV)/.installed
	$(BIN)/python -m plugins.records.writing.schema
	$(BIN)/python -m plugins.press.documents
	$(BIN)/python -m plugins.proposals.forms.forge_templates

lock: $(VENV)/.installed
	$(PIP) install --quiet "uv~=0.13"
	$(LOCK) pyproject.toml --group install -o requirements.lock
	$(LOCK) pyproject.toml --group install --group dev -c requirements.lock -o requirements-dev.lock
	$(LOCK) --group bench -c requirements-dev.lock -o requirements-bench.lock

words: $(VENV)/.installed
	$(BIN)/python -m plugins.i18n.catalogues

clean:
	rm -rf output output.* .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(BIN)/python:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Il faut Python 3.11 ou plus récent : make PYTHON=/chemin/de/python3.11 serve"; exit 1; }
	"$(PYTHON)" -m venv $(VENV)

$(VENV)/.installed: requirements.lock pyproject.toml | $(BIN)/python
	$(INSTALL) -r requirements.lock
	$(EDITABLE)
	@touch $@

# The lock of the tests holds that of the site too: one installation instead of two.
$(VENV)/.installed-dev: requirements-dev.lock requirements.lock pyproject.toml | $(BIN)/python
	$(INSTALL) -r requirements-dev.lock
	$(EDITABLE)
	@touch $(VENV)/.installed $@

# Some tests ask real web servers; where those cannot be installed they are skipped.
servers:
	@found() { PATH="$$PATH:/usr/sbin" command -v "$$1" >/dev/null; }; \
	if found nginx && found apache2; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		{ apt-get update && apt-get install -y --no-install-recommends nginx-light apache2; } >/dev/null || :; \
	fi

# The browser tests drive the system's own Chromium (or the one that CHROMIUM names).
chromium:
	@if [ -n "$$CHROMIUM" ] || \
		command -v chromium-headless-shell chromium chromium-browser google-chrome >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update && { apt-get install -y --no-install-recommends chromium-headless-shell || \
			apt-get install -y --no-install-recommends chromium; }; \
	else \
		echo "Les tests ont besoin de Chromium : « sudo apt install chromium », ou CHROMIUM=/chemin make test"; \
		exit 1; \
	fi
