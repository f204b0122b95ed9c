import { el } from '../elements/element.ts'
import { sortableTable } from '../elements/table.ts'
import { dayElement, dayOfNumber } from '../words/days.ts'
import { namedOn } from '../words/names-then.ts'
import { labelOf } from '../words/statuses.ts'
import type { SubjectHistory } from './history.ts'
import { listedOn, untoldNote } from './listed-on.ts'

/**
 * Every state of the system on the day, and those of which it is not told whether they were in it, as a table that can
 * be sorted: the way to the map without a pointer.
 */
export const statesTable = (history: SubjectHistory, day: number, select: (state: string) => void): HTMLElement => {
  const rows = listedOn(history, day).map((row) => ({ ...row, span: history.spanOn(row.state, day) }))
  const table = sortableTable(
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
        cell: ({ state, span }) =>
          el(
            'span',
            {},
            el('span', { class: `swatch ${history.familyOn(state, day)}` }),
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
  return el('div', {}, table, untoldNote(history, day))
}
