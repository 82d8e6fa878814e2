// Makes charts interactive when they come near the screen, where there is room:
// phones keep the drawing that was made for them, and load nothing more. What a
// page shows without this script is complete: if anything fails here, the
// drawing stays.
(function () {
  'use strict';
  const figures = [...document.querySelectorAll('figure.chart')].filter((f) => f.querySelector('.chart-options'));
  const scripts = document.getElementById('chart-scripts');
  if (!figures.length || !scripts || !('IntersectionObserver' in window) || !('ResizeObserver' in window)) return;

  // wide is the drawing that an interactive chart may stand for, when it is shown.
  function wide(figure) {
    const svg = figure.querySelector('.wide svg');
    return svg && svg.getBoundingClientRect().height > 0 ? svg : null;
  }

  // load runs the scripts of the page's template, one after the other, once.
  let loaded;
  function load() {
    loaded = loaded || [...scripts.content.querySelectorAll('script')].reduce((before, script) => before.then(() =>
      new Promise((done, failed) => {
        const copy = document.createElement('script');
        copy.src = script.getAttribute('src');
        copy.onload = done;
        copy.onerror = failed;
        document.head.append(copy);
      })), Promise.resolve());
    return loaded;
  }

  function enliven(figure) {
    const drawing = figure.querySelector('.drawing');
    const still = wide(figure);
    if (!still) return;
    const box = document.createElement('div');
    box.className = 'live';
    box.setAttribute('aria-hidden', 'true'); // the sentences and the table say the same
    box.style.setProperty('--h', still.getBoundingClientRect().height + 'px');
    drawing.append(box);
    drawing.classList.add('drawn');
    try {
      chartkit.mount(box, figure.querySelector('.chart-options').textContent, document.documentElement.lang);
    } catch (fault) {
      drawing.classList.remove('drawn');
      box.remove();
    }
  }

  const near = new IntersectionObserver((seen) => {
    for (const entry of seen) {
      if (!entry.isIntersecting || !wide(entry.target)) continue;
      near.unobserve(entry.target);
      load().then(() => enliven(entry.target)).catch(() => {});
    }
  }, { rootMargin: '400px' });
  figures.forEach((f) => near.observe(f));
})();
