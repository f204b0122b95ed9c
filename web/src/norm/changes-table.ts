import { el } from '../elements/element.ts'
import { sortableTable } from '../elements/table.ts'
import { dayOfNumber, yearOf } from '../words/days.ts'

interface Counted {
  /** How many states moved on each day. */
  readonly moved: ReadonlyMap<number, number>
  /** The days on which somebody gave notice or was out. */
  readonly departures: readonly number[]
}

/** The bars as numbers: how many changes each year had, and how many notices and exits; made when it is opened. */
export const changesTable = ({ moved, departures }: Counted): HTMLElement => {
  const body = el('div')
  const element = el('details', { class: 'more of-table' }, el('summary', {}, 'Changes by year as a table'), body)
  element.addEventListener('toggle', () => element.open && body.append(tableOf(moved, departures)), { once: true })
  return element
}

const tableOf = (moved: Counted['moved'], departures: readonly number[]): HTMLElement => {
  const years = new Map<number, { year: number; changes: number; departures: number }>()
  const of = (day: number) => {
    const year = yearOf(dayOfNumber(day))
    const found = years.get(year) ?? { year, changes: 0, departures: 0 }
    years.set(year, found)
    return found
  }
  for (const [day, count] of moved) of(day).changes += count
  for (const day of departures) of(day).departures += 1
  return sortableTable(
    'Changes by year',
    [
      { title: 'Year', cell: ({ year }) => String(year), by: ({ year }) => year },
      { title: 'Changes of status', cell: ({ changes }) => changes, by: ({ changes }) => changes, isNumber: true },
      {
        title: 'Of these, notices and exits',
        cell: ({ departures: out }) => out,
        by: ({ departures: out }) => out,
        isNumber: true,
      },
    ],
    [...years.values()].toSorted((a, b) => a.year - b.year),
  )
}
