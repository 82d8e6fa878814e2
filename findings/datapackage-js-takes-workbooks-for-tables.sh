#!/bin/sh
# npm datapackage 1.1.10: a resource that points to an XLSX file, without a schema, a profile
# or a type, is tabular to it; the package is valid, and reading that resource fails with
# 'Tabular format "xlsx" is not supported'. An ODS file beside it is not tabular.
#
# A publisher who lists the workbook of a table beside its CSV thus breaks those readers that
# go through all tabular resources.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error datapackage@1.1.10 >/dev/null
printf 'a,b\r\n1,2\r\n' > t.csv
: > t.xlsx
: > t.ods
cat > datapackage.json <<'JSON'
{"name": "trial", "resources": [
  {"name": "t", "path": "t.csv", "format": "csv"},
  {"name": "t-xlsx", "path": "t.xlsx", "format": "xlsx", "mediatype": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
  {"name": "t-ods", "path": "t.ods", "format": "ods", "mediatype": "application/vnd.oasis.opendocument.spreadsheet"}]}
JSON
cat > read.js <<'JS'
const { Package } = require('datapackage');
(async () => {
  const p = await Package.load('datapackage.json');
  console.log('valid', p.valid);
  for (const r of p.resources) {
    let read = 'not read';
    if (r.tabular) read = await r.read().then((rows) => `${rows.length} row`, (e) => e.message);
    console.log(r.name, 'tabular', r.tabular, read);
  }
})();
JS
got=$(node read.js)
want='valid true
t tabular true 1 row
t-xlsx tabular true Tabular format "xlsx" is not supported
t-ods tabular false not read'
echo "$got"
[ "$got" = "$want" ] || { echo "the behaviour changed" >&2; exit 1; }
