// A page says until which day its statements hold, and a figure that time alone
// changes until which day it does. Read after that day, as days go in Paris, the page
// shows the notice that it carries, and says so beside each figure that is outdated.
'use strict';
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());
for (const notice of document.querySelectorAll('[data-until]')) {
  notice.hidden = today <= notice.dataset.until;
  const inWords = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeZone: 'UTC' });
  for (const figure of document.querySelectorAll('[data-holds]')) {
    if (today <= figure.dataset.holds) continue;
    const mark = document.createElement('small');
    mark.className = 'outlived';
    mark.textContent = `${notice.dataset.figureUntil} ${inWords.format(new Date(figure.dataset.holds))}`;
    figure.append(' ', mark);
  }
}
