// One option, several widths: what a chart needs so that its words stay inside
// and apart. Each thing is left alone where the option says it.

// The length of the shortest bar of a value that is not zero.
const LEAST = 3;

// The height of a legend of one line, at most.
const LEGEND_LINE = 20;

function fit(option, width) {
  const rows = list(option.yAxis).filter((axis) => axis.type === 'category');
  for (const axis of rows) wrapRows(axis, width);
  seen(option);
  const plot = rows.length > 0 ? width * 0.6 - 50 : width - 60; // about
  for (const axis of list(option.xAxis)) {
    if (axis.type !== 'category' && axis.splitNumber === undefined) {
      axis.splitNumber = Math.max(2, Math.min(8, Math.round(plot / 80)));
    }
  }
  for (const s of list(option.series)) {
    if (s.type === 'line' || s.type === 'scatter') s.labelLayout = s.labelLayout || keepInside(width, s.type === 'line');
  }
  roomAtRight(option);
}

// wrapRows breaks long names of rows into lines, so that bars keep most of the
// width.
function wrapRows(axis, width) {
  const most = Math.round(width * 0.36);
  const label = axis.axisLabel || {};
  if (label.inside) return;
  const names = list(axis.data).map((d) => String(d !== null && typeof d === 'object' ? d.value : d));
  if (label.width === undefined && names.some((n) => textWidth(n) > most)) {
    axis.axisLabel = { ...label, width: most, overflow: 'break', interval: 0 };
  }
}

// seen keeps the bar of a small value from vanishing. ECharts would lengthen zeros as well:
// those that bear words stand apart, in a series of their own.
function seen(option) {
  const zero = (d) => d !== null && typeof d === 'object' && Number(d.value) === 0;
  const labelled = (d) => zero(d) && d.label && d.label.show;
  for (const s of list(option.series)) {
    if (s.type !== 'bar' || s.barMinHeight !== undefined) continue;
    const data = list(s.data);
    s.barMinHeight = LEAST;
    if (data.some(labelled)) option.series.push({ ...s, barMinHeight: 0, markLine: undefined, data: data.map((d) => (labelled(d) ? d : '-')) });
    s.data = data.map((d) => (zero(d) ? { ...d, value: '-' } : d));
  }
}

// ground gives the names that stand above rows a ground of their own, so that no line of the
// plot runs through their letters.
function ground(axis, color) {
  const label = axis.axisLabel || {};
  if (axis.type !== 'category' || !label.inside) return;
  axis.z = 1.5;
  axis.axisLabel = {
    ...label, width: undefined, rich: { name: { backgroundColor: color, padding: [1, 2, 1, 0] } },
    formatter: (name) => name.split('\n').map((line) => (line.trim() && !/[{}]/.test(line) ? '{name|' + line + '}' : line)).join('\n'),
  };
}

// keepInside turns a label that would leave the chart on its right to the other
// side of its point, and pushes others back in.
function keepInside(width, hideOverlap) {
  return function ({ labelRect, rect }) {
    const over = labelRect.x + labelRect.width - width;
    if (over > 0 && labelRect.x >= rect.x + rect.width) {
      return { x: rect.x - GAP, y: rect.y + rect.height / 2, align: 'right', verticalAlign: 'middle' };
    }
    if (over > 0) return { dx: -over, hideOverlap };
    return labelRect.x < 0 ? { dx: -labelRect.x, hideOverlap } : { hideOverlap };
  };
}

// roomAtRight leaves beside lying bars the room that their labels may need.
function roomAtRight(option) {
  const grid = option.grid || {};
  if (Array.isArray(grid) || grid.right !== undefined) return;
  let most = 0;
  for (const s of list(option.series)) {
    const label = s.label || {};
    if (s.type !== 'bar' || !label.show || label.position !== 'right') continue;
    for (const d of list(s.data)) {
      const value = d !== null && typeof d === 'object' && !Array.isArray(d) ? d.value : d;
      const text = typeof label.formatter === 'function' ? label.formatter({ value }) : String(value);
      most = Math.max(most, textWidth(text));
    }
  }
  if (most > 0) option.grid = { ...grid, right: Math.ceil(most) + GAP };
}

// clearLegend moves the plot down when its legend takes more than one line.
function clearLegend(chart, option) {
  if (!option.legend || Array.isArray(option.grid) || (option.grid && option.grid.top !== undefined)) return;
  const legend = chart.getModel().getComponent('legend');
  const height = legend ? chart.getViewOfComponentModel(legend).group.getBoundingRect().height : 0;
  if (height > LEGEND_LINE) chart.setOption({ grid: { top: height + GAP + 12 } });
}
