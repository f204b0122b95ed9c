import type { ImportReport } from '../../ingest/report/import-report.ts'
import type { OutsideDays } from '../../ingest/report/outside-days.ts'
import { skipReasons, type SkipReason } from '../../sources/importer/draft.ts'

/** A list of more is left to the report as data. */
const listed = 20

const atMost = (lines: readonly string[]): readonly string[] =>
  lines.length <= listed ? lines : [...lines.slice(0, listed), `  … and ${lines.length - listed} more of these`]

const vanishedLines = ({ vanished: { retracted, kept } }: ImportReport): readonly string[] => [
  ...(retracted > 0 ? [`  vanished: ${retracted} (retracted)`] : []),
  ...(kept.length > 0
    ? [
        `  vanished: ${kept.length} ` +
          `(kept${kept.every((one) => one.startsWith('treaty-')) ? ', listed as anomalies' : ''}): ` +
          `${kept.slice(0, listed).join(', ')}${kept.length > listed ? `, and ${kept.length - listed} more` : ''}`,
      ]
    : []),
]

/** One line on a file that is done. */
export const doneText = ({ file, dryRun, rows, events }: ImportReport): string =>
  `${file}: ${rows.read} ${rows.read === 1 ? 'row' : 'rows'} read, ${events.appended} ` +
  `${events.appended === 1 ? 'event' : 'events'} ${dryRun ? 'would be appended' : 'appended'}`

const correctedText = (count: number): string =>
  count > 0 ? `, of which ${count} ${count === 1 ? 'correction' : 'corrections'}` : ''

/** The report as a person reads it. */
export const reportText = (report: ImportReport): string => {
  const { rows, events } = report
  const lines = [
    `${report.file}: ${report.importer}, ${report.release}${report.dryRun ? ' (dry run: nothing appended)' : ''}`,
    `  rows: ${rows.read} read = ${rows.appended} appended + ${rows.known} known + ${rows.skipped} skipped`,
    `  events: ${events.appended} appended${correctedText(events.corrections)}`,
    ...vanishedLines(report),
    ...Object.entries(report.skipped).map(
      ([reason, count]) => `  skipped ${reason}: ${count} (${skipReasons[reason as SkipReason]})`,
    ),
  ]
  if (report.unmatched.length > 0)
    lines.push(`  unmatched: ${report.unmatched.map(({ name, rows: count }) => `${name} (${count})`).join(', ')}`)
  lines.push(
    ...atMost(report.outsideDays.map((one) => `  outside its days: ${outsideDaysText(one)}`)),
    ...atMost(report.notes.map(({ text, rows: count }) => `  note: ${text}${count > 1 ? ` (${count} rows)` : ''}`)),
    ...atMost(report.badRows.map((bad) => `  bad row: ${bad}`)),
  )
  return lines.join('\n')
}

/** `347 (cow) in 1995 to 1999: xkx from 2008-02-17 on (5 rows skipped)`. */
export const outsideDaysText = ({ code, when: [first, last], held, rows, taken }: OutsideDays): string => {
  const time = first === last ? first : `${first} to ${last}`
  const fate = taken ? 'taken all the same' : 'skipped'
  return (
    `${code}${time === '' ? ', without a date' : ` in ${time}`}: ` +
    `${held} (${rows} ${rows === 1 ? 'row' : 'rows'} ${fate})`
  )
}
