import type { Draft, Importer, OpenFile, Skip, Yield } from '../../src/sources/importer/draft.ts'

type Cells = Readonly<Record<string, string>>

/** A table typed by hand: rows by column name, what is left out is empty. */
export const tableInMemory = (
  header: readonly string[],
  rows: readonly Cells[],
  beside: Readonly<Record<string, OpenFile>> = {},
): OpenFile => {
  const filled = rows.map((row) => Object.fromEntries(header.map((column) => [column, row[column] ?? ''])))
  return {
    name: 'in-memory.csv',
    header,
    async *records() {
      for (const [index, cells] of filled.entries()) yield { row: index + 1, cells }
    },
    async *arrays() {
      for (const [index, cells] of filled.entries())
        yield { row: index + 1, cells: header.map((column) => cells[column] ?? '') }
    },
    beside: async (name) => beside[name],
  }
}

export const yieldsOf = async (importer: Importer, file: OpenFile): Promise<readonly Yield[]> => {
  const yields: Yield[] = []
  for await (const each of importer.rows(file)) yields.push(each)
  return yields
}

/** What an importer makes of some rows typed by hand. */
export const read = (
  importer: Importer,
  rows: readonly Cells[],
  beside?: Readonly<Record<string, OpenFile>>,
): Promise<readonly Yield[]> => yieldsOf(importer, tableInMemory(importer.header, rows, beside))

export const isDraft = (each: Yield): each is Draft => 'type' in each
export const isSkip = (each: Yield): each is Skip => 'skipped' in each

/** One line for each yield: `TreatySigned signature/1 1984-12-10`, `skipped repeated`, `bad date`. */
export const inShort = (yields: readonly Yield[]): readonly string[] =>
  yields.map((each) => {
    if (isDraft(each)) return `${each.type} ${each.fact} ${each.occurred ?? ''}`
    return isSkip(each) ? `skipped ${each.skipped}` : `bad ${each.column}`
  })

/** The type of an event, the reason why a row was skipped, or `bad row`: to count by. */
export const outcomeOf = (each: Yield): string => {
  if (isDraft(each)) return each.type
  return isSkip(each) ? each.skipped : 'bad row'
}
