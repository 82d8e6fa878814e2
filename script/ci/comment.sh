#!/bin/sh
# Puts what a proposal would change into one comment of its discussion, and keeps that comment up to date. It runs with
# the right to comment, beside code that nobody has read: the folder that it is given may come from a fork and is taken
# for hostile. What it holds is shown as plain text, and only under the proposal whose commit was built.
#
#   REPO=owner/name HEAD_SHA=… RUN_URL=… script/ci/comment.sh proposal
set -eu
cd "$(dirname "$0")/../.."
# shellcheck source=script/ci/lib.sh
. script/ci/lib.sh
# shellcheck source=script/ci/forge.sh
. script/ci/forge.sh
from=${1:?the folder of the proposal}
: "${REPO:?owner/name}" "${HEAD_SHA:?the commit that was built}" "${RUN_URL:?the run that built it}"

{ [ -f "$from/number" ] && [ ! -L "$from/number" ]; } || fail "there is no number of a proposal"
{ [ -f "$from/changes.txt" ] && [ ! -L "$from/changes.txt" ]; } || fail "there is no list of changes"
number=$(head -c 20 "$from/number" | tr -d '\n')
case $number in
"" | *[!0-9]*) fail "the number of the proposal is no number" ;;
esac
[ "$(head_of "$number")" = "$HEAD_SHA" ] || fail "proposal $number is not of the commit that was built: nothing is written"

mark='<!-- vigie: what a proposal would change -->'
body=$(mktemp)
trap 'rm -f "$body"' EXIT
{
  printf '%s\n**What this proposal would change**, at commit %s\n\n' "$mark" "$HEAD_SHA"
  fenced "$from/changes.txt" 40000
  printf '\nPages before and after, and the whole site: the artefacts of [the run](%s).\n' "$RUN_URL"
} >"$body"
comment=$(comment_of "$number" "$mark")
if [ -n "$comment" ]; then comment_edit "$comment" "$body"; else comment_add "$number" "$body"; fi
echo "commented on proposal $number"
