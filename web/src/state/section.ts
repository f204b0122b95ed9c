import { part, type PartOf } from '../ask/part.ts'
import { el } from '../elements/element.ts'

/** A part of the view of a state with its heading, that fills itself. `size` keeps the room that comes. */
export const section = <Found>(heading: string, size: string, wanted: PartOf<Found>): HTMLElement => {
  const body = el('div', { class: `awaited ${size}` })
  void part(body)(wanted).finally(() => body.classList.remove(size))
  return el('section', {}, el('h2', {}, heading), body)
}
