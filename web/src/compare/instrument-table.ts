import { el, type Child } from '../elements/element.ts'
import { sortableTable } from '../elements/table.ts'
import { dayElement, dayWords } from '../words/days.ts'
import { namedOn, nameOn } from '../words/names-then.ts'
import { familyOf, labelOf } from '../words/statuses.ts'
import { spanOn, type Instrument } from './instruments.ts'
import type { One } from './pair.ts'

/** How either state stood to each treaty on a day; each status leads to its why. */
export const instrumentTable = (
  a: One,
  b: One,
  instruments: readonly Instrument[],
  day: string,
  why: (one: One, instrument: Instrument) => void,
): HTMLElement => {
  const spanOf = ({ spans }: Instrument, place: 0 | 1) => spanOn(spans[place], day)
  const statusOf = (instrument: Instrument, place: 0 | 1): string => spanOf(instrument, place)?.status ?? 'UNKNOWN'
  const column = (one: One, place: 0 | 1) => ({
    title: namedOn(one.id, day, one.name),
    cell: (instrument: Instrument): Child =>
      el(
        'span',
        {},
        el(
          'button',
          {
            type: 'button',
            class: 'link',
            'aria-label':
              `${labelOf(statusOf(instrument, place))}: why ${nameOn(one.id, day, one.name)}, ` + instrument.title,
            onclick: () => why(one, instrument),
          },
          el('span', { class: `swatch ${familyOf(statusOf(instrument, place))}` }),
          labelOf(statusOf(instrument, place)),
        ),
        sinceWords(spanOf(instrument, place)?.from ?? null),
      ),
    by: (instrument: Instrument) => labelOf(statusOf(instrument, place)),
  })
  return sortableTable(
    `Treaties on ${dayWords(day)}`,
    [{ title: 'Treaty', cell: ({ title }) => title, by: ({ title }) => title }, column(a, 0), column(b, 1)],
    instruments,
  )
}

const sinceWords = (from: string | null): Child =>
  from === null ? undefined : el('span', { class: 'note since' }, 'since ', dayElement(from))
