import { el, fill } from '../elements/element.ts'
import { families, familyLabel } from '../words/statuses.ts'
import type { Counts } from './history.ts'

/** What each colour and texture says, and how many states wear it on the day; what nobody wears is left out. */
export const legend = (isNorm: boolean) => {
  const element = el('ul', { class: 'legend' })
  const always = new Set(['force', 'signed', 'none'])
  const show = ({ of, system }: Counts): void => {
    // A nought is said only where it is known to be one.
    const isKnown = of.unknown < system
    const shown = families.filter((family) => of[family] > 0 || (isKnown && always.has(family)))
    fill(
      element,
      ...shown.map((family) =>
        el(
          'li',
          {},
          el('span', { class: `swatch ${family}` }),
          `${familyLabel(family, isNorm)} `,
          family !== 'outside' && el('strong', {}, of[family]),
        ),
      ),
    )
  }
  return { element, show }
}
