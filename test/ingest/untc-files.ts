import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { untc2015 } from '../../src/sources/untc/untc-2015.ts'
import { untc2026 } from '../../src/sources/untc/untc-2026.ts'

type Line = Readonly<Record<string, string>>

const writeTable = (file: string, header: readonly string[], lines: readonly Line[]): void => {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(
    file,
    [header.join(','), ...lines.map((line) => header.map((column) => `"${line[column] ?? ''}"`).join(','))].join('\n'),
  )
}

/** A participant, the day of its consent, and to which treaty of chapter IV: 9 is the Convention against Torture. */
export type Consent = readonly [participant: string, date: string, treaty?: number]

/** A file as the UN Treaty Collection was taken on 14 March 2015. */
export const write2015 = (file: string, rows: readonly Consent[]): void =>
  writeTable(
    file,
    untc2015.header,
    rows.map(([participant, date, treaty = 9]) => ({
      treaty: `4-${treaty}`,
      participant,
      date,
      column_header: 'Ratification, Accession(a), Succession(d)',
      raw_value: date,
    })),
  )

/** A file as it was taken on 3 February 2026: a later release of the same series. */
export const write2026 = (file: string, rows: readonly Consent[]): void =>
  writeTable(
    file,
    untc2026.header,
    rows.map(([country, date, treaty = 9]) => ({
      mtdsg_no: `IV-${treaty}`,
      country_name: country,
      action_type: 'Ratification',
      action_date: date,
    })),
  )
