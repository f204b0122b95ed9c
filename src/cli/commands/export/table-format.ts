import { extname } from 'node:path'
import { badInput } from '../../../common/error.ts'
import { tableFormats, type Table } from '../../../exports/format.ts'

/**
 * The format of a table that is no answer to a question: the one that is named, else that of the file, else CSV. Throws
 * `bad-input` for one that is no table.
 */
export const tableFormatOf = (name: string | undefined, file: string | undefined): Table => {
  const ending = file === undefined ? '' : extname(file).slice(1).toLowerCase()
  const wanted = name ?? (ending === '' ? 'csv' : ending)
  const found = tableFormats.find((one) => one === wanted)
  if (found !== undefined) return found
  throw badInput('bad-input', `"${wanted}" is no format of tables.`, {
    where: name === undefined ? '--output' : '--format',
    hint: `Expected one of: ${tableFormats.join(', ')}.`,
  })
}
