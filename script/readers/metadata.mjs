// Has npm packages read what describes the data of a built site: metadata.mjs SITE.
//   - rdf-parser-csvw reads each CSV by the description beside it (CSV on the Web); its cells
//     are those of the JSON, and each of them is of the datatype that the description gives;
//   - tableschema reads each schema, and each table by its schema;
//   - n3, jsonld and rdfxml-streaming-parser read the three forms of the catalogue, where the
//     site has one: the same statements; rdf-validate-shacl holds them to shapes.ttl;
//   - citation-js reads CITATION.cff.
// Prints what was read; ends with 1 where something differs.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const wanted = createRequire(path.join(process.env.MODULES, 'package.json'));
const load = (file) => import(pathToFileURL(path.join(process.env.MODULES, 'node_modules', file)));
const { Parser, Store } = wanted('n3');
const jsonld = wanted('jsonld');
const { Table, Schema } = wanted('tableschema');
const { RdfXmlParser } = wanted('rdfxml-streaming-parser');
const { default: CSVW } = await load('@zazuko/rdf-parser-csvw/index.js');
const { default: SHACL } = await load('rdf-validate-shacl/index.js');
const { validateTerm } = await load('rdf-validate-datatype/index.js');
const { Cite } = await load('@citation-js/core/lib/index.js');
await load('@citation-js/plugin-cff/lib/index.js');

const site = path.resolve(process.argv[2]);
const data = ['donnees', 'data'].map((n) => path.join(site, n)).find((n) => fs.existsSync(n));
const json = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));
let faults = 0;
const fault = (text) => {
  if (++faults <= 20) console.log('FAULT', text);
};

// terms are those of CSV on the Web that its reader asks for, as the vocabulary has them: no
// package carries its context, and nothing is fetched.
const ns = 'http://www.w3.org/ns/csvw#';
const terms = {
  '@vocab': ns, xsd: 'http://www.w3.org/2001/XMLSchema#', dc: 'http://purl.org/dc/terms/',
  columns: { '@id': `${ns}column`, '@container': '@list' },
  tables: { '@id': `${ns}table` },
  titles: { '@id': `${ns}title`, '@container': '@language' },
  datatype: { '@id': `${ns}datatype`, '@type': '@vocab' },
  foreignKeys: { '@id': `${ns}foreignKey` }, primaryKey: { '@id': `${ns}primaryKey` },
  ...Object.fromEntries(['string', 'decimal', 'integer', 'boolean', 'date', 'anyURI'].map((t) => [t, `xsd:${t}`])),
  ...Object.fromEntries(['name', 'null', 'separator', 'lang', 'delimiter', 'quoteChar', 'encoding', 'lineTerminators', 'base',
    'format'].map((t) => [t, { '@id': ns + t, '@language': null }])),
};
const known = async (url) => {
  if (url !== 'http://www.w3.org/ns/csvw') throw new Error(`${url} would be fetched`);
  return { document: { '@context': terms }, documentUrl: url };
};
const statements = async (document, documentLoader) => new Parser({ format: 'N-Quads' }).parse(
  await jsonld.toRDF(document, { format: 'application/n-quads', documentLoader, base: 'https://made-up.example/' }));

// The members that CSV on the Web defines, of those that a description may have.
const defined = {
  table: ['@context', 'url', 'dialect', 'null', 'tableSchema'],
  tableSchema: ['columns', 'primaryKey', 'foreignKeys'],
  column: ['name', 'titles', 'datatype', 'separator', 'lang', 'required'],
};
const stray = (of, thing) => Object.keys(thing).filter((k) => !defined[of].includes(k) && !k.startsWith('dc:'));

// bare is a cell without the apostrophe that keeps a spreadsheet from running it.
const bare = (text) => text.replace(/^'(?=[=+\-@])/, '');

async function csvw(file) {
  const about = json(file);
  const csv = file.replace(/-metadata\.json$/, '');
  const name = path.basename(csv);
  if (about.url !== name || !fs.existsSync(csv)) fault(`${file}: it describes ${about.url}`);
  const strays = [...stray('table', about), ...stray('tableSchema', about.tableSchema),
    ...about.tableSchema.columns.flatMap((c) => stray('column', c))];
  if (strays.length) fault(`${name}: CSV on the Web has no ${strays.join()}`);
  const twin = csv.replace(/(\.excel-fr)?\.csv$/, '.json');
  const want = json(twin).rows;
  const metadata = new Store(await statements(about, known));
  const parser = new CSVW({ baseIRI: 'table', metadata, timezone: 'utc' });
  const rows = [];
  const place = new Map();
  for await (const q of parser.import(fs.createReadStream(csv))) {
    if (q.predicate.value === `${ns}describes`) {
      place.set(q.object.value, rows.push({}) - 1);
    } else if (q.predicate.value.startsWith('table#')) {
      rows[place.get(q.subject.value)][decodeURIComponent(q.predicate.value.slice(6))] = q.object;
    }
  }
  if (rows.length !== want.length) fault(`${name}: ${rows.length} rows, want ${want.length}`);
  let cells = 0;
  want.forEach((row, i) => {
    for (const c of about.tableSchema.columns) {
      const term = rows[i]?.[c.name];
      let value = row[c.name];
      if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) value = undefined;
      if ((term === undefined) !== (value === undefined)) {
        fault(`${name}, row ${i}, ${c.name}: ${term?.value}, want ${JSON.stringify(value)}`);
        continue;
      }
      if (c.required && term === undefined) fault(`${name}, row ${i}: ${c.name} is required, and empty`);
      if (term === undefined) continue;
      cells++;
      let got = term.value;
      const base = c.datatype.base ?? c.datatype;
      if (base === 'boolean' && c.datatype.format) {
        got = String(got === c.datatype.format.split('|')[0]);
      } else if (base === 'decimal' && c.datatype.format) {
        got = got.replace(c.datatype.format.decimalChar, '.');
      } else if (!c.separator && !c.datatype.format && !validateTerm(term)) {
        fault(`${name}, row ${i}, ${c.name}: ${got} is no ${term.datatype.value}`);
      }
      if (Array.isArray(value)) {
        if (got.split(c.separator).map((s) => s.trim()).join() !== value.map(String).join() && bare(got) !== value.join(c.separator)) {
          fault(`${name}, row ${i}, ${c.name}: ${got}, want ${value}`);
        }
      } else if (got !== String(value) && bare(got) !== String(value) && !(typeof value === 'number' && Number(got) === value)) {
        fault(`${name}, row ${i}, ${c.name}: ${JSON.stringify(got)}, want ${JSON.stringify(value)}`);
      }
      if (typeof c.datatype.format === 'string' && base === 'string' && !new RegExp(c.datatype.format).test(got)) {
        fault(`${name}, row ${i}, ${c.name}: ${got} is none of ${c.datatype.format}`);
      }
    }
  });
  const keys = new Set(want.map((row) => JSON.stringify((about.tableSchema.primaryKey ?? []).map((k) => row[k]))));
  if (about.tableSchema.primaryKey && keys.size !== want.length) fault(`${name}: a key is there twice`);
  return cells;
}

async function descriptions(folder) {
  let cells = 0;
  const files = fs.readdirSync(folder).filter((n) => n.endsWith('.csv-metadata.json'));
  for (const name of files) cells += await csvw(path.join(folder, name));
  console.log(`rdf-parser-csvw: ${files.length} CSV of ${path.relative(site, folder)}, ${cells} cells read by their description`);
  if (files.length === 0) fault(`no description in ${folder}`);
}

await descriptions(data);
for (const folder of ['collecte', 'collected'].map((n) => path.join(data, n)).filter((n) => fs.existsSync(n))) await descriptions(folder);

// The description of all: each key leads to a table of the group, and to one row of it.
const group = json(path.join(data, 'csv-metadata.json'));
let links = 0;
const rowsOf = (csv) => json(path.join(data, csv.replace(/csv$/, 'json'))).rows;
for (const t of group.tables) {
  for (const k of t.tableSchema.foreignKeys ?? []) {
    links++;
    const ids = new Set(rowsOf(k.reference.resource).map((row) => row[k.reference.columnReference]));
    if (!group.tables.some((o) => o.url === k.reference.resource)) fault(`${t.url}: ${k.reference.resource} is not in the group`);
    for (const row of rowsOf(t.url)) {
      const id = row[k.columnReference];
      if (id !== null && id !== '' && !ids.has(id)) fault(`${t.url}, ${k.columnReference}: ${id} is not in ${k.reference.resource}`);
    }
  }
}
if ((await statements(group, known)).length === 0) fault('csv-metadata.json: nothing is stated');
console.log(`csv-metadata.json: ${group.tables.length} tables, ${links} keys from one to another`);

let schemas = 0;
let read = 0;
for (const name of fs.readdirSync(path.join(data, 'schemas'))) {
  const folder = path.join(data, 'schemas', name);
  const descriptor = json(path.join(folder, 'schema.json'));
  const schema = await Schema.load(descriptor);
  if (!schema.valid) schema.errors.forEach((e) => fault(`${name}/schema.json: ${e.message}`));
  const lacking = ['name', 'title', 'description', 'version', 'created', 'lastModified', 'contributors'].filter((k) => !descriptor[k]);
  if (lacking.length || !/^\d+\.\d+\.\d+$/.test(descriptor.version)) fault(`${name}/schema.json: ${lacking} ${descriptor.version}`);
  if (!fs.readFileSync(path.join(folder, 'README.md'), 'utf8').startsWith('# ')) fault(`${name}/README.md has no title`);
  const table = await Table.load(path.join(data, `${name}.csv`), { schema: descriptor });
  try {
    read += (await table.read()).length;
  } catch (e) {
    for (const one of e.errors?.length ? e.errors : [e]) fault(`${name}: ${one.message}`);
  }
  schemas++;
}
console.log(`tableschema: ${schemas} schemas, ${read} rows read by them`);

if (fs.existsSync(path.join(site, 'catalog.ttl'))) {
  const text = (end) => fs.readFileSync(path.join(site, `catalog.${end}`), 'utf8');
  const xml = (source) => new Promise((done, failed) => {
    const out = [];
    const parser = new RdfXmlParser();
    parser.on('data', (q) => out.push(q)).on('error', failed).on('end', () => done(out));
    parser.end(source);
  });
  const forms = {
    Turtle: new Parser({ format: 'text/turtle' }).parse(text('ttl')),
    'JSON-LD': await statements(JSON.parse(text('jsonld')), async (url) => { throw new Error(`${url} would be fetched`); }),
    'RDF/XML': await xml(text('rdf')),
  };
  const shown = (t) => (t.termType === 'Literal' ? JSON.stringify([t.value, t.language, t.datatype.value]) : t.value);
  const lines = (quads) => quads.map((q) => [q.subject, q.predicate, q.object].map(shown).join(' ')).sort().join('\n');
  for (const [form, quads] of Object.entries(forms)) {
    if (lines(quads) !== lines(forms.Turtle)) fault(`${form} holds other statements than Turtle`);
    for (const q of quads) {
      if (q.object.termType === 'Literal' && !validateTerm(q.object)) fault(`${form}: ${q.object.value} is no ${q.object.datatype.value}`);
      if ([q.subject, q.object].some((t) => t.termType === 'BlankNode')) fault(`${form}: a thing has no name`);
    }
  }
  console.log('catalogue:', Object.entries(forms).map(([form, quads]) => `${form} ${quads.length} statements`).join(', '));
  const shapes = new Store(new Parser().parse(fs.readFileSync(new URL('shapes.ttl', import.meta.url), 'utf8')));
  const refused = async (quads) => (await new SHACL(shapes).validate(new Store(quads))).results;
  const results = await refused(forms.Turtle);
  for (const r of results) fault(`${r.focusNode?.value} ${r.path?.value}: ${r.message.map((m) => m.value)}`);
  // what the shapes are worth: a catalogue that lacks one thing is refused
  const lacks = ['http://purl.org/dc/terms/title', 'http://purl.org/dc/terms/identifier', 'http://www.w3.org/ns/dcat#accessURL',
    'http://purl.org/dc/terms/publisher', 'http://spdx.org/rdf/terms#checksumValue', 'http://www.w3.org/ns/dcat#distribution'];
  for (const lack of lacks) {
    const less = forms.Turtle.filter((q) => q.predicate.value !== lack);
    if ((await refused(less)).length === 0) fault(`the shapes let a catalogue pass that lacks ${lack}`);
  }
  console.log(`rdf-validate-shacl: ${results.length} faults; ${lacks.length} catalogues that lack something are refused`);
}

const cited = new Cite(fs.readFileSync(path.join(site, 'CITATION.cff'), 'utf8')).data[0];
if (cited.type !== 'dataset' || !cited.title || !cited.author?.length) fault(`CITATION.cff: ${JSON.stringify(cited)}`);
console.log(`citation-js: ${cited.type}, ${cited.title}`);
process.exitCode = faults ? 1 : 0;
