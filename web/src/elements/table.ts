import { el, type Child } from './element.ts'

/** A column of a table that a reader may sort by: what stands in a cell, and what it is sorted by. */
export interface Column<Row> {
  readonly title: string
  readonly cell: (row: Row) => Child
  readonly by?: (row: Row) => string | number
  readonly isNumber?: boolean
}

/**
 * A table with a caption, whose head is made of buttons where a column can be sorted by. Rows without a value come
 * last, whichever way it is sorted.
 */
export const sortableTable = <Row>(
  caption: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): HTMLElement => {
  const body = el('tbody')
  const heads = columns.map(({ title, by, isNumber }, index) =>
    el(
      'th',
      { scope: 'col', class: isNumber === true && 'number' },
      by === undefined ? title : el('button', { type: 'button', onclick: () => sort(index) }, title),
    ),
  )
  let sorted = { index: -1, isUp: false }
  const show = (shown: readonly Row[]): void => body.replaceChildren(...shown.map((row) => rowOf(columns, row)))
  const sort = (index: number): void => {
    const by = columns[index]?.by
    if (by === undefined) return
    sorted = { index, isUp: sorted.index === index ? !sorted.isUp : true }
    for (const head of heads) head.removeAttribute('aria-sort')
    heads[index]?.setAttribute('aria-sort', sorted.isUp ? 'ascending' : 'descending')
    show(rows.toSorted((a, b) => compared(by(a), by(b), sorted.isUp)))
  }
  show(rows)
  return el(
    'div',
    { class: 'table', tabindex: 0, role: 'region', 'aria-label': caption },
    el('table', {}, el('caption', {}, caption), el('thead', {}, el('tr', {}, ...heads)), body),
  )
}

const rowOf = <Row>(columns: readonly Column<Row>[], row: Row): HTMLElement =>
  el(
    'tr',
    {},
    ...columns.map(({ cell, isNumber }, index) =>
      index === 0
        ? el('th', { scope: 'row' }, cell(row))
        : el('td', { class: isNumber === true && 'number' }, cell(row)),
    ),
  )

const compared = (a: string | number, b: string | number, isUp: boolean): number => {
  if (a === b) return 0
  if (a === '') return 1
  if (b === '') return -1
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en')
  return isUp ? order : -order
}
