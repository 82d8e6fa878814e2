// Runs Lighthouse over pages of a built site: lighthouse.mjs SITE < lines of kinds.sh.
// Writes a line per page, then what is missing to 100 outside performance; ends with 1 if
// anything is. With RUNS=5, the line is that of the run with the median performance.
import { createRequire } from 'node:module';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { serve } from './serve.mjs';

const wanted = createRequire(path.join(process.env.MODULES, 'package.json'));
const { default: lighthouse } = await import(pathToFileURL(path.join(process.env.MODULES, 'node_modules/lighthouse/core/index.js')));
const chrome = await import(pathToFileURL(wanted.resolve('chrome-launcher')));

const server = await serve(process.argv[2]);
const browser = await chrome.launch({
  chromePath: process.env.CHROMIUM || undefined,
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic'],
});
const judged = ['accessibility', 'best-practices', 'seo'];
const categories = process.env.PERFORMANCE === 'no' ? judged : ['performance', ...judged];
// Lighthouse's own phone is on a slow 4G (150 ms there and back, 1.6 Mbit/s); NETWORK=4g is an ordinary one.
const networks = { slow: { rttMs: 150, throughputKbps: 1638.4 }, '4g': { rttMs: 50, throughputKbps: 10240 } };
const network = networks[process.env.NETWORK || 'slow'];
if (!network) throw new Error(`NETWORK is ${Object.keys(networks).join(' or ')}, not ${process.env.NETWORK}`);
const throttling = { ...network, cpuSlowdownMultiplier: 4 };
const runs = Number(process.env.RUNS || 1);
if (!(runs >= 1)) throw new Error(`RUNS is a number of runs, not ${process.env.RUNS}`);

async function look(address) {
  const { lhr } = await lighthouse(`http://127.0.0.1:${server.address().port}${address}`, {
    port: browser.port, onlyCategories: categories, disableFullPageScreenshot: true, logLevel: 'error', throttling,
  });
  return lhr;
}
// The run in the middle, by its score of performance.
async function median(address) {
  const seen = [];
  for (let run = 0; run < runs; run++) seen.push(await look(address));
  return seen.sort((a, b) => a.categories.performance?.score - b.categories.performance?.score)[Math.floor(runs / 2)];
}
let missing = 0;
try {
  console.log('kind language', categories.join(' '), 'largest-paint-ms blocked-ms shift bytes address');
  for (const line of (await text(process.stdin)).trim().split('\n')) {
    const [kind, language, address] = line.split(' ');
    const lhr = await median(address);
    const score = (id) => lhr.categories[id].score === null ? 'none' : Math.round(lhr.categories[id].score * 100);
    const measured = (id, digits) => lhr.audits[id]?.numericValue?.toFixed(digits) ?? '-';
    console.log(kind, language, ...categories.map(score), measured('largest-contentful-paint', 0),
      measured('total-blocking-time', 0), measured('cumulative-layout-shift', 3), measured('total-byte-weight', 0), address);
    for (const id of judged) {
      if (score(id) === 100) continue;
      missing++;
      for (const { id: name } of lhr.categories[id].auditRefs) {
        const audit = lhr.audits[name];
        if (audit.score === 1 || audit.score === null && !audit.errorMessage) continue;
        console.log(`  ${id}: ${name}: ${audit.errorMessage || audit.title}`);
        for (const item of (audit.details?.items || []).slice(0, 4)) {
          console.log(`    ${item.node?.snippet || item.description || item.source || JSON.stringify(item).slice(0, 200)}`);
        }
      }
    }
  }
} finally {
  await browser.kill();
  server.close();
}
process.exitCode = missing ? 1 : 0;
