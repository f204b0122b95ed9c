import { parse } from 'csv-parse/sync'
import { badInput } from '../../common/error.ts'

/** How a table is laid out: what sets its columns apart, and in which line it begins. */
export interface Layout {
  readonly separator: string
  readonly firstLine: number
}

/** What sets columns apart in real files, the likeliest first. */
export const separators = [',', ';', '\t', '|'] as const

const words: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }
const inWords = (separator: string): string => words[separator] ?? JSON.stringify(separator)

/** A first line that tells a spreadsheet the separator, and is no header. */
const told = /^"?sep=(.)"?[\t ]*(?:\r\n|\n|\r|$)/i

/**
 * The layout of a table by its beginning: as a line `sep=;` says, as its reader declares, or as gives its first two
 * lines most columns, as many in the one as in the other, else its first line. Throws `wrong-separator` where what is
 * declared leaves one column, and another separator would not.
 */
export const layoutOf = (beginning: string, name: string, declared?: string): Layout => {
  const hint = told.exec(beginning)
  const firstLine = hint === null ? 1 : 2
  const table = hint === null ? beginning : beginning.slice(hint[0].length)
  const found = hint?.[1] ?? likeliest(table)
  if (declared === undefined || declared === found) return { separator: found, firstLine }
  if (columnsBy(declared, table, 1) < 2 && columnsBy(found, table, 1) > 1)
    throw badInput('wrong-separator', `The columns are set apart by ${inWords(found)}, not by ${inWords(declared)}.`, {
      where: `${name}, line ${firstLine}`,
      hint: `Declare "separator": ${JSON.stringify(found)}, or leave it out: it is found out by the first lines.`,
    })
  return { separator: declared, firstLine }
}

const likeliest = (table: string): string => {
  const most = (lines: number): string | undefined =>
    separators
      .map((separator) => ({ separator, columns: columnsBy(separator, table, lines) }))
      .reduce<{ separator: string | undefined; columns: number }>(
        (best, each) => (each.columns > best.columns ? each : best),
        { separator: undefined, columns: 1 },
      ).separator
  return most(2) ?? most(1) ?? ','
}

/** How many columns the first lines have, where they agree; 0 where they do not. */
const columnsBy = (separator: string, table: string, lines: number): number => {
  try {
    const [header = [], ...rows] = parse(table, {
      delimiter: separator,
      skip_empty_lines: true,
      relax_column_count: true,
      to: lines,
    }) as string[][]
    return rows.every((row) => row.length === header.length) ? header.length : 0
  } catch {
    return 0
  }
}
