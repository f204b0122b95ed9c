import { el, fill } from '../elements/element.ts'
import { families, familyLabel } from '../words/statuses.ts'
import type { Counts } from './history.ts'

/** What each colour and texture says on a day; what nobody wears is left out. */
export const legendEntries = ({ of, untold, system }: Counts, isNorm: boolean) => {
  // A nought is said only where it is known to be one.
  const isKnown = of.unknown < system
  return families
    .filter((family) => of[family] + untold[family] > 0 || (isKnown && always.has(family)))
    .map((family) => ({
      family,
      label: familyLabel(family, isNorm),
      count: uncounted.has(family) ? null : of[family] + untold[family],
    }))
}
const always: ReadonlySet<string> = new Set(['force', 'signed', 'none'])
/** Only those are listed of whom some source tells: how many they are says nothing. */
const uncounted: ReadonlySet<string> = new Set(['outside', 'untold'])

/** What each colour and texture says, and how many states wear it on the day; what nobody wears is left out. */
export const legend = (isNorm: boolean) => {
  const element = el('ul', { class: 'legend' })
  const show = (counts: Counts): void =>
    fill(
      element,
      ...legendEntries(counts, isNorm).map(({ family, label, count }) =>
        el('li', {}, el('span', { class: `swatch ${family}` }), `${label} `, count !== null && el('strong', {}, count)),
      ),
    )
  return { element, show }
}
