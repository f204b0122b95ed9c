import { byText } from '../../common/by-text.ts'
import { groupBy } from '../../common/group-by.ts'
import type { Day } from '../../time/day.ts'
import { parseDate } from '../../time/edtf.ts'
import type { Sentence } from '../question/report.ts'
import type { Snapshot } from '../question/snapshot.ts'
import type { StatusSubject } from '../status/status-subject.ts'
import { actSentence, atBeginning, inSentence, type Titles } from '../record/act-words.ts'
import type { Ledger } from './ledger.ts'
import { say } from './ledger.ts'

/** What every part of a report is written from. */
export interface Audit {
  readonly world: Snapshot
  readonly norm: string
  /** The norm, ready to say where any actor stood towards it. */
  readonly subject: StatusSubject
  readonly ledger: Ledger
  readonly titles: Titles
}

/** A correction speaks through the event that it corrects. */
const isAmendment = (type: string): boolean => type === 'EventCorrected' || type === 'EventRetracted'

/** Whether what has this date may have been done by a day; a definition has none, and always holds. */
const hasBegun = (edtf: string | undefined, day: Day): boolean => edtf === undefined || parseDate(edtf).lo <= day

/**
 * Each act as a sentence that cites every event that tells of it, by date; what was taken back, or came after the day
 * of the report, says nothing.
 */
export const actSentences = ({ world, titles, ledger }: Audit, ids: Iterable<string>): readonly Sentence[] => {
  const events = [...new Set(ids)]
    .flatMap((id) => ledger.read(id) ?? [])
    .filter(({ type, occurred }) => !isAmendment(type) && hasBegun(occurred, world.asOf))
    .toSorted((a, b) => byText(a.occurred ?? '', b.occurred ?? ''))
  const byWords = groupBy(events, (event) => actSentence(event, titles))
  return [...byWords].map(([words, told]) => say(words, ledger.events(told.map(({ id }) => id))))
}

/** What a state is called within a sentence: `the United States`. */
export const nameOf = ({ world }: Audit, state: string): string =>
  inSentence(world.names.nameOn('state', state, world.asOf))

/** The same at the beginning of one. */
export const nameAtBeginning = ({ world }: Audit, state: string): string =>
  atBeginning(world.names.nameOn('state', state, world.asOf))
