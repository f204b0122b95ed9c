import { el } from '../elements/element.ts'
import { sortableTable } from '../elements/table.ts'
import { dayElement, dayOfNumber } from '../words/days.ts'
import type { CurveLine, CurvePoint } from './curve-line.ts'

interface Row {
  readonly day: number
  /** What each line stood at, in their order. */
  readonly points: readonly (CurvePoint | undefined)[]
}

/** A curve as numbers: a row for each day on which a line changed; made when it is opened. */
export const curveTable = (lines: readonly CurveLine[]): HTMLElement => {
  const body = el('div')
  const element = el('details', { class: 'more of-table' }, el('summary', {}, 'The curve as a table'), body)
  element.addEventListener('toggle', () => element.open && body.append(tableOf(lines)), { once: true })
  return element
}

const tableOf = (lines: readonly CurveLine[]): HTMLElement =>
  sortableTable(
    'Shares on the days on which they changed',
    [
      { title: 'From', cell: ({ day }: Row) => dayElement(dayOfNumber(day)), by: ({ day }: Row) => day },
      ...lines.map(({ name }, place) => ({
        title: name,
        cell: ({ points }: Row) => wordsOf(points[place]),
        by: ({ points }: Row) => points[place]?.share ?? '',
        isNumber: true,
      })),
    ],
    rowsOf(lines),
  )

const wordsOf = (point: CurvePoint | undefined): string => {
  if (point === undefined) return ''
  const share = `${(point.share * 100).toFixed(1)}\u00a0%`
  return point.of === undefined ? share : `${share} (${point.of})`
}

/** In order of time; a day on which no line stands elsewhere than before has no row. */
export const rowsOf = (lines: readonly CurveLine[]): readonly Row[] => {
  const days = [...new Set(lines.flatMap(({ points }) => points.map(({ day }) => day)))].toSorted((a, b) => a - b)
  const rows = days.map((day) => ({
    day,
    points: lines.map(({ points }) => points.findLast((point) => point.day <= day)),
  }))
  const said = (row: Row | undefined): string | undefined => row?.points.map(wordsOf).join('|')
  return rows.filter((row, at) => said(row) !== said(rows[at - 1]))
}
