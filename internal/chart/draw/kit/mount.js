// The browser's side: the same option, drawn on a canvas inside an element, in
// the colours and the font that the page gives that element. It follows the
// size of the element and a change of colour scheme. Returns what undoes it.

function mount(element, json, lang) {
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  // Beyond French, months stand in English, as all that the program writes and as it draws them.
  const spoken = lang === 'fr' ? 'fr' : 'en';
  let chart;

  function draw() {
    if (chart) chart.dispose();
    const css = getComputedStyle(element);
    const colours = {};
    for (const role of Object.keys(palette)) {
      colours[palette[role]] = css.getPropertyValue('--chart-' + role).trim() || palette[role];
    }
    const paint = (color) => colours[color] || color;
    chart = open(element, json, { renderer: 'canvas' }, paint, css.fontFamily, spoken);
  }

  const observer = new ResizeObserver(() => chart.resize());
  draw();
  observer.observe(element);
  scheme.addEventListener('change', draw);
  return {
    redraw: draw,
    undo() {
      observer.disconnect();
      scheme.removeEventListener('change', draw);
      chart.dispose();
    },
  };
}
