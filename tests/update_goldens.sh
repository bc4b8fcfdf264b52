#!/usr/bin/env bash
# Accepts what the tests produce now as the goldens, and shows what changed. Read the difference before committing it.
set -euo pipefail
cd "$(dirname "$0")/.."
preset=${1:-debug}
cmake --preset "$preset" >/dev/null
cmake --build --preset "$preset"
# The tests fail where they accept, so that acceptance is never mistaken for a pass; the second run must be green.
DRAWPLATE_ACCEPT=1 ctest --preset "$preset" --output-on-failure >/dev/null || true
ctest --preset "$preset"
git --no-pager diff --stat -- tests/goldens
git status --short -- tests/goldens
