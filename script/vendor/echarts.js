// The part of Apache ECharts that Vigie draws with: what stands here ends in
// themes/vigie/assets/vendor/echarts.min.js (see the README there). Two
// renderers on purpose: SVG for the build, canvas for the browser, where the
// SVG renderer would write style attributes that our security policy blocks.
import * as core from 'echarts/core';
import { BarChart, CustomChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent, DatasetComponent, GridComponent, LegendPlainComponent,
  MarkAreaComponent, MarkLineComponent, MarkPointComponent, TooltipComponent,
} from 'echarts/components';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';

core.use([
  BarChart, CustomChart, LineChart, SankeyChart, ScatterChart,
  AriaComponent, DatasetComponent, GridComponent, LegendPlainComponent,
  MarkAreaComponent, MarkLineComponent, MarkPointComponent, TooltipComponent,
  LabelLayout, CanvasRenderer, SVGRenderer,
]);

export * from 'echarts/core';
