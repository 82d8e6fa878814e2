#!/bin/sh
# Makes one pull request for each source that brought news, and one issue for each that failed, of what
# script/ci/collect.sh left in a folder; closes the issue of a source that is well again. Nothing is merged or published.
# A branch that somebody else has worked on is left alone. On GitLab a push makes the merge request, and a source that
# failed makes the script fail.
#
#   script/ci/propose.sh FOLDER
set -eu
cd "$(dirname "$0")/../.."
# shellcheck source=script/ci/lib.sh
. script/ci/lib.sh
# shellcheck source=script/ci/forge.sh
. script/ci/forge.sh
# shellcheck source=script/ci/forge-gitlab.sh
[ -z "${GITLAB_CI:-}" ] || . script/ci/forge-gitlab.sh
from=$(cd "${1:?the folder that script/ci/collect.sh filled}" && pwd)
base=$(git rev-parse HEAD)
onto=${BASE_BRANCH:-$(git symbolic-ref --short HEAD)}
body=$(mktemp)
trap 'rm -f "$body"' EXIT

# proposed pushes the branch of a source and opens its pull request, or brings it up to date.
proposed() { # source
  branch=collecte/$1
  git fetch --quiet --force "$from/proposals.bundle" "refs/heads/$branch:refs/heads/$branch"
  [ "$(git rev-parse "$branch^")" = "$base" ] || fail "$branch is not one commit upon $base"
  outside=$(git diff --name-only "$base" "$branch" -- . ':!data/collected' ':!data/snapshots')
  [ -z "$outside" ] || fail "$branch touches more than what is collected: $outside"
  if git fetch --quiet --force origin "refs/heads/$branch:refs/remotes/origin/$branch" 2>/dev/null; then
    us=$(git log -1 --format=%ae "$branch")
    others=$(git log --format=%ae "$base..origin/$branch" | grep -vxF "$us" || true)
    [ -z "$others" ] || { echo "$branch: somebody works on it; left alone"; return 0; }
    if git diff --quiet "origin/$branch" "$branch" && [ -n "$(proposal_of "$branch")" ]; then
      echo "$branch: proposed already"
      return 0
    fi
  fi
  pushed --quiet --force origin "$branch"
  {
    git log -1 --format=%b "$branch"
    [ ! -f "$from/$1.diff.md" ] || { printf '\n## What changes in what is published\n\n'; cat "$from/$1.diff.md"; }
  } | head -c 60000 | iconv -c -f UTF-8 -t UTF-8 >"$body"
  number=$(proposal_of "$branch")
  if [ -n "$number" ]; then
    proposal_edit "$number" "data: $1, collected" "$body"
  else
    proposal_open "$branch" "$onto" "data: $1, collected" "$body"
  fi
}

heads=
[ ! -f "$from/proposals.bundle" ] || heads=$(git bundle list-heads "$from/proposals.bundle")
for file in "$from"/*.code; do
  [ -f "$file" ] || fail "there is nothing in $from"
  source=$(basename "$file" .code)
  named "$source" || fail "$source is no name of a source"
  case "$heads " in
  *" refs/heads/collecte/$source"[!a-z0-9-]*) proposed "$source" ;;
  esac
done
if [ -n "${GITLAB_CI:-}" ]; then
  failed=$(grep -Lx 0 "$from"/*.code || true)
  [ -z "$failed" ] || { echo "to be looked at: $failed" >&2; exit 1; }
else
  script/ci/issues.sh "$from" collect
fi
