import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { dataFolder } from '../support/run/published.ts'

/** All records of a CSV file, read in another way than normtrail does: for checks that owe it nothing. */
export const plainCsv = (file: string): readonly (readonly string[])[] => {
  const bytes = readFileSync(join(dataFolder, file))
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '')
  const records = text.includes('"')
    ? quotedRecords(text)
    : text
        .replaceAll('\r', '')
        .split('\n')
        .map((line) => line.split(','))
  return records.filter((cells) => cells.length > 1 || cells[0] !== '')
}

/** Sign by sign: what stands in quotes may hold commas, ends of lines, and quotes that are doubled. */
const quotedRecords = (text: string): readonly (readonly string[])[] => {
  const records: string[][] = []
  let record: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] as string
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === ',') {
      record.push(cell)
      cell = ''
    } else if (sign === '\n') {
      records.push([...record, cell])
      record = []
      cell = ''
    } else if (sign !== '\r') cell += sign
  }
  if (cell !== '' || record.length > 0) records.push([...record, cell])
  return records
}

/** The same by column name. */
export const plainRows = (file: string): readonly Readonly<Record<string, string>>[] => {
  const [header = [], ...rows] = plainCsv(file)
  return rows.map((cells) => Object.fromEntries(header.map((column, index) => [column, cells[index] ?? ''])))
}
