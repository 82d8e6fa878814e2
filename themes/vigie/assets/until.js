// A page says until which day its statements hold. Read after that day, as days
// go in Paris, it shows the notice that it carries.
'use strict';
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());
for (const notice of document.querySelectorAll('[data-until]')) notice.hidden = today <= notice.dataset.until;
