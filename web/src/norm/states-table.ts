import { el } from '../elements/element.ts'
import { sortableTable } from '../elements/table.ts'
import { dayElement, dayOfNumber } from '../words/days.ts'
import { namedOn } from '../words/names-then.ts'
import { familyOf, labelOf } from '../words/statuses.ts'
import type { SubjectHistory } from './history.ts'

/** Every state of the system on the day, as a table that can be sorted: the way to the map without a pointer. */
export const statesTable = (history: SubjectHistory, day: number, select: (state: string) => void): HTMLElement => {
  const rows = [...history.states.values()]
    .filter(({ state }) => history.isInSystem(state, day))
    .map(({ state }) => ({ state, name: history.nameOn(state, day), span: history.spanOn(state, day) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
  return sortableTable(
    `States on ${dayOfNumber(day)}`,
    [
      {
        title: 'State',
        cell: ({ state, name }) =>
          el('button', { type: 'button', class: 'link', onclick: () => select(state) }, namedOn(state, day, name)),
        by: ({ name }) => name,
      },
      {
        title: 'Status',
        cell: ({ span }) =>
          el(
            'span',
            {},
            el('span', { class: `swatch ${familyOf(span?.status ?? 'UNKNOWN')}` }),
            labelOf(span?.status ?? 'UNKNOWN'),
            (span?.spell ?? 0) > 1 && ', again',
          ),
        by: ({ span }) => labelOf(span?.status ?? 'UNKNOWN'),
      },
      {
        title: 'Since',
        cell: ({ span }) => (span === undefined || span.from === null ? '' : dayElement(span.from)),
        by: ({ span }) => span?.from ?? '',
      },
    ],
    rows,
  )
}
