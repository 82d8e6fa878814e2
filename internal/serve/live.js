// Only served by `vigie serve`: loads the page again when the site changed, and
// shows what is wrong when it could not be built.
(() => {
  let shown = null // number of the site that this tab shows
  let box = null
  const complain = text => {
    if (box) box.remove()
    box = null
    if (!text) return
    box = document.createElement('pre')
    box.id = 'vigie-problems'
    box.setAttribute('role', 'alert')
    box.textContent = text
    Object.assign(box.style, {
      position: 'fixed', inset: 'auto 0 0 0', zIndex: 99999, margin: 0, maxHeight: '60vh', overflow: 'auto',
      padding: '1rem', font: '14px/1.4 monospace', whiteSpace: 'pre-wrap',
      background: '#2b0b0b', color: '#ffe9e4', borderTop: '4px solid #ff6b57',
    })
    document.body.append(box)
  }
  new EventSource('/.vigie/news').onmessage = message => {
    const news = JSON.parse(message.data)
    if (shown === null) shown = news.site
    if (news.site !== shown) return location.reload()
    complain(news.problems)
  }
})()
