import { plainCsv } from './plain-csv.ts'

/** Whether a row or a column stays: by its first cell, and by its place, from 0 on. */
type Kept = (first: string, place: number) => boolean

const all: Kept = () => true

/** Chapters on human rights and on disarmament of the UN Treaty Collection: those that the table of 2026 has. */
export const rightsAndArms = /^(?:4|26|IV|XXVI)-/

/** One in so many, and those that are named. */
export const everyNth =
  (nth: number, always: readonly string[] = []): Kept =>
  (first, place) =>
    always.includes(first) || place % nth === 0

/** A part of a published CSV file: some of its rows, some of its columns, their cells as they were. */
export const partOf = (file: string, { rows = all, columns = all }: { rows?: Kept; columns?: Kept }): string => {
  const [header = [], ...records] = plainCsv(file)
  const places = header.flatMap((column, place) => (columns(column, place) ? [place] : []))
  const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return [header, ...records.filter(([first = ''], place) => rows(first, place))]
    .map((cells) => `${places.map((place) => quoted(cells[place] ?? '')).join(',')}\n`)
    .join('')
}
