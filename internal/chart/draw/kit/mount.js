// The browser's side: the same option, drawn on a canvas inside an element, in
// the colours and the font that the page gives that element. It follows the
// size of the element and a change of colour scheme. Returns what changes and undoes it.

function mount(element, json, lang, picked) {
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  // Beyond French, months stand in English, as all that the program writes and as it draws them.
  const spoken = lang === 'fr' ? 'fr' : 'en';
  let chart, axis, view = { hidden: [], from: null, to: null };

  function draw() {
    if (chart) chart.dispose();
    const css = getComputedStyle(element);
    const colours = {};
    for (const role of Object.keys(palette)) {
      colours[palette[role]] = css.getPropertyValue('--chart-' + role).trim() || palette[role];
    }
    const paint = (color) => colours[color] || color;
    chart = open(element, json, { renderer: 'canvas' }, paint, css.fontFamily, spoken);
    axis = list(chart.getOption().xAxis)[0] || {};
    choose();
    if (picked) chart.on('legendselectchanged', (e) => picked(e.name));
  }

  // choose hides lines by their names, and keeps of a long axis the stretch between two stops.
  function choose() {
    const selected = {};
    for (const { name } of list((chart.getOption().legend || [])[0] && chart.getOption().legend[0].data)) selected[name] = !view.hidden.includes(name);
    const near = view.from != null || view.to != null;
    const given = (end, first) => (end != null ? end : first != null ? first : null);
    chart.setOption({
      legend: { selected },
      ...(near || axis.near ? { xAxis: { min: given(view.from, axis.min), max: given(view.to, axis.max), minInterval: near ? 0 : axis.minInterval } } : {}),
    });
    axis.near = axis.near || near;
  }

  // at is where a mark stands in the element; nothing when it is not drawn.
  function at(series, item) {
    const of = chart.getModel().getSeriesByIndex(series);
    const mark = of && of.getData().getItemGraphicEl(item);
    if (!mark) return null;
    const box = mark.getBoundingRect().clone();
    const moved = mark.getComputedTransform();
    if (moved) box.applyTransform(moved);
    return { x: box.x, y: box.y, width: box.width, height: box.height };
  }

  const observer = new ResizeObserver(() => chart.resize());
  draw();
  observer.observe(element);
  scheme.addEventListener('change', draw);
  return {
    redraw: draw,
    show(chosen) { view = chosen; choose(); },
    at,
    undo() {
      observer.disconnect();
      scheme.removeEventListener('change', draw);
      chart.dispose();
    },
  };
}
