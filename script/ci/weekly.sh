#!/bin/sh
# What is looked at each week, whether anything changed or not. Each thing leaves FOLDER/<name>.code and .report.md, of
# which script/ci/issues.sh makes issues; the script itself fails only where it could not run.
#
#   script/ci/weekly.sh FOLDER                       all of it
#   script/ci/weekly.sh FOLDER freshness audit       these
set -eu
cd "$(dirname "$0")/../.."
# shellcheck source=script/ci/lib.sh
. script/ci/lib.sh
out=${1:?a folder for what was found}
shift
[ $# -gt 0 ] || set -- links freshness verify audit
mkdir -p "$out"
vigie=${VIGIE:-bin/vigie}

# Addresses that sources give, which are gone: 404 or 410. A wall, a pause or a slow host is none of our business.
links() { script/ci/links.sh; }
# Sources that should have been renewed or read again.
freshness() { "$vigie" check --freshness; }
# Every digest, and every number of a site that is built anew.
verify() {
  "$vigie" edition verify && "$vigie" snapshots verify && "$vigie" build --quiet --out bin/weekly &&
    "$vigie" verify --site bin/weekly
}
# Faults known to the public in what the program is made of, and what is out in a newer version.
audit() {
  go tool -modfile=script/ci/tools/go.mod govulncheck ./... || return
  go list -m -u -f '{{if and .Update (not .Indirect)}}{{.Path}} {{.Version}} -> {{.Update.Version}}{{end}}' all
}

for name; do
  case $name in
  links | freshness | verify | audit) ;;
  *) fail "there is links, freshness, verify and audit, and no $name" ;;
  esac
  code=0
  "$name" >"$out/$name.report.md" 2>&1 || code=$?
  echo "$code" >"$out/$name.code"
  echo "$name: ended with $code"
done
