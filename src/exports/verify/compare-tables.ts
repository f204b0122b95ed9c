import { createReadStream } from 'node:fs'
import { linesOf } from '../../text/lines.ts'
import { mostTold } from './difference.ts'

/** The rows of a CSV file as text: one whose quoted cell holds a line end is one row all the same. */
async function* recordsOf(path: string): AsyncGenerator<string> {
  let open: string | undefined
  for await (const line of linesOf(createReadStream(path, { encoding: 'utf8' }) as AsyncIterable<string>)) {
    const record: string = open === undefined ? line : `${open}\n${line}`
    const isOpen = (record.split('"').length - 1) % 2 === 1
    open = isOpen ? record : undefined
    if (!isOpen) yield record
  }
  if (open !== undefined) yield open
}

/** The cells of a row, as they stand, with their quotes. */
const cellsOf = (record: string): readonly string[] => record.match(/(?:"(?:[^"]|"")*"|[^,])*(?:,|$)/g)?.map(cell) ?? []

const cell = (text: string): string => text.replace(/,$/, '')

/** How many rows a CSV file has, and the names in its first line. */
export const shapeOf = async (path: string): Promise<{ readonly names: readonly string[]; readonly rows: number }> => {
  let names: readonly string[] = []
  let rows = -1
  for await (const record of recordsOf(path)) {
    if (rows < 0) names = namesIn(record)
    rows += 1
  }
  return { names, rows: Math.max(rows, 0) }
}

const namesIn = (record: string): readonly string[] => record.split(',')

const keyText = (names: readonly string[], key: readonly string[], cells: readonly string[]): string =>
  key.map((name) => `${name} ${cells[names.indexOf(name)] ?? ''}`).join(', ')

const shown = (text: string | undefined): string => (text === undefined || text === '' ? 'empty' : text)

/** How one row differs: cell by cell, or as another row than the one that is made. */
const rowDifferences = (
  names: readonly string[],
  key: readonly string[],
  row: number,
  [found, made]: readonly [string, string],
): { readonly told: readonly string[]; readonly isOther: boolean } => {
  const [there, right] = [cellsOf(found), cellsOf(made)]
  const [foundKey, madeKey] = [keyText(names, key, there), keyText(names, key, right)]
  if (foundKey !== madeKey)
    return {
      isOther: true,
      told: [
        `row ${row} is that of ${foundKey}; that of ${madeKey} is made: a row is missing, or was added or changed`,
      ],
    }
  const told = names.flatMap((name, index) =>
    there[index] === right[index]
      ? []
      : [
          `row ${row} (${madeKey}), column ${name}: ${shown(there[index])} stands there, ` +
            `${shown(right[index])} is made`,
        ],
  )
  return { told: told.length > 0 ? told : [`row ${row} (${madeKey}) is written otherwise`], isOther: false }
}

/**
 * Where two CSV files part: which row, which column. Beyond a row that is another one nothing is compared row by row;
 * the numbers of rows say the rest.
 */
export const tableDifferences = async (
  found: string,
  made: string,
  key: readonly string[],
): Promise<readonly string[]> => {
  const [there, right] = [recordsOf(found), recordsOf(made)]
  const [head, madeHead] = [(await there.next()).value as string, (await right.next()).value as string]
  if (head !== madeHead) return [`its columns are ${head}; ${madeHead} are made`]
  const names = namesIn(madeHead)
  const differences: string[] = []
  let [rows, madeRows, isOther] = [0, 0, false]
  while (true) {
    const [one, other] = [await there.next(), await right.next()]
    if (one.done !== true) rows += 1
    if (other.done !== true) madeRows += 1
    if (one.done === true && other.done === true) break
    if (isOther || one.done === true || other.done === true || one.value === other.value) continue
    const compared = rowDifferences(names, key, rows, [one.value, other.value])
    isOther = compared.isOther
    // Enough are kept to say how many there are, and which the first ones are.
    if (differences.length < 100 * mostTold) differences.push(...compared.told.slice(0, mostTold))
  }
  return rows === madeRows ? differences : [`it has ${rows} rows; ${madeRows} are made`, ...differences]
}
