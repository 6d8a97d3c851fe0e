# Foot Routine: everything a person types here. Each command sets up what it needs by itself.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
COMPILE := $(PY) -m uv pip compile --quiet $(ARGS) --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --custom-compile-command 'make lock' pyproject.toml
COUNTED_IN_FULL := footroutine/domain/*,footroutine/figure/*,footroutine/player/*

.PHONY: help setup setup-test setup-packages run test check lint lock translations bench soak wheel bundle deb check-packages fuzz clean

help:
	@echo 'make run    start the program (make run ARGS="list" passes words on to it)'
	@echo 'make test   every check and every test'
	@echo 'make check  the checks alone: style, types, layers'
	@echo 'make lint   style alone'
	@echo 'make bench  how fast the parts are'
	@echo 'make soak   eight hours of sessions, sped up: does anything grow? (make soak ARGS="--real-hours 2" for the night)'
	@echo 'make wheel  the wheel and the sdist, in dist/'
	@echo 'make bundle the program frozen into one folder, in dist/footroutine'
	@echo 'make deb    that folder as a Debian package, in dist/'
	@echo 'make check-packages  make all of these, install them and try them'
	@echo 'make fuzz   try hostile files on the program by the thousand (quarter of an hour)'
	@echo 'make lock   resolve the dependencies anew (make lock ARGS="--upgrade" takes newer versions)'
	@echo 'make translations  collect the shown words anew, and compile what is translated'
	@echo 'make clean  remove what these commands made here; your settings and history stay'

setup:
	@$(PYTHON) packaging/prepare.py run

setup-test:
	@$(PYTHON) packaging/prepare.py test

setup-packages:
	@$(PYTHON) packaging/prepare.py packages

# A window needs a display (macOS always has one); with none, and no other wish, the session runs in the terminal.
run: setup
ifeq ($(strip $(ARGS)$(DISPLAY)$(WAYLAND_DISPLAY))$(filter Darwin,$(shell uname -s)),)
	@echo 'There is no display here, so the session runs in this terminal.'
	@$(PY) -m footroutine session
else
	@$(PY) -m footroutine $(ARGS)
endif

lint: setup-test
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

check: lint
	$(PY) -m mypy
	$(PY) $(VENV)/bin/lint-imports

test: export QT_QPA_PLATFORM := offscreen
test: check
	$(PY) -m coverage run -m pytest
	$(PY) -m coverage report --skip-covered
	$(PY) -m coverage report --skip-covered --show-missing --include='$(COUNTED_IN_FULL)' --fail-under=100
ifdef CI
	$(MAKE) check-packages
endif

lock: setup-test
	$(PY) -m pip install --quiet uv
	$(COMPILE) -o packaging/requirements.lock
	$(COMPILE) -o packaging/requirements-dev.lock -c packaging/requirements.lock --group dev

translations: setup-test
	PYTHONPATH=. $(PY) packaging/translations.py

bench: setup-test
	$(PY) -m benchmarks $(ARGS)

soak: setup-test
	$(PY) benchmarks/soak.py $(ARGS)

wheel: setup-test
	$(PY) -m hatchling build -t sdist -t wheel

bundle: setup-test
	$(PY) packaging/icons.py build/icons
	$(PY) -m PyInstaller --noconfirm --log-level WARN --distpath dist --workpath build packaging/footroutine.spec

deb: setup-packages bundle
	$(PY) packaging/deb.py dist/footroutine dist

check-packages: wheel deb
	$(PY) -m pytest packaging/checks
	$(PY) packaging/try_deb.py dist/footroutine_*.deb

fuzz: setup-test
	$(PY) -m pip install --quiet atheris==3.0.0
	PYTHONPATH=tests/helpers:. QT_QPA_PLATFORM=offscreen $(PY) tests/helpers/fuzz.py $(ARGS)

clean:
	rm -rf $(VENV) build dist .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find footroutine tests benchmarks packaging -name __pycache__ -type d -prune -exec rm -rf {} +
