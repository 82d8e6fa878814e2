#!/bin/sh
# Cuts again the fonts of the base theme, themes/vigie/assets/fonts/, and those that pictures
# are drawn with, internal/chart/picture/fonts/. Wants npm, the network
# and Debian's python3-fonttools and python3-brotli; what is cut is pinned in script/fonts/, and make.py
# refuses another version of its tools, so the same bytes come out. A sign that the site writes and the
# fonts lack goes into LETTERS of script/fonts/make.py; script/fonts/letters.txt lists those that both have.
set -eu
export LC_ALL=C

root=$(cd "$(dirname "$0")/.." && pwd)
out=$root/themes/vigie/assets/fonts
pictures=$root/internal/chart/picture/fonts
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp "$root"/script/fonts/* "$work/"
cd "$work"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error

mkdir -p "$out" "$pictures"
/usr/bin/python3 make.py "$work/node_modules" "$out" "$root/script/fonts/letters.txt" "$pictures"
cp node_modules/source-sans/LICENSE.md "$pictures/vigie-sans.OFL.txt"
for name in sans serif; do
  cp "node_modules/source-$name/LICENSE.md" "$out/vigie-$name.OFL.txt"
done

cd "$out"
sha256sum ./*.woff2 ./*.txt | sed 's#\./##' >SHA256SUMS
wc -c ./*.woff2
