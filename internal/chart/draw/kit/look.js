// How charts look before an option says anything. Colours are roles of the
// palette, told by their sentinel (see palette.go); paint() turns a sentinel
// into what it stands for where the drawing happens.

// Patterns that keep apart what colour alone would not, by role.
function decals(paint) {
  const diagonal = (angle, gap, color) => ({
    symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, gap], rotation: angle, color,
  });
  const broad = (angle, color) => ({
    symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 3], rotation: angle, color,
  });
  const dots = (color) => ({
    symbol: 'circle', symbolSize: 0.55, dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0], color,
  });
  const over = paint(palette.surface); // strokes of the background's colour over the fill
  return {
    'tier-dedicated': diagonal(-Math.PI / 4, 6, over),
    'tier-external': dots(over),
    'tier-dedicated-deduced': broad(-Math.PI / 4, over),
    'tier-external-deduced': broad(0, over),
    disputed: diagonal(-Math.PI / 4, 3, over),
    unknown: diagonal(Math.PI / 4, 3, over),
  };
}

function theme(paint, fontFamily) {
  const c = (role) => paint(palette[role]);
  const words = (role, size) => ({ color: c(role), fontSize: size, fontFamily, lineHeight: Math.round(size * 1.3) });
  const axis = (line, split) => ({
    axisLine: { show: line, lineStyle: { color: c('axis'), width: 1 } },
    axisTick: { show: false, lineStyle: { color: c('axis') } },
    axisLabel: { ...words('muted', 12), hideOverlap: true },
    nameTextStyle: words('muted', 12),
    splitLine: { show: split, lineStyle: { color: c('grid'), width: 1 } },
    splitArea: { show: false },
  });
  const label = { ...words('text', 12), textBorderColor: c('surface'), textBorderWidth: 3 };
  const mark = { silent: true, label, symbol: 'none' };
  return {
    color: ['series1', 'series2', 'series3', 'series4', 'series5', 'series6', 'series7', 'series8'].map(c),
    textStyle: words('text', 12),
    categoryAxis: axis(true, false),
    valueAxis: axis(false, true),
    timeAxis: axis(true, true),
    logAxis: axis(false, true),
    grid: { left: 4, right: 16, top: 36, bottom: 4 },
    legend: {
      left: 0, top: 0, padding: 0, itemGap: 10, itemWidth: 16, itemHeight: 12, icon: 'rect',
      textStyle: words('text', 12), inactiveColor: c('muted'), inactiveBorderColor: c('grid'),
    },
    tooltip: {
      backgroundColor: c('surface'), borderColor: c('axis'), borderWidth: 1, padding: 8,
      textStyle: words('text', 13), renderMode: 'richText', confine: true,
    },
    axisPointer: {
      lineStyle: { color: c('axis') }, crossStyle: { color: c('axis') }, shadowStyle: { color: c('grid'), opacity: 0.4 },
      label: { color: c('surface'), backgroundColor: c('text') },
    },
    bar: { barMaxWidth: 48, itemStyle: { borderColor: c('surface'), borderWidth: 0.5 }, label },
    line: { lineStyle: { width: 2.5 }, symbol: 'circle', symbolSize: 7, showAllSymbol: true, label },
    scatter: { symbolSize: 12, itemStyle: { opacity: 1, borderColor: c('surface'), borderWidth: 1 }, label },
    custom: { label },
    sankey: { // in the order and at the places that the option gives
      layoutIterations: 0, draggable: false, label, itemStyle: { borderWidth: 0 },
      lineStyle: { curveness: 0.5 }, emphasis: { focus: 'trajectory' },
    },
    markLine: { ...mark, lineStyle: { color: c('accent'), width: 1.5, type: 'solid' } },
    markArea: { silent: true, label, itemStyle: { color: c('grid'), opacity: 0.5 } },
    markPoint: { label, itemStyle: { color: c('accent') } },
  };
}
