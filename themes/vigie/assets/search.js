// Searches the site. Nothing is loaded before something is typed; then the index of the
// language, and the one or two files in which the words of the query stand. Without this
// script the page leads to lists from A to Z. Package find makes the files.
(function () {
  'use strict';
  const fold = (text) => text.trim().replace(/\s+/g, ' ').normalize('NFKD').replace(/\p{Mn}/gu, '').toLowerCase()
    .replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/ß/g, 'ss');

  const wordsOf = (text, short) => (fold(text)
    .replace(/(^|[^\d.,])(\d{1,3}(?: \d{3})+)($|[^\d])/g, (all, a, n, b) => a + n.replace(/ /g, '') + b)
    .match(/\d+(?:[.,]\d+)+|[\p{L}\p{N}]+/gu) || []).map((w) => (short[w] || w).replace(/,/g, '.'));

  // near says that two words differ by one mistake: a letter too many, too few, another, or two that changed places.
  function near(a, b) {
    if (a.length < 4 || b.length < 4 || Math.abs(a.length - b.length) > 1 || /\d/.test(a)) return false;
    let i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    const x = a.slice(i), y = b.slice(i), after = x.slice(1);
    return after === y || x === y.slice(1) || after === y.slice(1) ||
      x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2);
  }

  const last = (starts, key) => Math.max(0, starts.findLastIndex((s) => s <= key));

  // all are the words of a text, with its apostrophes and without.
  const all = (text, short) => /['’]/.test(text) ? [...wordsOf(text, short), ...wordsOf(text.replace(/['’]/g, ''), short)] : wordsOf(text, short);

  // score says how well a row answers, and whether only with a mistake; nothing when it does not.
  function score(row, query, index) {
    if (!row.named) {
      const place = Array.isArray(row[7]);
      row.named = wordsOf(row[0], index.short);
      row.also = (place ? [row[4], row[3]] : row[4].split(' | ')).map((k) => wordsOf(k, index.short).join(' '));
      row.words = [[all(row[0], index.short), 12, 8, 5], [row.also.flatMap((k) => k.split(' ')), 11, 5, 3],
        [place ? [] : wordsOf(row[6], index.short), 18, 5, 3], [place ? [] : all(row[2], index.short), 6, 3, 2]];
    }
    const met = new Set();
    let sum = 0, loose = false;
    for (const t of query.words) {
      let best = 0, at = '';
      for (const [words, whole, start, close] of row.words) {
        for (const w of words) {
          const s = w === t ? whole : w.startsWith(t) ? start : near(t, w) ? close : 0;
          if (s > best) [best, at] = [s, w];
        }
      }
      if (!best && !index.small.includes(t)) return null;
      if (best && !at.startsWith(t)) loose = true;
      if (row.named.includes(at)) met.add(at);
      sum += best;
    }
    const real = row.named.filter((w) => !index.small.includes(w));
    const name = row.named.join(' ');
    const called = name === query.text || row.also.includes(query.text);
    const covered = called ? 1 : Math.min(1, met.size / (real.length || 1));
    return { row, loose, score: sum / query.words.length + 10 * covered + (called ? 12 : name.startsWith(query.text) ? 4 : 0) + row[5] / 10 };
  }

  const most = 9; // files for one query: it stays light

  // search gives the groups of what answers a query, or which files it must be given first.
  function search(typed, index, have) {
    const words = wordsOf(typed, index.short);
    const query = { words, text: words.join(' ') };
    const real = words.filter((w) => !index.small.includes(w)).slice(0, 8);
    const need = [], used = new Set();
    const read = (path) => {
      if (used.size === most && !used.has(path)) return null;
      used.add(path);
      return have[path] || (need.includes(path) || need.push(path), null);
    };
    const wide = (set, w) => set.wide.includes(w);
    const files = (set, w) => {
      const from = last(set.starts, wide(set, w) ? w + '*' : w), to = wide(set, w) ? from : last(set.starts, w + '\uffff');
      return set.starts.slice(from, to + 1).map((_, i) => `${set.folder}/${from + i}.json`);
    };
    const ordered = (set) => [...real].sort((a, b) => wide(set, a) - wide(set, b) || b.length - a.length);
    // meant are the words of a set that one mistake may have made this one.
    const meant = (set, w) => (w.length < 4 ? [] : [w.slice(0, 2), '.' + w.slice(-2)]).flatMap((pair) => {
      const file = set.pairs.length && read(`${set.folder}/w${last(set.pairs, pair)}.json`);
      return file ? (file[pair] || '').split(' ').filter((other) => near(w, other)).slice(0, 3) : [];
    });
    const seek = (chosen, loosely) => {
      const hits = new Map();
      for (const [set, list] of index.sets.map((set) => [set, chosen(set)])) {
        for (const path of new Set(list.flatMap((w) => files(set, w)))) {
          const file = read(path);
          for (const row of file ? file.rows : []) {
            const hit = score(row, query, index);
            if (hit && (loosely || !hit.loose)) hits.set(row[1] + row[0] + row[3] + row[6], Object.assign(hit, { around: file.around }));
          }
        }
      }
      return [...hits.values()];
    };
    const first = (n) => (set) => ordered(set).filter((w, i) => i < n || i < 2 && wide(set, w));
    const ways = [[first(1), false], [first(1), true], [(set) => ordered(set).slice(0, 1).flatMap((w) => meant(set, w)), true],
      [first(2), true], [(set) => ordered(set).slice(1, 2).flatMap((w) => meant(set, w)), true]];
    let hits = [];
    for (const [chosen, loosely] of real.length ? ways : []) {
      if (!hits.length && !need.length) hits = seek(chosen, loosely);
    }
    hits.sort((a, b) => b.score - a.score || (a.row[0] < b.row[0] ? -1 : 1));
    const groups = [];
    for (const hit of hits) {
      let group = groups.find((g) => g.id === hit.row[1]);
      if (!group) groups.push(group = { id: hit.row[1], hits: [] });
      group.hits.push(hit);
    }
    return { need, groups, total: hits.length };
  }

  // at is where a hit leads, from the root of the site.
  function at(hit, index) {
    const row = hit.row;
    if (!Array.isArray(row[7])) return row[3];
    const on = hit.around[row[6]];
    return on && on[1] ? `${index.places}${on[1]}/#${row[3]}` : '';
  }

  globalThis.vigieSearch = { words: wordsOf, search, at };
  if (!globalThis.document) return;

  const form = document.querySelector('form[data-href]');
  const [field, status, list, failed] = ['q', 'found-count', 'found', 'found-not'].map((id) => document.getElementById(id));
  const from = new URL(form.dataset.href, location.href), root = new URL('../', from), have = {};
  const shown = 8;
  let index, turn = 0, timer;

  const get = async (url) => {
    const answer = await fetch(url, { cache: 'no-cache' });
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  };

  const make = (tag, text, href) => {
    const e = document.createElement(tag);
    e.textContent = text;
    if (href) e.href = new URL(href, root);
    return e;
  };

  function item(hit) {
    const row = hit.row, place = Array.isArray(row[7]), li = make('li', ''), to = at(hit, index);
    const what = make('p', '');
    what.className = 'what';
    what.append(to ? make('a', row[0], to) : row[0]);
    li.append(what);
    if (!place && row[6]) what.append(' ', make('b', row[6]));
    const note = make('p', place ? index.kinds[row[2]] : row[2]);
    note.className = 'note';
    if (place) {
      for (const [name, body] of row[7].map((n) => hit.around[n])) note.append(' · ', make('a', name, `${index.bodies}${body}/`));
    }
    if (note.textContent) li.append(note);
    return li;
  }

  function show(found) {
    list.replaceChildren(...found.groups.map((group) => {
      const section = make('section', ''), ul = make('ul', '');
      ul.className = 'found';
      ul.append(...group.hits.slice(0, shown).map(item));
      section.append(make('h2', index.groups[group.id]), ul);
      if (Array.isArray(group.hits[0].row[7])) ul.before(document.getElementById('found-place').content.cloneNode(true));
      if (group.hits.length > shown) section.append(make('p', status.dataset.more));
      return section;
    }));
    status.textContent = found.total ? `${found.total} ${found.total > 1 ? status.dataset.many : status.dataset.single}` : status.dataset.none;
  }

  async function run() {
    const mine = ++turn, typed = field.value.trim(), url = new URL(location.href);
    if (typed) url.searchParams.set('q', typed); else url.searchParams.delete('q');
    history.replaceState(null, '', url);
    failed.hidden = true;
    if (!typed) {
      list.replaceChildren();
      status.textContent = '';
      return;
    }
    try {
      index ||= await get(from);
      for (;;) {
        const found = search(typed, index, have);
        if (mine !== turn) return;
        if (!found.need.length) return show(found);
        await Promise.all(found.need.map(async (path) => { have[path] = await get(new URL(path, from)); }));
      }
    } catch { failed.hidden = false; }
  }

  field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(run, 150); });
  form.addEventListener('submit', (e) => { e.preventDefault(); clearTimeout(timer); run(); });
  field.value = new URLSearchParams(location.search).get('q') || '';
  if (field.value) {
    field.focus({ preventScroll: true }); // the first hit is two stops away, not eleven
    run();
  }
})();
