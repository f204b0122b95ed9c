import { el } from '../elements/element.ts'
import type { Family } from '../words/statuses.ts'

interface Told {
  readonly familyOn: (state: string, day: number) => Family
  readonly nameOn: (state: string, day: number) => string
  /** How the state stood on the day, as a sentence. */
  readonly tell: (state: string, day: number) => string
  /** Goes to where it is told why. */
  readonly seeWhy: () => void
}

/**
 * Who was chosen, right beneath the map: shown where the column that tells why stands below everything else. The
 * choice, and nothing that the slider does to it, is said to readers of screens.
 */
export const chosenCard = ({ familyOn, nameOn, tell, seeWhy }: Told) => {
  const swatch = el('span', { class: 'swatch' })
  const name = el('strong')
  const says = el('p')
  const said = el('p', { class: 'hidden', role: 'status' })
  let state: string | undefined
  let day = 0
  const card = el(
    'div',
    { class: 'chosen no-print', hidden: true },
    el('p', { class: 'who' }, swatch, name),
    says,
    el(
      'p',
      { class: 'buttons' },
      el('button', { type: 'button', onclick: seeWhy }, 'Why'),
      el('button', { type: 'button', class: 'plain', onclick: () => choose(undefined) }, 'Close'),
    ),
  )
  const show = (on: number): void => {
    day = on
    if (state === undefined) return
    swatch.className = `swatch ${familyOn(state, day)}`
    name.textContent = nameOn(state, day)
    says.textContent = tell(state, day)
  }
  const choose = (chosen: string | undefined): void => {
    state = chosen
    card.hidden = chosen === undefined
    show(day)
  }
  const announce = (): void => {
    said.textContent = state === undefined ? '' : `${tell(state, day)} The steps to it stand under Why.`
  }
  return { elements: [card, said], show, choose, announce }
}
