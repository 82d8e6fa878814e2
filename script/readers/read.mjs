// Has npm packages read what a built site gives away: read.mjs SITE.
//   - hyparquet reads each Parquet file, whose cells are compared with those of the JSON;
//   - datapackage checks datapackage.json, and reads each table that it describes; a list of
//     others has terms of its own there, since without any it would have those of the package.
// Prints what was read; ends with 1 where something differs.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const wanted = createRequire(path.join(process.env.MODULES, 'package.json'));
const load = (file) => import(pathToFileURL(path.join(process.env.MODULES, 'node_modules', file)));
const { asyncBufferFromFile, parquetReadObjects, parquetMetadataAsync } = await load('hyparquet/src/node.js');
const { compressors } = await load('hyparquet-compressors/src/index.js');
const { Package } = wanted('datapackage');

const site = path.resolve(process.argv[2]);
let faults = 0;
const fault = (text) => {
  if (++faults <= 20) console.log('FAULT', text);
};

// plain is a cell in a form that both files share: hyparquet gives days as dates, whole
// numbers as bigints and decimals as floats.
const plain = (v) => {
  if (v === undefined || v === null) return null;
  if (v instanceof Date) return v.toISOString().slice(0, 10);
  if (typeof v === 'bigint') return Number(v);
  if (Array.isArray(v)) return v.join(' | ');
  return v;
};

async function parquet(folder) {
  let files = 0;
  let cells = 0;
  for (const name of fs.readdirSync(folder).filter((n) => n.endsWith('.parquet'))) {
    const json = path.join(folder, name.replace(/parquet$/, 'json'));
    if (!fs.existsSync(json)) continue;
    const file = await asyncBufferFromFile(path.join(folder, name));
    const metadata = await parquetMetadataAsync(file);
    const rows = await parquetReadObjects({ file, metadata, compressors });
    const want = JSON.parse(fs.readFileSync(json, 'utf8')).rows;
    files++;
    if (rows.length !== want.length) fault(`${name}: ${rows.length} rows, want ${want.length}`);
    want.forEach((row, i) => {
      const order = Object.keys(row).join();
      if (rows[i] && Object.keys(rows[i]).join() !== order) fault(`${name}: columns in another order`);
      for (const key of Object.keys(row)) {
        cells++;
        const [a, b] = [plain(rows[i]?.[key]), plain(row[key])];
        if (a !== b && !(typeof a === 'number' && Math.abs(a - b) <= 1e-9 * Math.abs(b))) {
          fault(`${name}, row ${i}, ${key}: ${JSON.stringify(a)}, want ${JSON.stringify(b)}`);
        }
      }
    });
  }
  console.log(`hyparquet: ${files} files of ${path.relative(site, folder)}, ${cells} cells compared`);
  if (files === 0) fault(`no Parquet file in ${folder}`);
}

await parquet(path.join(site, 'donnees'));
await parquet(path.join(site, 'donnees/collecte'));

// The package of the site, and that of its archive, unpacked in the folder that ARCHIVE names.
for (const folder of [site, ...(process.env.ARCHIVE ? [process.env.ARCHIVE] : [])]) {
  const descriptor = await Package.load(path.join(folder, 'datapackage.json'));
  if (!descriptor.valid) descriptor.errors.forEach((e) => fault(`datapackage.json: ${e.message}`));
  let tables = 0;
  let rows = 0;
  for (const r of descriptor.resources) {
    if (/(^|\/)collecte\//.test(r.descriptor.path) && !r.descriptor.licenses?.[0]?.name) fault(`${r.name}: no licence`);
    if (!r.tabular || r.descriptor.format !== 'csv') continue; // it takes workbooks for tables too, and reads none
    tables++;
    try {
      rows += (await r.read({ keyed: false })).length;
    } catch (e) {
      for (const one of e.errors?.length ? e.errors : [e]) {
        fault(`${r.name}: ${one.message} (row ${one.rowNumber}, column ${one.columnNumber})`);
      }
    }
  }
  console.log(`datapackage: ${descriptor.resources.length} resources, ${tables} tables, ${rows} rows read`);
}
process.exitCode = faults ? 1 : 0;
