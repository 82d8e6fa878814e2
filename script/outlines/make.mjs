// Reads the outlines of the package, makes régions of départements by the region column of
// the official geographic code, simplifies both along their shared borders, and writes the
// two files of outlines of the theme. Coordinates are whole numbers, paths relative. Places
// of the code that the package does not draw, which are overseas, get tiles.
//
//   node make.mjs départements.csv régions.csv folder
import fs from 'node:fs';
import map from './map.mjs';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import { feature, mergeArcs } from 'topojson-client';

const [, , departements, regions, folder] = process.argv;
const SCALE = 2; // units for one of the package
const LEAST = 9; // the smallest triangle that is kept, in square units
const SPECK = 60; // the smallest island that is kept, in square units; a place keeps its largest

// rings reads "m x,y dx,dy … z" as rings of points on the grid.
function rings(path) {
  return path.split(/z/i).map((part) => part.trim()).filter(Boolean).reduce((all, part) => {
    let [x, y] = all.end;
    const ring = part.replace(/^m/i, '').trim().split(/\s+/).map((pair, i) => {
      const [dx, dy] = pair.split(',').map(Number);
      if (i === 0 && part[0] === 'M') [x, y] = [dx, dy]; else { x += dx; y += dy; }
      return [Math.round(x * SCALE), Math.round(y * SCALE)];
    });
    all.end = [ ...ring.start ?? first(part, all.end) ];
    ring.push(ring[0]);
    all.rings.push(ring);
    return all;
  }, { rings: [], end: [0, 0] }).rings;
}

// first is where a ring begins, which is where the next one is counted from.
function first(part, [x, y]) {
  const [dx, dy] = part.replace(/^m/i, '').trim().split(/\s+/)[0].split(',').map(Number);
  return part[0] === 'M' ? [dx, dy] : [x + dx, y + dy];
}

// listed reads the rows of a collected list that are not gone, by the names of its columns.
function listed(file) {
  const [head, ...rows] = fs.readFileSync(file, 'utf8').trim().split('\n').map((line) => line.split(','));
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i]]))).filter((row) => !row.gone_since);
}

const code = { departement: listed(departements), region: listed(regions) };
const regionOf = Object.fromEntries(code.departement.map((row) => [row.code, row.region]));

const shapes = map.locations.map(({ id, path }) => ({
  type: 'Feature', id: id.toUpperCase(), properties: null,
  geometry: { type: 'MultiPolygon', coordinates: rings(path).filter((r) => r.length > 3).map((r) => [r]) },
}));
const topo = simplify(presimplify(topology({ all: { type: 'FeatureCollection', features: shapes } })), LEAST);
const places = topo.objects.all.geometries;
const grouped = {};
for (const place of places) (grouped[regionOf[place.id]] ??= []).push(place);

// drawn writes polygons as one relative path; what is too small to be seen goes, but never all.
function drawn(geometry) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const all = polygons.flat().map((ring) => ring.map(([x, y]) => [Math.round(x), Math.round(y)]));
  const area = (r) => Math.abs(r.reduce((s, [x, y], i) => s + x * (r[(i + 1) % r.length][1]) - y * r[(i + 1) % r.length][0], 0)) / 2;
  const largest = Math.max(...all.map(area));
  return all.filter((r) => area(r) >= Math.min(SPECK, largest)).sort((a, b) => area(b) - area(a)).map((ring) => {
    const points = ring.slice(0, -1).filter(([x, y], i, r) => i === 0 || x !== r[i - 1][0] || y !== r[i - 1][1]);
    let [px, py] = points[0];
    return `M${px} ${py}l` + points.slice(1).map(([x, y]) => {
      const step = `${x - px} ${y - py}`;
      [px, py] = [x, y];
      return step;
    }).join(' ').replace(/ -/g, '-') + 'z';
  }).join('');
}

const codes = (list) => list.sort((a, b) => (a.code < b.code ? -1 : 1));
const outlines = {
  departement: codes(places.map((p) => ({ code: p.id, path: drawn(feature(topo, p).geometry) }))),
  region: codes(Object.entries(grouped).map(([region, members]) => ({ code: region, path: drawn(feature(topo, mergeArcs(topo, members)).geometry) }))),
};
const [, , width, height] = map.viewBox.split(' ').map((n) => Math.round(n * SCALE));
const credit = {
  title: 'France, departments', author: 'Victor Cazanave', url: 'https://github.com/VictorCazanave/svg-maps',
  licence: 'CC-BY-4.0', terms: 'https://creativecommons.org/licenses/by/4.0/', changes: true,
};
for (const [kind, drawnHere] of Object.entries(outlines)) {
  const far = code[kind].filter((row) => row.zone === 'drom' && !drawnHere.some((place) => place.code === row.code));
  const tiles = far.map((row, i) => ({ code: row.code, tile: { x: 0, y: 620 + i * 84, width: 276, height: 64, label: row.nom } }));
  const places = codes([...drawnHere, ...tiles]);
  const file = `${folder}/${kind}.json`;
  fs.writeFileSync(file, JSON.stringify({ width, height, codes: 'cog', credit, places }).replace(/\{"code"/g, '\n{"code"') + '\n');
  console.log(`${kind}: ${drawnHere.length} outlines, ${tiles.length} tiles, ${fs.statSync(file).size} bytes`);
}
