// A page says until which day its statements hold, and a figure that time alone
// changes until which day it does. Read after that day, as days go in Paris, the page
// shows the notice that it carries, and says so beside each figure that is outdated.
// Calendars and time zones are dear to load on a phone: they are asked for only once
// the day of Paris, at most two hours ahead of the one of UTC, may be a later one.
// The page asks for this right after its notice, and waits: nothing below has been drawn
// yet that the notice would push down.
(function () {
  'use strict';
  const latest = new Date(Date.now() + 2 * 3600 * 1000).toISOString().slice(0, 10);
  const notice = document.querySelector('[data-until]');
  let day; // of Paris, once somebody asks
  const over = (until) => latest > until &&
    (day ??= new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date())) > until;
  notice.hidden = !over(notice.dataset.until);
  const mark = (figure) => {
    const inWords = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeZone: 'UTC' });
    const words = document.createElement('small');
    words.className = 'outlived';
    words.textContent = `${notice.dataset.figureUntil} ${inWords.format(new Date(figure.dataset.holds))}`;
    figure.append(' ', words);
  };
  // Figures are marked as they are read, before they are drawn; one that may not be whole waits.
  const waiting = new Set(document.querySelectorAll('[data-holds]'));
  const markAll = (whole) => {
    let end = document.documentElement;
    while (!whole && end.lastChild) end = end.lastChild;
    for (const figure of waiting) {
      if (!whole && figure.contains(end)) continue;
      waiting.delete(figure);
      if (over(figure.dataset.holds)) mark(figure);
    }
  };
  const reading = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (node.matches?.('[data-holds]')) waiting.add(node);
        for (const inner of node.querySelectorAll?.('[data-holds]') ?? []) waiting.add(inner);
      }
    }
    markAll(false);
  });
  reading.observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener('DOMContentLoaded', () => {
    reading.disconnect();
    for (const figure of document.querySelectorAll('[data-holds]:not(:has(.outlived))')) waiting.add(figure);
    markAll(true);
  });
})();
