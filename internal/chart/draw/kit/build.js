// The build's side: an option as JSON in, the text of an SVG out. Colours stay
// sentinels; Go turns them into classes.

function drawSVG(json, width, height, lang) {
  const same = (color) => color;
  echarts.setPlatformAPI({ measureText });
  const chart = open(null, json, { renderer: 'svg', ssr: true, width, height }, same, undefined, lang);
  return chart.getZr().painter.renderToString({ useViewBox: true, cssAnimation: false, cssEmphasis: false });
}
