// Serves a built site as a careful host would: compressed, with the headers that the
// site asks for in _headers. Wants the folder; gives its port on standard output.
import http from 'node:http';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.txt': 'text/plain; charset=utf-8', '.csv': 'text/csv',
};

// asked are the headers that _headers has for a path: a pattern, then its lines indented.
function asked(rules, address) {
  const headers = {};
  let applies = false;
  for (const line of rules.split('\n')) {
    if (line.startsWith('/')) {
      const [before, after] = line.trim().split('*');
      applies = after === undefined ? address === before : address.startsWith(before) && address.endsWith(after);
    } else if (applies && line.includes(':')) {
      const at = line.indexOf(':');
      headers[line.slice(0, at).trim()] = line.slice(at + 1).trim();
    }
  }
  return headers;
}

export function serve(site) {
  const root = path.resolve(site);
  const rules = readFileSync(path.join(root, '_headers'), 'utf8');
  const server = http.createServer((request, response) => {
    const address = decodeURIComponent(new URL(request.url, 'http://site').pathname);
    let file = path.join(root, path.normalize(address));
    try {
      if (statSync(file).isDirectory()) file = path.join(file, 'index.html');
      const type = TYPES[path.extname(file)] || 'application/octet-stream';
      const headers = { 'Content-Type': type, ...asked(rules, address) };
      let body = readFileSync(file);
      if (type !== 'font/woff2' && /\bgzip\b/.test(request.headers['accept-encoding'] || '')) {
        body = gzipSync(body);
        headers['Content-Encoding'] = 'gzip';
      }
      response.writeHead(200, headers).end(body);
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not of the site');
    }
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const server = await serve(process.argv[2]);
  console.log(server.address().port);
}
