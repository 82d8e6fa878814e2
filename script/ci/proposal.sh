#!/bin/sh
# What a proposed change would change, for those who discuss it: the data, the figures and the pages, beside the commit
# that it starts from. All of it goes to the folder proposal/, and nothing to any forge.
#
#   script/ci/proposal.sh origin/main
#
#   proposal/changes.md     the changes, as Markdown that fits in one comment and does nothing
#   proposal/changes.txt    the same in plain words
#   proposal/shots/         pages that changed, before and after, where there is a browser
set -eu
cd "$(dirname "$0")/../.."
# shellcheck source=script/ci/lib.sh
. script/ci/lib.sh
base=${1:?the commit that the proposal starts from}
vigie=$(cd "$(dirname "${VIGIE:-bin/vigie}")" && pwd)/$(basename "${VIGIE:-bin/vigie}")
day=${AS_OF:-$(date -u +%Y-%m-%d)}
export VIGIE_CACHE="$PWD/.cache"
out=$PWD/proposal
site=$PWD/${SITE:-public}
git rev-parse --verify --quiet "$base^{commit}" >/dev/null || fail "there is no commit $base: fetch it first"
rm -rf "$out"
mkdir -p "$out"
before=$(mktemp -d)
trap 'git worktree remove --force "$before/tree" 2>/dev/null || true; rm -rf "$before"' EXIT
git worktree add --quiet --detach "$before/tree" "$base"

differs() { # file, then the arguments: a change without a cause is shown, and is for the check to refuse
  file=$1
  shift
  code=0
  "$vigie" diff --as-of "$day" "$@" >"$file" || code=$?
  [ "$code" -le 1 ]
}
all() {
  (cd "$before/tree" && differs "$before/changes.json" --format json) || echo '[]' >"$before/changes.json"
  differs "$out/changes.md" --format md --without "$before/changes.json" &&
    differs "$out/changes.txt" --without "$before/changes.json"
}
former() { (cd "$before/tree" && "$vigie" build --quiet --as-of "$day" --out "$before/site"); }

step "what changes in the data" all
# a forge has just built and proven it; elsewhere it may be of another day
{ [ -n "${CI:-}" ] && [ -f "$site/SHA256SUMS" ]; } || step "the site as proposed" "$vigie" build --quiet --as-of "$day" --out "$site"
step "the site before" former || { echo "the commit before does not build: no page is compared"; exit 0; }
if command -v go >/dev/null; then
  step "pictures of pages that changed" go run ./script/ci/shots "$before/site" "$site" "$out/shots" ||
    echo "no picture was taken"
else
  echo "there is no Go: no picture is taken"
fi
