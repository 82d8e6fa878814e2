#!/bin/sh
# Installs what the package-lock.json of a folder beside this script pins, in .cache/<folder>,
# unless it is there; prints where.
#
#   script/npm.sh readers
set -eu
here=$(cd "$(dirname "$0")/$1" && pwd)
out=$here/../../.cache/$1
mkdir -p "$out"
out=$(cd "$out" && pwd)
if ! cmp -s "$here/package-lock.json" "$out/installed.json"; then
  cp "$here/package.json" "$here/package-lock.json" "$out/"
  (cd "$out" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
  cp "$here/package-lock.json" "$out/installed.json"
fi
echo "$out"
