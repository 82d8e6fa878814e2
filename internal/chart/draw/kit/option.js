// From the option as Go wrote it to the one ECharts is given: nothing that our
// ECharts would pass over in silence, formatters by name, patterns by role.

const SERIES = ['bar', 'line', 'scatter', 'custom', 'sankey'];
const ROOT = [
  'animation', 'aria', 'axisPointer', 'backgroundColor', 'color', 'dataset', 'grid', 'legend',
  'series', 'textStyle', 'tooltip', 'useUTC', 'xAxis', 'yAxis',
];
// What go-echarts writes even when it holds nothing.
const HOLLOW = ['title', 'toolbox'];

function hollow(value) {
  return list(value).every((v) => v === null || typeof v !== 'object' || Object.keys(v).every((k) => v[k] === false));
}

function admit(option) {
  for (const key of Object.keys(option)) {
    if (ROOT.includes(key)) continue;
    if (HOLLOW.includes(key) && hollow(option[key])) { delete option[key]; continue; }
    throw new Error('"' + key + '" is not among the parts of ECharts that are vendored');
  }
  for (const s of list(option.series)) {
    if (!SERIES.includes(s.type)) throw new Error('series of type ' + JSON.stringify(s.type) + ' is not vendored');
    if (s.type === 'custom' && !READ[s.renderItem]) {
      throw new Error('custom series wants renderItem ' + Object.keys(READ).join(', ') + ', not ' + JSON.stringify(s.renderItem));
    }
  }
}

// walk hands each object of the tree to visit, the root first.
function walk(node, visit) {
  if (node === null || typeof node !== 'object') return;
  if (!Array.isArray(node)) visit(node);
  for (const key of Object.keys(node)) walk(node[key], visit);
}

// name turns formatters told by name into functions: "=:words" into those words,
// "{b}" into the name of the mark, which ECharts would read as a pattern again.
function name(node) {
  for (const key of ['formatter', 'valueFormatter']) {
    const spec = node[key];
    if (typeof spec !== 'string') continue;
    if (spec === '{b}') node[key] = (mark) => mark.name;
    else if (spec.startsWith('=:')) node[key] = literal(spec.slice(2));
    else if (spec.startsWith('=')) node[key] = formatter(spec);
  }
}

// pattern gives what has the colour of a role the pattern of that role.
function pattern(option, patterns) {
  const byColor = {};
  for (const role of Object.keys(patterns)) byColor[palette[role]] = patterns[role];
  walk(option, (node) => {
    const style = node.itemStyle;
    const decal = style && byColor[style.color];
    if (decal && style.decal === undefined) style.decal = { ...decal };
  });
  for (const s of list(option.series)) {
    const decal = byColor[s.color];
    if (decal) s.itemStyle = { decal: { ...decal }, ...s.itemStyle };
  }
}

// What holds words, and what holds a colour.
const WORDS = ['name', 'formatter', 'valueFormatter'];
const COLOR = /color$/i;

const DAY = /^\d{4}-\d\d-\d\d$/;

// universal reads a day as its start in universal time, wherever it is written:
// ECharts takes the time zone of whoever draws, and two builds would differ. Names
// and labels stay words, whatever they are; label is where that of a mark stands.
function universal(node, label) {
  if (node === null || typeof node !== 'object') return;
  const row = Array.isArray(node);
  if (node.renderItem) label = READ[node.renderItem].dimensions.indexOf(LABEL);
  for (const key of Object.keys(node)) {
    if (row ? Number(key) === label && typeof node[key] === 'string' : WORDS.includes(key) || (node.type === 'category' && key === 'data')) continue;
    if (typeof node[key] === 'string' && DAY.test(node[key])) node[key] += 'T00:00Z';
    else universal(node[key], label);
  }
}

function prepare(option, paint, width) {
  admit(option);
  if (list(option.xAxis).concat(list(option.yAxis)).some((axis) => axis && axis.type === 'time')) universal(option);
  walk(option, name);
  pattern(option, decals(paint));
  for (const s of list(option.series)) {
    if (s.type === 'custom') read(s);
    if (s.renderItem === 'span' && s.markLine) s.markLine = { z: 1, ...s.markLine }; // under the words and the bars
  }
  fit(option, width);
  for (const axis of list(option.yAxis)) ground(axis, palette.surface);
  walk(option, (node) => {
    for (const key of Object.keys(node)) {
      if (typeof node[key] === 'string' && COLOR.test(key)) node[key] = paint(node[key]);
    }
  });
  if (Array.isArray(option.color)) option.color = option.color.map(paint);
  option.useUTC = true;
  return option;
}

// open starts a chart that looks as ours do, and shows the option in it.
function open(element, json, settings, paint, fontFamily, lang) {
  echarts.registerLocale('FR', FRENCH);
  echarts.registerTheme('vigie', theme(paint, fontFamily));
  const drawn = marks(paint, fontFamily);
  for (const name of Object.keys(drawn)) echarts.registerCustomSeries(name, drawn[name]);
  const chart = echarts.init(element, 'vigie', { ...settings, locale: lang === 'en' ? 'EN' : 'FR' });
  const option = prepare(JSON.parse(json), paint, chart.getWidth());
  chart.setOption({ ...option, animation: false });
  clearLegend(chart, option);
  return chart;
}
