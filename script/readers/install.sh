#!/bin/sh
# Installs what script/readers/package-lock.json pins in .cache/readers, unless it is there;
# prints the folder.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=$here/../../.cache/readers
mkdir -p "$out"
out=$(cd "$out" && pwd)
if ! cmp -s "$here/package-lock.json" "$out/installed.json"; then
  cp "$here/package.json" "$here/package-lock.json" "$out/"
  (cd "$out" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
  cp "$here/package-lock.json" "$out/installed.json"
fi
echo "$out"
