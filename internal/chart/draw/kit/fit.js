// One option, several widths: what a chart needs so that its words stay inside
// and apart. Each thing is left alone where the option says it.

// The height of a legend of one line, at most.
const LEGEND_LINE = 20;

function fit(option, width) {
  const rows = list(option.yAxis).filter((axis) => axis.type === 'category');
  for (const axis of rows) wrapRows(axis, width);
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
  const names = list(axis.data).map((d) => String(d !== null && typeof d === 'object' ? d.value : d));
  if (label.width === undefined && names.some((n) => textWidth(n) > most)) {
    axis.axisLabel = { ...label, width: most, overflow: 'break', interval: 0 };
  }
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
