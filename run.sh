#!/usr/bin/env bash
# The developer's commands. Each sets up what it needs; run without arguments for the list.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

PYTHON=${PYTHON:-python3}
VENV=.venv
BIN=$VENV/bin

say() { printf '%s\n' "$*" >&2; }

usage() {
  cat <<'EOF'
usage: ./run.sh COMMAND [ARGUMENTS]

  demo       a filled sample hub on http://127.0.0.1:8000 (Ctrl-C ends it)
  audiatur   any audiatur command in the project's environment, e.g. ./run.sh audiatur parse feed.xml
  test       every test: unit and property, SQLite, PostgreSQL, a real browser
  quick      the tests that need neither database server nor browser
  lint       ruff: style and format
  types      mypy, strict, over everything
  imports    the contracts between the rooms (import-linter)
  evaluate   the engines against their data, with floors
  bench      speed and scale, side by side with peers
  messages   bring the catalogs of the interface's languages up to date with the sources
  docs       build the documentation into site/
  screenshots  take the pictures in docs/screenshots anew, from the demo
  lock       rewrite lock/ from pyproject.toml

Everything lives in .venv here; only `test` asks for system packages (Chromium), and only where they are missing.
EOF
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else
    say "This needs root once: $*"; return 1
  fi
}

apt_install() {
  command -v apt-get >/dev/null || { say "Please install with your system's package manager: $*"; return 1; }
  as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# The environment is rebuilt when the lock it was made from changes.
environment() { # run|dev
  local lock=lock/$1.txt stamp
  stamp="$VENV/.lock-$1-$(cksum < "$lock" | cut -d' ' -f1)"
  [ -e "$stamp" ] && return
  "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { say "audiatur needs Python 3.11 or newer; found $("$PYTHON" -V)."; exit 1; }
  if [ ! -x "$BIN/python" ]; then
    say "Setting up the environment in $VENV ..."
    "$PYTHON" -m venv "$VENV" 2>/dev/null || { rm -rf "$VENV"; apt_install python3-venv; "$PYTHON" -m venv "$VENV"; }
  fi
  say "Installing the packages of $lock (about a minute the first time) ..."
  "$BIN/python" -m pip install -q --disable-pip-version-check --require-hashes -r "$lock"
  "$BIN/python" -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
  rm -f "$VENV/.lock-$1-"*
  touch "$stamp"
}

browser() {
  for name in chromium chromium-browser google-chrome; do command -v "$name" >/dev/null && return; done
  say "Installing Chromium for the browser tests ..."
  apt_install chromium fonts-dejavu-core
}

run_pytest() { "$BIN/python" -m pytest "$@"; }

# Everything on SQLite, then whatever uses a database once more on a PostgreSQL of its own.
test_all() {
  environment dev
  browser
  say "== every test, SQLite"
  run_pytest "$@"
  say "== the tests that use a database, PostgreSQL"
  "$BIN/python" -m tests.postgres "$BIN/python" -m pytest -m "db_any and not browser" "$@"
}

main() {
  local command=${1:-}
  [ $# -gt 0 ] && shift
  case "$command" in
    demo) environment run; exec "$BIN/audiatur" demo "$@" ;;
    audiatur) environment run; exec "$BIN/audiatur" "$@" ;;
    test) test_all "$@" ;;
    quick) environment dev; run_pytest -m "not browser and not db_any" "$@" ;;
    lint) environment dev; "$BIN/ruff" check . "$@" && "$BIN/ruff" format --check . ;;
    types) environment dev; "$BIN/mypy" "$@" ;;
    imports) environment dev; "$BIN/lint-imports" "$@" ;;
    evaluate) environment dev; "$BIN/python" -m evaluation "$@" ;;
    bench) environment dev; "$BIN/python" -m benchmarks "$@" ;;
    messages) environment dev; "$BIN/python" -m tests.catalogs "$@" ;;
    docs) environment dev; "$BIN/mkdocs" build --strict "$@" ;;
    screenshots) environment dev; browser; "$BIN/python" -m tests.browser.screenshots ;;
    lock)
      environment dev
      "$BIN/python" -m pip install -q --disable-pip-version-check uv
      "$BIN/uv" pip compile --universal --generate-hashes --no-header -q --python-version 3.11 pyproject.toml --extra build -o lock/run.txt
      "$BIN/uv" pip compile --universal --generate-hashes --no-header -q --python-version 3.11 pyproject.toml --extra build --extra dev -o lock/dev.txt
      ;;
    "" | help | -h | --help) usage ;;
    *) say "unknown command: $command"; usage >&2; exit 2 ;;
  esac
}

main "$@"
