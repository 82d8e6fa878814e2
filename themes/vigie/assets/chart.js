// Puts charts in the reader's hand. Values are read from the drawing that the page came
// with: by pointer, by tap, by arrow keys, in the words of its data block. Only who hides a
// line or looks closer at a stretch loads ECharts, which then draws the same data block
// again. What is hidden and where one looks stands
// in the address, under the identifier of the chart. What a page shows without this script is
// complete: if anything fails here, the drawing stays.
(function () {
  'use strict';
  const scripts = document.getElementById('chart-scripts'), kit = document.getElementById('chart-tools');
  if (!scripts || !kit) return;
  const roomy = matchMedia('(min-width: 34rem)');
  const many = 20; // points of which a reader may want a stretch alone
  const list = (oneOrMany) => (oneOrMany == null ? [] : [].concat(oneOrMany));
  const fold = (text) => text.normalize('NFKD').replace(/\p{Mn}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  const DAY = /^\d{4}-\d\d-\d\d$/;

  // load runs the scripts of the page's template, one after the other, once.
  let loaded;
  const load = () => loaded = loaded || [...scripts.content.querySelectorAll('script')].reduce((before, script) => before.then(() =>
    new Promise((done, failed) => {
      const copy = document.createElement('script');
      copy.src = script.getAttribute('src');
      copy.onload = done;
      copy.onerror = failed;
      document.head.append(copy);
    })), Promise.resolve());

  // read takes from a data block the values in the order in which one reads them, the
  // entries of the legend, and the stops of a long axis.
  function read(option) {
    const x = list(option.xAxis)[0] || {}, y = list(option.yAxis)[0] || {};
    const points = [];
    list(option.series).forEach((s, series) => {
      const place = (d, j) => {
        const v = list(d.value);
        if (s.type === 'sankey') return points.length; // places, then what flows between them
        if (s.type === 'bar') return j;
        return s.type === 'scatter' && y.type === 'category' ? v[1] : DAY.test(v[0]) ? Date.parse(v[0]) : Number(v[0]);
      };
      for (const [mark, all] of [['item', s.data], ['flow', s.links]]) list(all).forEach((d, number) => {
        if (!d || !d.name || !d.tooltip) return;
        const [line, ...rest] = d.name.split('/');
        points.push({ series, [mark]: number, name: s.name, line, key: rest.join('/'), at: place(d, number), words: d.tooltip.formatter.replace(/^=:/, '') });
      });
    });
    const flows = list(option.series).some((s) => s.type === 'sankey');
    if (flows) for (const p of points) p.key = p.line + '/' + p.key; // two stages may have places of one name
    const order = new Map(points.map((p) => [p.key, p.at]).sort((a, b) => a[1] - b[1]));
    const places = [...order.keys()], lines = [...new Set(points.map((p) => p.line))];
    const legend = list((option.legend || {}).data).map((entry) => {
      const of = new Set(points.filter((p) => p.name === entry.name).map((p) => p.line));
      const alone = of.size === 1 && !points.some((p) => p.name !== entry.name && of.has(p.line));
      return { name: entry.name, key: alone ? [...of][0] : fold(entry.name) };
    });
    let stops = [];
    if (x.type === 'category') stops = list(x.data).map((d, i) => ({ value: i, key: fold(String(d)) || String(i), words: String(d).replace(/\n/g, ', ') || '…' }));
    else if (x.type === 'time') {
      const days = list(option.series).flatMap((s) => list(s.data)).flatMap((d) => list(d && d.value)).filter((v) => DAY.test(v));
      stops = [...new Set(days)].sort().map((d) => ({ value: d + 'T00:00Z', key: d, words: new Date(d).toLocaleDateString(document.documentElement.lang, { timeZone: 'UTC', dateStyle: 'long' }) }));
    }
    return { points, places, lines, legend, stops: stops.length > many ? stops : [], lying: y.type === 'category',
      apart: places.length === points.length, flows };
  }

  function equip(figure) {
    const drawing = figure.querySelector('.drawing'), id = figure.dataset.words.replace(/^.*\//, '');
    const blocks = [...figure.querySelectorAll('.chart-options')];
    const block = () => (roomy.matches ? blocks[0] : blocks[1] || blocks[0]).textContent;
    const tools = kit.content.cloneNode(true), part = (name) => tools.querySelector('.' + name);
    const [plot, tip, status, panel] = ['plot', 'tip', 'status', 'tools'].map(part);
    const [shown, stretch, full, whole] = ['shown', 'stretch', 'full', 'whole'].map(part);
    const ends = [...stretch.querySelectorAll('input')];
    let data = read(JSON.parse(block())), hidden = new Set(), from = 0, to = data.stops.length - 1, live, current;

    plot.setAttribute('aria-label', figure.querySelector('svg title').textContent + plot.dataset.label);
    plot.prepend(...drawing.children);
    drawing.append(tools);

    // A mark is of a value, or of what flows between two: each has numbers of its own.
    const marks = () => [...plot.querySelectorAll('svg [data-series]')].filter((m) => m.getClientRects().length);
    const same = ({ dataset: d }, p) => +d.series === p.series && ('flow' in p ? +d.flow === p.flow : +d.item === p.item);
    const markOf = (p) => marks().find((m) => same(m, p));
    const pointOf = (m) => data.points.find((p) => same(m, p));
    const seen = (p) => !data.legend.some((e) => e.name === p.name && hidden.has(e.key));

    // say opens the words of a value beside its mark; aloud where a key asked for them.
    function say(point, aloud) {
      current = point;
      tip.hidden = !point;
      if (!point) { status.textContent = ''; return; }
      tip.textContent = point.words.replace(/\n+/g, '\n');
      if (aloud) status.textContent = point.words.replace(/\n+/g, ', ');
      const box = plot.getBoundingClientRect();
      const where = (p) => {
        if (live) return live.at(p.series, p.item);
        const mark = markOf(p), b = mark && mark.getBoundingClientRect();
        if (b && 'flow' in p) return { x: b.x - box.x + b.width / 2, y: b.y - box.y + b.height / 2, width: 0, height: 0 };
        return b && { x: b.x - box.x, y: b.y - box.y, width: b.width, height: b.height };
      };
      let r = where(point); // nothing is drawn for zero: its words stand at what is drawn in its place
      for (const p of data.points) if (!r && p.key === point.key && seen(p)) r = where(p);
      r = r || { x: 0, y: 0, width: 0, height: 0 };
      const x = Math.max(0, Math.min(r.x + r.width / 2 - tip.offsetWidth / 2, box.width - tip.offsetWidth));
      const above = r.y - tip.offsetHeight - 8;
      tip.style.transform = `translate(${x}px, ${above < 0 ? r.y + r.height + 8 : above}px)`;
    }

    // step goes along the places of a line, or to the line beside, past what is hidden.
    function step(along, across) {
      const start = current || data.points.find(seen);
      if (!start || !current) return say(start, true);
      let [i, j] = [data.places.indexOf(start.key), data.lines.indexOf(start.line)];
      const at = (k, l) => data.points.find((p) => p.key === data.places[k] && p.line === data.lines[l] && seen(p));
      for (let k = i + along, l = j + across; k >= 0 && l >= 0 && k < data.places.length && l < data.lines.length; k += along, l += across) {
        if (at(k, l)) return say(at(k, l), true);
      }
      if (across) return;
      for (let k = i + along; k >= 0 && k < data.places.length; k += along) { // lines that share no place
        const near = data.points.find((p) => p.key === data.places[k] && seen(p));
        if (near) return say(near, true);
      }
    }

    plot.addEventListener('keydown', (e) => {
      const [along, across] = data.lying ? [['ArrowDown', 'ArrowUp'], ['ArrowRight', 'ArrowLeft']] : [['ArrowRight', 'ArrowLeft'], ['ArrowDown', 'ArrowUp']];
      const sides = data.apart ? [] : across;
      const all = data.places.map((k) => data.points.find((p) => p.key === k && seen(p))).filter(Boolean);
      if (e.ctrlKey || e.altKey || e.metaKey) return;
      if (e.key === along[0] || !sides.length && e.key === across[0]) step(1, 0);
      else if (e.key === along[1] || !sides.length && e.key === across[1]) step(-1, 0);
      else if (sides.includes(e.key)) step(0, e.key === sides[0] ? 1 : -1);
      else if (e.key === 'Home') say(all[0], true);
      else if (e.key === 'End') say(all.at(-1), true);
      else if (e.key === 'Enter' || e.key === ' ') say(current || all[0], true);
      else return;
      e.preventDefault();
    });
    plot.addEventListener('blur', () => say());
    document.addEventListener('keydown', (e) => { if (e.key === 'Escape' && current) say(); });

    // under is the value at a place of the screen, or the nearest within reach of a finger. What
    // flows is met where it is drawn, and half the reach from a place is the place.
    function under(e, reach) {
      const hit = data.flows && plot.contains(e.target) && e.target.dataset.flow && pointOf(e.target);
      let best = hit || undefined, least = hit ? reach / 2 : reach;
      for (const m of marks()) {
        if (m.dataset.flow) continue;
        const b = m.getBoundingClientRect();
        const far = Math.hypot(Math.max(b.left - e.clientX, 0, e.clientX - b.right), Math.max(b.top - e.clientY, 0, e.clientY - b.bottom));
        if (far <= least && pointOf(m)) { best = pointOf(m); least = far - (far === 0); }
      }
      return best;
    }
    plot.addEventListener('pointermove', (e) => {
      if (live || e.pointerType !== 'mouse' || tip.contains(e.target)) return;
      const point = under(e, 3);
      if (point !== current) say(point);
    });
    plot.addEventListener('pointerleave', (e) => { if (!live && e.pointerType === 'mouse') say(); });
    plot.addEventListener('click', (e) => { if (!live && !tip.contains(e.target)) say(under(e, 24)); });

    function turn(key) {
      if (!hidden.delete(key)) hidden.add(key);
      draw();
    }

    // draw shows what is chosen: with ECharts where something is, else the drawing of the page.
    async function draw() {
      const changed = hidden.size || from > 0 || to < data.stops.length - 1;
      const at = data.stops, last = at.length - 1;
      for (const button of shown.children) button.setAttribute('aria-pressed', String(!hidden.has(button.value)));
      ends.forEach((input, i) => {
        input.max = last;
        input.value = i ? to : from;
        if (at.length) input.setAttribute('aria-valuetext', input.nextElementSibling.textContent = at[i ? to : from].words);
      });
      whole.hidden = !changed;
      const url = new URL(location.href);
      if (changed) url.searchParams.set(id, [...[...hidden].map((k) => '-' + k), ...(from > 0 || to < last ? [at[from].key + '..' + at[to].key] : [])].join(' '));
      else url.searchParams.delete(id);
      if (url.href !== location.href) history.replaceState(history.state, '', url);
      say();
      if (!changed) return leave();
      try {
        await load();
        if (!live) enliven();
        live.show({
          hidden: data.legend.filter((e) => hidden.has(e.key)).map((e) => e.name),
          from: from > 0 ? at[from].value : null, to: to < last ? at[to].value : null,
        });
      } catch { leave(); }
    }

    function enliven() {
      const still = [...plot.querySelectorAll('svg')].find((svg) => svg.getBoundingClientRect().height > 0);
      const box = document.createElement('div');
      box.className = 'live';
      box.setAttribute('aria-hidden', 'true'); // the words of each value, the sentences and the table say the same
      box.style.setProperty('--h', still.getBoundingClientRect().height + 'px');
      plot.prepend(box);
      drawing.classList.add('drawn');
      live = chartkit.mount(box, block(), document.documentElement.lang, (name) => turn(data.legend.find((e) => e.name === name).key));
    }

    function leave() {
      if (live) live.undo();
      live = null;
      drawing.classList.remove('drawn');
      for (const box of plot.querySelectorAll('.live')) box.remove();
    }

    for (const entry of data.legend) {
      const button = document.createElement('button');
      button.type = 'button';
      button.value = entry.key;
      button.textContent = entry.name;
      button.addEventListener('click', () => turn(entry.key));
      shown.append(button);
    }
    ends.forEach((input, i) => input.addEventListener('input', () => {
      if (i) to = Math.max(+input.value, from + 1); else from = Math.min(+input.value, to - 1);
      draw();
    }));
    whole.addEventListener('click', () => {
      hidden.clear();
      [from, to] = [0, data.stops.length - 1];
      draw();
      panel.querySelector('summary').focus(); // the button goes
    });
    full.addEventListener('click', () => (document.fullscreenElement ? document.exitFullscreen() : drawing.requestFullscreen()).catch(() => {}));
    drawing.addEventListener('fullscreenchange', () => {
      const on = document.fullscreenElement === drawing;
      full.setAttribute('aria-pressed', String(on));
      say();
      if (!on) full.focus();
    });
    roomy.addEventListener('change', () => {
      const was = [data.stops[from], data.stops[to]].map((s) => s && s.key);
      leave();
      data = read(JSON.parse(block()));
      recall(was[0], was[1]);
      draw();
    });

    // recall finds the stretch between two stops, as the address names them.
    function recall(first, last) {
      [from, to] = [first, last].map((k) => data.stops.findIndex((s) => s.key === k));
      if (from < 0) from = 0;
      if (to <= from) to = data.stops.length - 1;
    }

    shown.closest('fieldset').hidden = data.legend.length < 2;
    stretch.hidden = !data.stops.length;
    full.hidden = !document.fullscreenEnabled;
    panel.hidden = shown.closest('fieldset').hidden && stretch.hidden && full.hidden;
    for (const word of (new URLSearchParams(location.search).get(id) || '').split(' ')) {
      if (word.includes('..')) recall(...word.split('..'));
      else if (data.legend.some((e) => '-' + e.key === word)) hidden.add(word.slice(1));
    }
    if (hidden.size || from > 0 || to < data.stops.length - 1) panel.open = true;
    draw();
  }

  for (const figure of document.querySelectorAll('figure.chart')) {
    if (figure.querySelector('.chart-options') && figure.querySelector('.drawing svg')) equip(figure);
  }
})();
