#!/bin/sh
# What a schedule runs: visits the public sources and proposes what changed, as a commit on a branch of its own with the
# report as its message. It pushes nothing: whoever schedules it says where the proposal goes.
#
#   script/collect.sh                     all sources
#   script/collect.sh anssi-catalogue     arguments and flags are those of vigie collect
#   BRANCH=collecte/x script/collect.sh   the branch has this name, and not that of the minute
#
# It ends as vigie collect does: 0 all is well, 1 a source is to be looked at, 2 or 3 nothing was done. A run without
# news leaves no branch. A proposal that breaks a rule of the data is left in the tree, for somebody to look at.
set -eu
cd "$(dirname "$0")/.."
vigie=${VIGIE:-bin/vigie}

# What a run that was killed was writing is no change: the next one removes it.
unfinished=":(exclude,glob)data/**/.*"
if [ -n "$(git status --porcelain -- data "$unfinished")" ]; then
	echo "collect.sh: data/ holds changes that are not committed" >&2
	exit 2
fi
report=$(mktemp)
trap 'rm -f "$report"' EXIT
code=0
"$vigie" collect --quiet --report md "$@" >"$report" || code=$?
cat "$report"
if [ "$code" -gt 1 ] || [ -z "$(git status --porcelain -- data "$unfinished")" ]; then
	exit "$code"
fi
"$vigie" check --data-only

now=$(date -u +%Y-%m-%dT%H%M)
branch=${BRANCH:-collecte-$now}
here=$(git symbolic-ref --quiet --short HEAD || git rev-parse HEAD)
git switch --quiet --create "$branch"
git add -- data "$unfinished"
{
	printf 'data: what was collected on %s\n\n' "${now%T*}"
	cat "$report"
} | git commit --quiet --file=-
git checkout --quiet "$here"
printf '\nproposed on the branch %s\n' "$branch"
exit "$code"
