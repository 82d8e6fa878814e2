#!/bin/sh
# Fetches axe-core, which the browser tests ask about accessibility, into
# internal/test/browser/testdata/. Wants npm and the network. To move to another
# version: change it here, run this, read what the browser tests then say.
set -eu
export LC_ALL=C

version=4.14.1
root=$(cd "$(dirname "$0")/.." && pwd)
out=$root/internal/test/browser/testdata
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$work"
npm pack --silent "axe-core@$version" >/dev/null
tar xzf "axe-core-$version.tgz"
mkdir -p "$out"
cp package/axe.min.js "$out/axe.min.js"
cp package/LICENSE "$out/axe.LICENSE.txt"
cp package/LICENSE-3RD-PARTY.txt "$out/axe.LICENSE-3RD-PARTY.txt"

cd "$out"
sha256sum axe.min.js axe.LICENSE.txt axe.LICENSE-3RD-PARTY.txt >SHA256SUMS
echo "axe-core $version: $(wc -c <axe.min.js) bytes"
