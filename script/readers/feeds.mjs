// Has npm packages read the feeds and calendars of a built site: feeds.mjs SITE.
//   - feedsmith reads each Atom feed and the JSON Feed beside it, which must say the same;
//   - ical.js reads each calendar.
// Prints what was read; ends with 1 where something differs.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const wanted = createRequire(path.join(process.env.MODULES, 'package.json'));
const load = (name) => import(pathToFileURL(wanted.resolve(name)));
const { parseAtomFeed, parseJsonFeed } = await load('feedsmith');
const ICAL = (await load('ical.js')).default;

const site = path.resolve(process.argv[2]);
let faults = 0;
const fault = (text) => {
  if (++faults <= 20) console.log('FAULT', text);
};
const read = (name) => fs.readFileSync(path.join(site, name), 'utf8');
const instant = (text) => Number.isFinite(Date.parse(text));

let feeds = 0;
let entries = 0;
let calendars = 0;
let appointments = 0;
for (const name of fs.readdirSync(site, { recursive: true })) {
  if (name.endsWith('.atom')) {
    feeds++;
    const atom = parseAtomFeed(read(name));
    const json = parseJsonFeed(read(name.replace(/atom$/, 'json')));
    if (!atom.id?.startsWith('tag:') || !instant(atom.updated) || !atom.authors?.[0]?.name) fault(`${name}: ${atom.id}`);
    if (atom.title?.value !== json.title || !json.authors?.[0]?.name) fault(`${name}: ${json.title}`);
    const [those, these] = [atom.entries ?? [], json.items ?? []];
    if (those.length !== these.length) fault(`${name}: ${those.length} entries, ${these.length} items`);
    if (new Set(those.map((e) => e.id)).size !== those.length) fault(`${name}: an identifier stands twice`);
    those.forEach((e, i) => {
      entries++;
      const item = these[i] ?? {};
      const same = e.id === item.id && e.title?.value === item.title && e.updated === item.date_modified;
      if (!same || !instant(e.updated)) fault(`${name}: ${e.id} is not ${item.id}`);
      if ((e.content?.value ?? '') !== (item.content_text ?? '')) fault(`${name}: the words of ${e.id} differ`);
      if (e.updated > atom.updated) fault(`${name}: ${e.id} is newer than its feed`);
    });
  }
  if (name.endsWith('.ics')) {
    calendars++;
    const events = new ICAL.Component(ICAL.parse(read(name))).getAllSubcomponents('vevent').map((e) => new ICAL.Event(e));
    if (events.length === 0) fault(`${name}: no appointment`);
    for (const e of events) {
      appointments++;
      if (!e.uid || !e.summary || !e.startDate.isDate || e.duration.toSeconds() !== 86400) fault(`${name}: ${e.uid}`);
    }
  }
}
console.log(`feedsmith: ${feeds} feeds in two forms, ${entries} entries the same`);
console.log(`ical.js: ${calendars} calendars, ${appointments} whole days`);
if (!feeds || !entries || !calendars || !appointments) fault('nothing to read');
process.exitCode = faults ? 1 : 0;
