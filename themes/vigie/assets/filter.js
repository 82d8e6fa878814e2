// Narrows a list at once where a filter is chosen: the page of the filter is fetched and takes the
// place of this one, with its address; the way back gives the former page again, as it was. How many
// are in the list is announced. Without this script a filter leads to its page, as any link does.
(function () {
  'use strict';
  const body = document.body, pages = new Map();
  const heard = document.createElement('p'); // stays where it is, or nobody would hear it
  heard.className = 'vh';
  heard.setAttribute('role', 'status');
  body.append(heard);
  const kept = () => [...body.childNodes].filter((part) => part !== heard);
  const icon = document.querySelector('link[rel=icon]');
  icon.href = icon.href; // from the root: the address of the page changes, and its folder with it
  let here = location.pathname;
  pages.set(here, { title: document.title, parts: kept() });

  async function fetched(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (!page.querySelector('nav.filters[data-found]')) throw new Error('no list');
    const scripts = [...page.head.querySelectorAll('script[src]')].map((s) => new URL(s.getAttribute('src'), address).href);
    const parts = [...page.body.childNodes].map((part) => document.adoptNode(part));
    return { title: page.title, parts, scripts: scripts.filter((s) => s !== own) };
  }
  const own = document.currentScript.src;

  function show(page) {
    for (const part of kept()) part.remove();
    heard.before(...page.parts);
    document.title = page.title;
    for (const src of page.scripts || []) document.head.append(Object.assign(document.createElement('script'), { src }));
    page.scripts = []; // what they do to a page is done once
    const filters = document.querySelector('nav.filters[data-found]');
    const rows = document.querySelectorAll('main .list tbody tr, main ul.offers > li').length;
    heard.textContent = `${filters.dataset.found} ${rows}`;
    return filters;
  }

  document.addEventListener('click', async (event) => {
    const link = event.target.closest?.('nav.filters[data-found] a');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const to = new URL(link.href);
    try {
      if (!pages.has(to.pathname)) pages.set(to.pathname, await fetched(to.href));
    } catch {
      location.assign(to);
      return;
    }
    here = to.pathname;
    history.pushState(null, '', to);
    show(pages.get(here)).querySelector('[aria-current]')?.focus({ preventScroll: true });
  });

  addEventListener('popstate', () => {
    if (location.pathname === here) return; // a place in the same page
    here = location.pathname;
    if (pages.has(here)) show(pages.get(here));
    else location.reload();
  });
})();
