#!/bin/sh
# npm echarts 6.1.0, SVG of the server side (ssr): in a sankey and in a graph a link and a node
# bear the same pair of ecmeta_series_index and ecmeta_data_index. Link 0 is 0/0, and so is node 0.
#
# The attributes are there for a script that answers to a click on the SVG; ecmeta_ssr_type is
# "chart" for both. No attribute names which of the two was touched: there is only the order,
# links before nodes, and the look. In a bar chart each pair is one bar.
#
# Wants npm and node.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error echarts@6.1.0 >/dev/null
cat > draw.js <<'JS'
const echarts = require('echarts');
const nodes = [{ name: 'a' }, { name: 'b' }, { name: 'c' }];
const links = [{ source: 'a', target: 'b', value: 1 }, { source: 'b', target: 'c', value: 1 }];
const drawn = {
  sankey: { series: [{ type: 'sankey', data: nodes, links }] },
  graph: { series: [{ type: 'graph', layout: 'circular', symbolSize: 20, data: nodes, links }] },
  bar: { xAxis: { data: ['a', 'b', 'c'] }, yAxis: {}, series: [{ type: 'bar', data: [1, 2, 3] }] },
};
for (const [form, option] of Object.entries(drawn)) {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 400, height: 300 });
  chart.setOption({ animation: false, ...option });
  const svg = chart.renderToSVGString();
  const marks = [...svg.matchAll(/ecmeta_series_index="(\d+)" ecmeta_data_index="(\d+)" ecmeta_ssr_type="(\w+)"/g)];
  console.log(form, ...marks.map(([, series, item, type]) => `${type}:${series}/${item}`));
  chart.dispose();
}
process.exit(); // echarts keeps a timer
JS
got=$(node draw.js)
want='sankey chart:0/0 chart:0/1 chart:0/0 chart:0/1 chart:0/2
graph chart:0/0 chart:0/1 chart:0/0 chart:0/1 chart:0/2
bar chart:0/0 chart:0/1 chart:0/2'
echo "$got"
[ "$got" = "$want" ] || { echo "the behaviour changed" >&2; exit 1; }
