import { groupBy } from '../../common/group-by.ts'
import { isTable, type LeftAlone } from '../../ingest/import/folder-files.ts'

/** More of one kind are counted. */
const listed = 40
const few = 3

/** What was left alone, one line for each reason: tables by name, other files of a kind by their number. */
export const leftAloneLines = (leftAlone: readonly LeftAlone[]): readonly string[] =>
  [...groupBy(leftAlone, ({ why }) => why)].map(([why, of]) => {
    const named = [...groupBy(of, ({ file }) => endingOf(file))].flatMap(([ending, alike]) => namesOf(ending, alike))
    return `left alone, ${why}: ${named.join(', ')}`
  })

const namesOf = (ending: string, alike: readonly LeftAlone[]): readonly string[] => {
  if (alike.length > (isTable(ending) ? listed : few)) return [`${alike.length} ${ending} files`]
  return alike.map(({ file }) => file)
}

const endingOf = (file: string): string => /[^/\\](\.\w{1,8}(?:\.gz)?)$/.exec(file)?.[1] ?? 'other'
