// Lets a reader sort a table by a column. Without this script the table stands in
// the order that its page tells, which is complete; nothing is hidden or loaded.
(function () {
  'use strict';
  for (const table of document.querySelectorAll('table.sortable')) {
    const body = table.tBodies[0];
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const down = head.getAttribute('aria-sort') === 'ascending';
        for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        const rows = [...body.rows].sort((a, b) => compare(a.cells[column], b.cells[column]));
        body.append(...(down ? rows.reverse() : rows));
      });
    });
  }

  // compare puts numbers in their order, then words in that of the language.
  function compare(a, b) {
    const [x, y] = [a, b].map((cell) => cell.querySelector('data'));
    if (x && y) return Number(x.value) - Number(y.value);
    return a.textContent.trim().localeCompare(b.textContent.trim(), document.documentElement.lang);
  }
})();
