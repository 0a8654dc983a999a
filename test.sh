#!/usr/bin/env bash
# Installs what the tests need, starts it, runs everything, and closes with "N passed, N failed, N skipped".
#   ./test.sh            everything
#   ./test.sh UnitTests  one project
set -u
cd "$(dirname "$0")" || exit 1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say() { printf '\n== %s\n' "$*"; }

# Chromium for the journeys in a browser, PostgreSQL for the second database. Where apt is not there, those tests are
# reported as skipped unless the programs are installed already.
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  missing=""
  command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
  command -v node >/dev/null 2>&1 || missing="$missing nodejs npm"
  if [ -n "$missing" ]; then
    say "Installing$missing"
    apt-get update -q >/dev/null || echo "apt-get update failed; trying with the lists there are"
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q $missing >/dev/null || echo "Could not install$missing; the tests that need them will be skipped"
  fi
fi

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

say "Building"
# As in CI, lock files that do not fit the projects stop here.
if ! dotnet build Portal.sln -v quiet -nologo -p:RestoreLockedMode=true; then
  echo "The build failed."
  exit 1
fi

say "Checking the format"
formatted=0
dotnet format Portal.sln --verify-no-changes --no-restore || formatted=1

if [ -f tests/TestSupport/node/package-lock.json ]; then
  say "Installing test servers"
  (cd tests/TestSupport/node && npm ci --no-audit --no-fund --loglevel=error) || exit 1
fi

projects=${1:-UnitTests ArchitectureTests PageTests EndToEndTests}
ended=0
for project in $projects; do
  say "$project"
  dotnet test "tests/$project" --no-build -v quiet -nologo --logger "trx;LogFileName=$project.trx" --results-directory "$results" || ended=1
done

passed=0 failed=0 skipped=0
for project in $projects; do
  file="$results/$project.trx"
  if [ ! -f "$file" ]; then
    echo "$project gave no results."
    failed=$((failed + 1))
    continue
  fi
  count() { grep -o "<Counters [^>]*" "$file" | grep -o "$1=\"[0-9]*\"" | grep -o '[0-9]*' | head -1; }
  passed=$((passed + $(count passed)))
  failed=$((failed + $(count failed)))
  skipped=$((skipped + $(count total) - $(count executed)))
done
if [ "$formatted" != 0 ]; then
  echo "The format check failed: run 'dotnet format'."
  failed=$((failed + 1))
fi

printf '\n%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" = 0 ] && [ "$ended" = 0 ] && [ "$passed" -gt 0 ]
