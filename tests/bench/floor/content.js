chrome.runtime.sendMessage('look up').then((known) => {
  const bar = document.createElement('p')
  bar.textContent = known
  document.querySelector('h1')?.after(bar)
})
