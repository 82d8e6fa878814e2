// Marks that ECharts lacks, usable from JSON: a custom series whose renderItem
// is their name.
//
//   range:   [place on x, low, high, label?]   a bar from low to high
//   span:    [row on y, start, end, label?]    a bar lying from start to end
//   missing: [place on x, label]               a value that is not there, and why: below
//                                              the axis, never as the height of a bar
//   missingRow: [row on y, label, k?, n?]      the same beside lying bars, for the
//                                              k-th (from 0) of n series
//   note:    [place on x, height, words]       words alone, above that height: the
//                                              total of a stack
//   above:   [place on x, height, label?]      a part of a stack that is not known:
//                                              below the axis, its words above that height
//   gap:     [start on x, end, label?]         a time of which nothing is known, from
//                                              top to bottom
//   heading: [x, y, words, side]               words alone, that begin or end there
//                                              (side: left or right)
//
// A label is drawn above a range; inside a span when there is room, else where
// there is some around it.

// How ECharts is to read these values: which axis takes which, and which is words.
const LABEL = { name: 'label', type: 'ordinal' };
const READ = {
  range: { encode: { x: 0, y: [1, 2] }, dimensions: [null, 'min', 'max', LABEL] },
  span: { encode: { y: 0, x: [1, 2] }, dimensions: [null, 'start', 'end', LABEL] },
  missing: { encode: { x: 0, y: 4, tooltip: 1 }, dimensions: [null, LABEL, 'k', 'n', 'nothing'] },
  missingRow: { encode: { y: 0, x: 4, tooltip: 1 }, dimensions: [null, LABEL, 'k', 'n', 'nothing'] },
  above: { encode: { x: 0, y: 1, tooltip: 2 }, dimensions: [null, 'base', LABEL] },
  gap: { encode: { x: [0, 1], y: 3, tooltip: 2 }, dimensions: ['start', 'end', LABEL, 'nothing'] },
  heading: { encode: { x: 0, y: 1 }, dimensions: [null, null, LABEL, { name: 'side', type: 'ordinal' }], silent: true, tooltip: { show: false } },
  note: { encode: { x: 0, y: 1 }, dimensions: [null, null, LABEL], silent: true, tooltip: { show: false } },
};

// read tells ECharts how to read a custom series. A tooltip says the label where
// there is one, else the two ends of a range.
function read(series) {
  const { encode, dimensions, ...rest } = READ[series.renderItem];
  const valueOf = (d) => (Array.isArray(d) ? d : d.value);
  const labelled = list(series.data).every((d) => typeof valueOf(d)[3] === 'string');
  Object.assign(series, { dimensions, encode: { tooltip: labelled ? 3 : encode.y === 0 ? [] : [1, 2], ...encode } }, rest);
}

const GAP = 6;

function marks(paint, fontFamily) {
  const words = (text, role, x, y, align, verticalAlign, ground) => ({
    type: 'text',
    silent: true,
    style: {
      text, x, y, align, verticalAlign, fill: paint(palette[role]), fontSize: 12, fontFamily,
      ...(role === 'surface' ? {} : { stroke: paint(palette.surface), lineWidth: 3 }),
      ...(ground ? { backgroundColor: paint(palette.surface), padding: [1, 2] } : {}),
    },
  });
  const group = (...children) => ({ type: 'group', children: children.filter(Boolean) });
  const box = (x, y, width, height, style, r) => ({ type: 'rect', shape: { x, y, width, height, r: r || 0 }, style });
  const look = (api) => Object.assign(api.style(), { text: null, textFill: null, decal: api.visual('decal') });
  const barWidth = (band) => Math.max(8, Math.min(band * 0.6, 48)); // a moment has no width

  function labelOf(api, dimension) {
    const given = api.ordinalRawValue(dimension);
    return typeof given === 'string' ? given : '';
  }

  // off is where no axis reaches: what a reader who looks closer at a stretch left out.
  const off = (params, x) => x < params.coordSys.x - 1 || x > params.coordSys.x + params.coordSys.width + 1;

  function range(params, api) {
    const [x, bottom] = api.coord([api.value(0), api.value(1)]);
    if (off(params, x)) return null;
    const top = api.coord([api.value(0), api.value(2)])[1];
    if (!(bottom - top >= 0)) return null;
    const width = barWidth(api.size([1, 0])[0]);
    const style = look(api);
    const whisker = (y) => ({
      type: 'line',
      shape: { x1: x - width / 2, x2: x + width / 2, y1: y, y2: y },
      style: { stroke: style.fill, fill: 'none', lineWidth: 2 },
    });
    const label = labelOf(api, 3);
    return group(
      box(x - width / 2, top, width, Math.max(bottom - top, 1), style),
      whisker(bottom),
      whisker(top),
      label && words(label, 'text', x, top - GAP, 'center', 'bottom'),
    );
  }

  function span(params, api) {
    const area = params.coordSys;
    const [start, y] = api.coord([api.value(1), api.value(0)]);
    const end = api.coord([api.value(2), api.value(0)])[0];
    if (!(end - start >= 0)) return null;
    const left = Math.max(start, area.x);
    const right = Math.min(end, area.x + area.width);
    if (right < left) return null;
    const height = Math.min(api.size([0, 1])[1] * 0.6, 20);
    const label = labelOf(api, 3);
    return group(
      box(left, y - height / 2, Math.max(right - left, 2), height, look(api), 2),
      label && place(label, left, right, y, height, area, !api.visual('decal')),
    );
  }

  // place puts a label inside the bar, else after it, else before it, else under
  // it and within the chart.
  function place(label, left, right, y, height, area, plain) {
    const width = textWidth(label);
    const edge = area.x + area.width;
    if (plain && width + 2 * GAP <= right - left) return words(label, 'surface', left + GAP, y, 'left', 'middle');
    if (right + GAP + width <= edge) return words(label, 'text', right + GAP, y, 'left', 'middle', true);
    if (left - GAP - width >= area.x) return words(label, 'text', left - GAP, y, 'right', 'middle', true);
    const x = Math.max(area.x, Math.min(left, edge - width));
    return words(label, 'text', x, y + height / 2 + 2, 'left', 'top', true);
  }

  function missing(params, api) {
    const area = params.coordSys;
    const x = api.coord([api.value(0), 0])[0];
    if (off(params, x)) return null;
    const width = barWidth(api.size([1, 0])[0]);
    const text = words(labelOf(api, 1), 'muted', 0, 0, 'left', 'middle');
    Object.assign(text, { x, y: area.y + area.height - GAP, rotation: Math.PI / 2 });
    return group(under(area, x, width, look(api)), text);
  }

  // under is where what is not known is drawn: below the axis, and no height of a bar.
  function under(area, x, width, style) {
    return box(x - width / 2, area.y + area.height + 1, width, 6, style);
  }

  function missingRow(params, api) {
    const area = params.coordSys;
    const band = api.size([0, 1])[1] * 0.8;
    const n = api.value(3) || 1;
    const y = api.coord([0, api.value(0)])[1] - band / 2 + band * ((api.value(2) || 0) + 0.5) / n;
    return group(
      box(Math.max(0, area.x - 7), y - 6, 6, 12, look(api)),
      words(labelOf(api, 1), 'muted', area.x + GAP, y, 'left', 'middle'),
    );
  }

  function above(params, api) {
    const [x, y] = api.coord([api.value(0), api.value(1)]);
    if (off(params, x)) return null;
    const width = barWidth(api.size([1, 0])[0]);
    const label = labelOf(api, 2);
    return group(
      under(params.coordSys, x, width, look(api)),
      label && words(label, 'muted', x, y - GAP, 'center', 'bottom'),
    );
  }

  function gap(params, api) {
    const area = params.coordSys;
    const left = Math.max(api.coord([api.value(0), 0])[0], area.x);
    const right = Math.min(api.coord([api.value(1), 0])[0], area.x + area.width);
    if (right < left) return null;
    const label = labelOf(api, 2);
    const fits = textWidth(label) + GAP <= right - left;
    const text = label && words(label, 'muted', (left + right) / 2, area.y + area.height - 16, 'center', 'middle', true);
    if (text && !fits) {
      Object.assign(text, { x: text.style.x, y: area.y + area.height - GAP, rotation: Math.PI / 2 });
      Object.assign(text.style, { x: 0, y: 0, align: 'left' });
    }
    return group(box(left, area.y, Math.max(right - left, 2), area.height, { ...look(api), opacity: 0.3 }), text);
  }

  function note(params, api) {
    const [x, y] = api.coord([api.value(0), api.value(1)]);
    return off(params, x) ? null : words(labelOf(api, 2), 'text', x, y - GAP, 'center', 'bottom');
  }

  function heading(params, api) {
    const [x, y] = api.coord([api.value(0), api.value(1)]);
    return words(labelOf(api, 2), 'muted', x, y, labelOf(api, 3), 'middle');
  }

  return { above, gap, heading, note, range, span, missing, missingRow };
}

function textWidth(text) {
  return echarts.format.getTextRect(text, '12px sans-serif').width;
}
