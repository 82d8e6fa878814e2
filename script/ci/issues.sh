#!/bin/sh
# Opens one issue for each thing that failed, and closes it when it is well again.
#
#   script/ci/issues.sh FOLDER collect     of FOLDER/<name>.code: the issue `collect: <name>`
#
# The text of the issue is that of <name>.errors.txt and <name>.report.md, as a block in which nothing is markup.
set -eu
cd "$(dirname "$0")/../.."
# shellcheck source=script/ci/lib.sh
. script/ci/lib.sh
# shellcheck source=script/ci/forge.sh
. script/ci/forge.sh
from=${1:?the folder of what was done}
about=${2:?a word for the titles}
body=$(mktemp)
trap 'rm -f "$body"' EXIT
for file in "$from"/*.code; do
  [ -f "$file" ] || fail "there is nothing in $from"
  name=$(basename "$file" .code)
  named "$name" || fail "$name is no name of ours"
  code=$(head -c 3 "$file" | tr -cd 0-9)
  number=$(issue_of "$about: $name")
  if [ "$code" = 0 ]; then
    [ -z "$number" ] || issue_close "$number" "It is well again${RUN_URL:+: $RUN_URL}."
  elif [ -z "$number" ]; then
    {
      printf 'It ended with %s%s. This issue closes by itself once it is well again.\n' "${code:-nothing}" "${RUN_URL:+ in $RUN_URL}"
      for part in errors.txt report.md; do
        [ ! -s "$from/$name.$part" ] || { echo; fenced "$from/$name.$part" 20000; }
      done
    } >"$body"
    issue_open "$about: $name" "$body"
  else
    echo "$about: $name fails still, issue $number"
  fi
done
