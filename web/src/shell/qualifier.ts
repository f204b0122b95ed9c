import type { Address } from '../address/address.ts'
import { el, fill, freshId, type Child } from '../elements/element.ts'

/** One of the three things that qualify every answer. */
export interface Qualifier {
  readonly element: HTMLElement
  /** Shows what an address says of it; gives a sentence where that is not what it is by default. */
  readonly show: (address: Address) => readonly Child[] | undefined
}

/** A button that says how something stands, and opens a small panel to change it. */
export const qualifierButton = (word: string, open: (panel: HTMLElement) => void) => {
  const id = freshId('qualifier')
  const value = el('strong')
  const panel = el('div', { id, popover: 'auto', class: 'panel', role: 'dialog', 'aria-label': word })
  const button = el('button', { type: 'button', class: 'qualifier', popovertarget: id }, `${word} `, value)
  panel.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState === 'open') open(panel)
  })
  return {
    element: el('div', { class: 'qualifier-of' }, button, panel),
    say: (...words: readonly Child[]) => fill(value, ...words),
    close: () => panel.hidePopover(),
  }
}
