// Copies the citation of a number when its reader asks for it. Without this script the
// text is there all the same, to select and to copy by hand.
(function () {
  'use strict';
  const button = document.querySelector('button.copy-citation');
  const text = document.getElementById('citation');
  if (!button || !text) return;
  const status = button.parentElement.querySelector('[role=status]');
  button.hidden = false;
  button.addEventListener('click', async () => {
    try { // a page that was opened from a folder may not reach the clipboard
      await navigator.clipboard.writeText(text.textContent);
      status.textContent = button.dataset.done;
    } catch {
      getSelection().selectAllChildren(text);
      status.textContent = button.dataset.not;
    }
  });
})();
