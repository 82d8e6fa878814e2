// Has npm packages read the JSON interface of a built site: api.mjs SITE.
//   - @seriousme/openapi-schema-validator checks openapi.json;
//   - ajv checks each document against the schema that openapi.json gives for its address;
//   - swagger-typescript-api makes a client out of it, which lists the qualifications.
// Prints what was read; ends with 1 where something differs.
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const wanted = createRequire(path.join(process.env.MODULES, 'package.json'));
const load = (name) => import(pathToFileURL(wanted.resolve(name)));
const { Validator } = await load('@seriousme/openapi-schema-validator');
const { generateApi } = await load('swagger-typescript-api');
const Ajv = wanted('ajv');
const addFormats = wanted('ajv-formats');

const site = path.resolve(process.argv[2]);
const folder = path.join(site, 'api/v1');
let faults = 0;
const fault = (text) => {
  if (++faults <= 20) console.log('FAULT', text);
};
const json = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));

const description = path.join(folder, 'openapi.json');
const openapi = json(description);
const validator = new Validator();
const checked = await validator.validate(description);
if (!checked.valid) fault(`openapi.json: ${JSON.stringify(checked.errors).slice(0, 500)}`);
console.log(`openapi-schema-validator: OpenAPI ${validator.version}, ${Object.keys(openapi.paths).length} paths`);

// What openapi.json says of its schemas, ajv holds the documents to: whatever it does not name may not be there.
const strict = (schema) => {
  if (schema && typeof schema === 'object') {
    if (schema.properties) schema.additionalProperties = false;
    Object.values(schema).forEach(strict);
  }
  return schema;
};
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema({ $id: 'api', components: strict(structuredClone(openapi.components)) });
const addresses = Object.entries(openapi.paths).map(([address, { get }]) => {
  const { $ref } = get.responses['200'].content['application/json'].schema;
  const pattern = address.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+');
  return { pattern: new RegExp(`^${pattern}$`), check: ajv.compile({ $ref: `api${$ref}` }), read: 0, address };
});
for (const file of fs.readdirSync(folder, { recursive: true })) {
  if (!file.endsWith('.json') || file === 'openapi.json') continue;
  const at = addresses.find((a) => a.pattern.test(`/${file}`));
  if (!at) {
    fault(`${file}: openapi.json does not know it`);
    continue;
  }
  at.read++;
  if (!at.check(json(path.join(folder, file)))) fault(`${file}: ${ajv.errorsText(at.check.errors).slice(0, 300)}`);
}
console.log(`ajv: ${addresses.reduce((n, a) => n + a.read, 0)} documents as openapi.json says`);

const server = http.createServer((request, response) => {
  const file = path.join(site, decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
  if (!file.startsWith(site) || !fs.existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(fs.readFileSync(file));
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'client-'));
try {
  const { files } = await generateApi({ input: description, output: false, toJS: true, silent: true });
  const client = path.join(temporary, 'client.mjs');
  fs.writeFileSync(client, files.find((f) => f.fileExtension.endsWith('js')).fileContent);
  const { Api } = await import(pathToFileURL(client));
  const api = new Api({ baseUrl: `http://127.0.0.1:${server.address().port}/api/v1`, baseApiParams: { format: 'json' } });
  const listed = [];
  for (let page = 1, pages = 1; page <= pages; page++) {
    const { data } = await api.qualifications.listQualifications(page);
    pages = data.pages;
    listed.push(...data.rows);
    if (page === pages && listed.length !== data.total) fault(`${listed.length} qualifications of ${data.total}`);
  }
  if (listed.length === 0) fault('the client lists no qualification');
  const one = listed[0]?.identifiant;
  const { data } = await api.qualifications.getQualifications(one);
  if (data.id !== one || data.rows[0].identifiant !== one) fault(`asked for ${one}, was given ${data.id}`);
  const none = await api.qualifications.getQualifications('there-is-none').catch((answer) => answer);
  if (none.status !== 404) fault(`what is not there answers ${none.status}`);
  console.log(`swagger-typescript-api: its client lists ${listed.length} qualifications, the first ${one}`);
} finally {
  server.close();
  fs.rmSync(temporary, { recursive: true });
}
process.exitCode = faults ? 1 : 0;
