// A page says until which day its statements hold, and a figure that time alone
// changes until which day it does. Read after that day, as days go in Paris, the page
// shows the notice that it carries, and says so beside each figure that is outdated.
// Calendars and time zones are dear to load on a phone: they are asked for only once
// the day of Paris, at most two hours ahead of the one of UTC, may be a later one.
(function () {
  'use strict';
  const latest = new Date(Date.now() + 2 * 3600 * 1000).toISOString().slice(0, 10);
  const timed = [...document.querySelectorAll('[data-until], [data-holds]')];
  if (timed.some((part) => latest > (part.dataset.until || part.dataset.holds))) {
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());
    const inWords = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeZone: 'UTC' });
    const notice = document.querySelector('[data-until]');
    notice.hidden = today <= notice.dataset.until;
    for (const figure of document.querySelectorAll('[data-holds]')) {
      if (today <= figure.dataset.holds) continue;
      const mark = document.createElement('small');
      mark.className = 'outlived';
      mark.textContent = `${notice.dataset.figureUntil} ${inWords.format(new Date(figure.dataset.holds))}`;
      figure.append(' ', mark);
    }
  }
})();
