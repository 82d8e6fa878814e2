#!/bin/sh
# Builds again what we keep of others' JavaScript: themes/vigie/assets/vendor/.
# Wants node, npm and the network; everything is pinned in script/vendor/, so
# the same bytes come out. To move to another version: change
# script/vendor/package.json, run `npm install --package-lock-only` there, then
# this script, then read the differences of the golden drawings.
set -eu
export LC_ALL=C

root=$(cd "$(dirname "$0")/.." && pwd)
out=$root/themes/vigie/assets/vendor
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp "$root"/script/vendor/* "$work/"
cd "$work"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error

version() { node -p "require('./node_modules/$1/package.json').version"; }
echarts=$(version echarts) zrender=$(version zrender) tslib=$(version tslib)

mkdir -p "$out"
./node_modules/.bin/esbuild echarts.js --bundle --minify --format=iife \
  --global-name=echarts --target=es2018 --charset=utf8 --legal-comments=none \
  --define:process.env.NODE_ENV='"production"' --log-level=warning \
  --banner:js="/*! Apache ECharts $echarts (Apache-2.0), with zrender $zrender (BSD-3-Clause) and tslib $tslib (0BSD). A selection of its parts, bundled and minified for Vigie; licences beside this file. */" \
  --outfile="$out/echarts.min.js"

cp node_modules/echarts/LICENSE "$out/echarts.LICENSE.txt"
cp node_modules/echarts/NOTICE "$out/echarts.NOTICE.txt"
cp node_modules/echarts/licenses/LICENSE-d3 "$out/d3.LICENSE.txt"
cp node_modules/zrender/LICENSE "$out/zrender.LICENSE.txt"
cp node_modules/tslib/LICENSE.txt "$out/tslib.LICENSE.txt"

cd "$out"
sha256sum echarts.min.js ./*.txt | sed 's#\./##' >SHA256SUMS
echo "echarts $echarts: $(wc -c <echarts.min.js) bytes, $(gzip -9c echarts.min.js | wc -c) compressed"
