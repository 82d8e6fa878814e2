// Sets two to four providers or offers side by side. The choice stands in the address, so
// that it can be shared. Nothing is loaded before somebody chooses. Without this script the page leads to pages of common pairs.
(function () {
  'use strict';
  const form = document.querySelector('form[data-href].choose-compared');
  const [status, failed, shown] = ['compare-status', 'compare-not', 'compare-shown'].map((id) => document.getElementById(id));
  const begin = document.getElementById('compare-begin'), selects = [...form.querySelectorAll('select')];
  const from = new URL(form.dataset.href, location.href), root = new URL('../', from);
  let index;

  const make = (tag, text, href) => {
    const e = document.createElement(tag);
    e.textContent = text;
    if (href) e.href = new URL(href, root);
    return e;
  };
  const linked = (href, text) => href ? make('a', text, href) : text;

  function figure(f) {
    const a = make('a', '', f.h), n = make(f.x ? 'data' : 'span', f.t);
    a.className = f.s === 'sure' ? 'figure' : `figure ${f.s}`;
    if (f.x) n.value = f.x;
    a.append(n);
    return f.m ? [' ', a, ' ', Object.assign(make('small', f.m), { className: 'fragile' })] : [' ', a];
  }

  function line(l) {
    const p = make('p', '');
    if (l.a) p.className = 'absent';
    if (l.l) p.append(linked(...l.l));
    if (l.l && l.t) p.append(', ');
    if (l.t) p.append(l.t);
    if (l.d) p.append(' ', Object.assign(make('time', l.d[1]), { dateTime: l.d[0] }));
    if (l.f) p.append(...figure(l.f));
    if (l.n) p.append(' ', make('small', l.n));
    return p;
  }

  function table(things) {
    const t = make('table', ''), region = make('div', ''), head = make('tr', ''), top = make('thead', '');
    t.className = 'compare';
    t.append(Object.assign(make('caption', `${form.dataset.caption} ${things.map((x) => x.name).join(', ')}`), { id: 'compared' }));
    for (const x of things) {
      const th = Object.assign(make('th', ''), { scope: 'col' });
      th.append(linked(x.at, x.name), ' ', make('span', x.what));
      head.append(th);
    }
    top.append(head);
    t.append(top);
    index.questions.forEach((question, i) => {
      const body = make('tbody', ''), asked = make('tr', ''), answers = make('tr', '');
      asked.append(Object.assign(make('th', question), { scope: 'rowgroup', colSpan: things.length }));
      answers.append(...things.map((x) => {
        const td = make('td', '');
        td.append(...x.cells[i].map((n) => line(index.lines[n])));
        return td;
      }));
      body.append(asked, answers);
      t.append(body);
    });
    region.className = 'scroll compared';
    region.tabIndex = 0;
    region.setAttribute('role', 'region');
    region.setAttribute('aria-labelledby', 'compared');
    region.append(t);
    return region;
  }

  function show() {
    const keys = [...new Set(selects.map((s) => s.value).filter(Boolean))], url = new URL(location.href);
    const things = keys.map((k) => index.things.find((x) => x.key === k));
    if (keys.length) url.searchParams.set('with', keys.join(',')); else url.searchParams.delete('with');
    history.replaceState(null, '', url.href.replace(/%2C/g, ',').replace(/%2F/g, '/'));
    shown.replaceChildren(...(things.length > 1 ? [table(things)] : []));
    status.textContent = things.length > 1 ? `${form.dataset.shown} ${things.map((x) => x.name).join(', ')}`
      : things.length ? form.dataset.few : '';
  }

  function fill(select, chosen) {
    select.append(new Option(form.dataset.none, ''));
    index.groups.forEach((label, g) => {
      const group = Object.assign(document.createElement('optgroup'), { label });
      group.append(...index.things.filter((x) => x.group === g).map((x) => new Option(x.name, x.key, false, x.key === chosen)));
      select.append(group);
    });
    select.addEventListener('change', show);
  }

  async function load() {
    failed.hidden = true;
    try {
      const answer = await fetch(from, { cache: 'no-cache' });
      if (!answer.ok) throw new Error(answer.status);
      index = await answer.json();
    } catch { failed.hidden = false; return; }
    const known = (k) => index.things.some((x) => x.key === k);
    const asked = [...new Set((new URLSearchParams(location.search).get('with') || '').split(','))].filter(known);
    selects.forEach((s, i) => fill(s, asked[i]));
    begin.hidden = true;
    form.hidden = false;
    if (asked.length) show();
  }

  begin.hidden = false;
  begin.addEventListener('click', async () => { await load(); if (index) selects[0].focus(); });
  if (new URLSearchParams(location.search).has('with')) load();
})();
