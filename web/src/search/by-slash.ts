/** `/` brings one to the search, wherever nothing is being written: to that of the view where it has one of its own. */
export const searchBySlash = (input: HTMLInputElement): void => {
  addEventListener('keydown', (event) => {
    const isWriting = event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isWriting) return
    event.preventDefault()
    const ownInput = document.querySelector<HTMLInputElement>('main search input')
    ;(ownInput ?? input).focus()
  })
}
