#!/bin/sh
# Visits each source by itself, in a tree of its own, and keeps what came of it in a folder: it needs no right to write
# anywhere, and pushes nothing. script/ci/propose.sh makes proposals and issues of it.
#
#   script/ci/collect.sh FOLDER              all sources that are collected
#   script/ci/collect.sh FOLDER a-source     these
#
#   FOLDER/<source>.code        what vigie collect ended with: 0 all is well, else somebody should look
#   FOLDER/<source>.report.md   what it says, as Markdown that does nothing
#   FOLDER/<source>.diff.md     what the news change in what is published
#   FOLDER/proposals.bundle     a branch collecte/<source> for each source that brought news
set -eu
cd "$(dirname "$0")/../.."
# shellcheck source=script/ci/lib.sh
. script/ci/lib.sh
out=${1:?a folder for what came of it}
shift
mkdir -p "$out"
out=$(cd "$out" && pwd)
[ -z "$(ls -A "$out")" ] || fail "$out is not empty"
VIGIE=$(cd "$(dirname "${VIGIE:-bin/vigie}")" && pwd)/$(basename "${VIGIE:-bin/vigie}")
VIGIE_CACHE=${VIGIE_CACHE:-$PWD/.cache}
export VIGIE VIGIE_CACHE
if [ $# = 0 ]; then
  # shellcheck disable=SC2046 # names of files of ours, without spaces
  set -- $(grep -l '^collect:' data/sources/*.yaml | sed 's,.*/,,; s,\.yaml$,,')
fi
base=$(git rev-parse HEAD)
tree=$(mktemp -d)
trap 'git worktree remove --force "$tree/tree" 2>/dev/null || true; rm -rf "$tree"' EXIT
git worktree add --quiet --detach "$tree/tree" "$base"
cd "$tree/tree"
"$VIGIE" diff --format json >"$tree/before.json" 2>/dev/null || [ -s "$tree/before.json" ] || echo '[]' >"$tree/before.json"

proposed=
for source; do
  named "$source" || fail "$source is no name of a source"
  branch=collecte/$source
  git branch --quiet -D "$branch" 2>/dev/null || true
  code=0
  BRANCH=$branch script/collect.sh "$source" >"$out/$source.report.md" 2>"$out/$source.errors.txt" || code=$?
  echo "$code" >"$out/$source.code"
  echo "$source: ended with $code"
  git reset --quiet --hard "$base" # what breaks a rule is reported, and not proposed
  git clean -fdq data
  if git rev-parse --verify --quiet "refs/heads/$branch" >/dev/null; then
    proposed="$proposed $branch"
    git checkout --quiet "$branch"
    "$VIGIE" diff --format md --without "$tree/before.json" >"$out/$source.diff.md" 2>/dev/null || true
    git checkout --quiet "$base"
  fi
done
if [ -n "$proposed" ]; then
  # shellcheck disable=SC2086 # names of ours, checked above
  git bundle create --quiet "$out/proposals.bundle" "^$base" $proposed
  # shellcheck disable=SC2086
  git branch --quiet -D $proposed
fi
