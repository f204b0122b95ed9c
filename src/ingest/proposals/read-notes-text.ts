import { groupBy } from '../../common/group-by.ts'
import type { ReadNotesReport } from './read-notes.ts'

type Refused = ReadNotesReport['refused'][number]

/** How many refused facts a report lists before it counts the rest. */
const listed = 10

/** The report of a reading of notes, in words. */
export const readNotesText = (report: ReadNotesReport): string => {
  const { files, notes, read, proposed, known, outdated, superseded, refused, unread, dryRun } = report
  const outcomes = [
    `${proposed} proposed`,
    ...(known > 0 ? [`${known} known before`] : []),
    ...(outdated > 0 ? [`${outdated} of an older version of a rule`] : []),
    ...(refused.length > 0 ? [`${refused.length} refused`] : []),
  ]
  const noTreaty = refused.filter(({ code }) => code === 'unknown-stream')
  const others = refused.filter(({ code }) => code !== 'unknown-stream')
  return [
    `read ${counted(notes, 'note')} of ${counted(files, 'file')}: ${counted(read, 'fact')} = ${outcomes.join(' + ')}`,
    ...(superseded > 0 ? [`${superseded} pending proposals taken back: the rules do not say so any more`] : []),
    ...(noTreaty.length > 0 ? [noTreatyLine(noTreaty)] : []),
    ...[...groupBy(others, ({ code }) => code)].map(
      ([code, of]) => `refused, ${code}: ${firsts(of.map(whereAndWhat))}`,
    ),
    `${unread.length} sentences name a day and an act and were not understood; the report as json lists them`,
    dryRun ? 'dry run: nothing was recorded' : 'what is proposed counts for nothing until somebody accepts it',
  ].join('\n')
}

const counted = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`

const noTreatyLine = (refused: readonly Refused[]): string => {
  const files = new Set(refused.map(({ where }) => where.split(',')[0]))
  return `refused, ${refused.length} facts of ${files.size} treaties that the log does not know: import the files first`
}

const whereAndWhat = ({ where, message }: Refused): string => `${where} (${message})`

const firsts = (lines: readonly string[]): string =>
  [...lines.slice(0, listed), ...(lines.length > listed ? [`and ${lines.length - listed} more`] : [])].join('; ')
