import { CsvError } from 'csv-parse'
import { badInput, messageOf, NormtrailError } from '../../common/error.ts'
import { brokenGzip } from '../../text/bytes.ts'

/** What csv-parse and zlib report, in the words of the house: file, line, what came, what was expected. */
export const tableError = (thrown: unknown, name: string): NormtrailError => {
  if (thrown instanceof NormtrailError) return thrown
  if (thrown instanceof CsvError) return csvError(thrown, name)
  const broken = brokenGzip(thrown, name)
  if (broken !== undefined) return broken
  return badInput('unreadable-file', `The file cannot be read: ${messageOf(thrown)}.`, { where: name, cause: thrown })
}

const csvError = (thrown: CsvError, name: string): NormtrailError => {
  const line = thrown['lines'] as number | undefined
  const where = line === undefined ? name : `${name}, line ${line}`
  const record = thrown['record'] as readonly string[] | undefined
  switch (thrown.code) {
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH':
    case 'CSV_RECORD_INCONSISTENT_COLUMNS':
      return badInput(
        'ragged-row',
        `The row has ${record?.length ?? 'another number of'} cells, beginning ` +
          `"${(record ?? []).slice(0, 3).join(',')}". Expected as many as the header.`,
        {
          where,
          hint: 'A comma inside a cell needs double quotes around the cell.',
          cause: thrown,
        },
      )
    case 'CSV_QUOTE_NOT_CLOSED':
      return unclosed(thrown, name)
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE':
    case 'CSV_MAX_RECORD_SIZE':
      return badInput(
        'broken-quotes',
        `${thrown.message}. Expected quotes in pairs around a whole cell, and a quote inside one written twice.`,
        { where, cause: thrown },
      )
    default:
      return badInput('bad-table', `${thrown.message}. Expected comma-separated text in UTF-8.`, {
        where,
        cause: thrown,
      })
  }
}

/** The parser is at the end of the file by then; what it counted before tells where the quote stands. */
const unclosed = (thrown: CsvError, name: string): NormtrailError => {
  const [records, index] = [thrown['records'], thrown['index']].map(Number)
  return badInput(
    'broken-quotes',
    `The quote that opens cell ${(index ?? 0) + 1} is not closed before the end of the file. ` +
      'Expected quotes in pairs around a whole cell, and a quote inside one written twice.',
    { where: `${name}, ${records === 0 ? 'header' : `row ${records}`}`, cause: thrown },
  )
}
