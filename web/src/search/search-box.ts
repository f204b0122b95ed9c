import type { Address } from '../address/address.ts'
import { el } from '../elements/element.ts'

/** The box that takes names of any kind. */
export const searchBox = () => {
  const input = el('input', { type: 'search', name: 'q', placeholder: 'Turkey Istanbul Convention, torture 1994 …' })
  const element = el('search', {}, el('label', { class: 'hidden' }, 'Search'), input)
  const show = (_address: Address): void => undefined
  return { element, show }
}
