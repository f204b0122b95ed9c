import { holdersText } from '../../names/meaning.ts'
import type { Names } from '../../names/names.ts'
import type { Reference, SkipReason } from '../../sources/importer/draft.ts'
import type { Unresolved } from '../candidates/resolve-draft.ts'

/** Why a row is skipped whose reference resolves to nobody. */
export const reasonOf = ({ meant }: Unresolved): SkipReason => {
  switch (meant.is) {
    case 'nothing':
      return 'unmatched-name'
    case 'outside-its-days':
      return 'outside-days'
    case 'several':
      return 'several-holders'
  }
}

/** A code as it was written, with its scheme. */
export const writtenText = ({ scheme, code }: Reference): string => (scheme === 'name' ? code : `${code} (${scheme})`)

/** When it was read: `1995`, `1995-01-09`; empty where no time is known. */
export const timeText = ({ year, on }: Reference): string => (year === undefined ? (on ?? '') : String(year))

/** Who has held a code, in words. */
export const heldText = ({ meant }: Unresolved): string => (meant.is === 'nothing' ? '' : holdersText(meant.holders))

/** The error that a reference is which resolves to nobody: its stable code, what is wrong, and what to do. */
export const unresolvedText = (names: Names, unresolved: Unresolved) => {
  const { kind, reference, meant } = unresolved
  const written = writtenText(reference)
  const nothing = 'Nothing of this file was appended.'
  if (meant.is === 'nothing')
    return {
      code: 'unknown-actor',
      words: `"${written}" is nobody that normtrail knows.`,
      hint: `${names.hint([kind], reference.code)} Add a name with \`append\`, or give \`skipBadRows\`. ${nothing}`,
    }
  const time = timeText(reference)
  if (meant.is === 'several')
    return {
      code: 'several-holders',
      words:
        `"${written}" has meant several: ${heldText(unresolved)}; ` +
        `${time === '' ? 'the row has no date' : `"${time}"`} does not tell which is ` +
        'meant.',
      hint: `Name the one that is meant (a code of its own, or its id), or a closer date. ${nothing}`,
    }
  return {
    code: 'outside-days',
    words: `"${written}" is read in ${time}, outside its days: ${heldText(unresolved)}.`,
    hint: `"outsideDays" in a mapping says what becomes of such rows: stop, skip or take. ${nothing}`,
  }
}
