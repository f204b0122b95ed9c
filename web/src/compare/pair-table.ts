import { clocksOf } from '../address/address.ts'
import { currentAddress, linkTo } from '../address/navigate.ts'
import { el, type Child } from '../elements/element.ts'
import { sortableTable } from '../elements/table.ts'
import { dayOfNumber, dayWords } from '../words/days.ts'
import { namedOn } from '../words/names-then.ts'
import { labelOf } from '../words/statuses.ts'
import { listedOn, untoldNote } from '../norm/listed-on.ts'
import type { Side } from './bound.ts'

/** How every state that is listed on a day stood under both; each status leads to its why. */
export const pairTable = (a: Side, b: Side, day: number, why: (side: Side, state: string) => void): HTMLElement => {
  const statusOf = ({ history }: Side, state: string): string => history.spanOn(state, day)?.status ?? 'UNKNOWN'
  const column = (side: Side) => ({
    title: side.name,
    cell: ({ state, name }: { readonly state: string; readonly name: string }): Child =>
      el(
        'button',
        {
          type: 'button',
          class: 'link',
          'aria-label': `${labelOf(statusOf(side, state))}: why ${name}, ${side.name}`,
          onclick: () => why(side, state),
        },
        el('span', { class: `swatch ${side.history.familyOn(state, day)}` }),
        labelOf(statusOf(side, state)),
      ),
    by: ({ state }: { readonly state: string }) => labelOf(statusOf(side, state)),
  })
  const table = sortableTable(
    `States on ${dayWords(dayOfNumber(day))}`,
    [
      {
        title: 'State',
        cell: ({ state, name }) =>
          el('a', linkTo({ ...clocksOf(currentAddress()), state, asOf: dayOfNumber(day) }), namedOn(state, day, name)),
        by: ({ name }) => name,
      },
      column(a),
      column(b),
    ],
    listedOn(a.history, day),
  )
  return el('div', {}, table, untoldNote(a.history, day))
}
