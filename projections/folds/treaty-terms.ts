import { FOREVER } from '../../src/time/day.ts'
import { parseDate } from '../../src/time/edtf.ts'
import { fold, payload, subjectOf, type Fact } from '../fold/fold.ts'

export type TreatyTerms = {
  readonly treaty: string
  readonly title: string
  /** JSON: the clauses as data. */
  readonly entry_into_force: string
  readonly per_party: string | null
  /** `entryIntoForce`: the offset for later parties counts only for consent after entry into force. */
  readonly later_than: string | null
  readonly exit: string
  readonly opened: number | null
  /** JSON: to whom alone it is open. */
  readonly open_to: string | null
  /** The day on which the depositary says that it entered into force. */
  readonly stated_in_force: number | null
  /** The last possible day of signature, where the treaty closes. */
  readonly closed: number | null
  /** The day on which it ended. */
  readonly ended: number | null
  /** The treaty that took its place; null where it simply ended. */
  readonly ended_by: string | null
  /** What it says of reservations: silent, permitted, restricted, prohibited, unknown. */
  readonly reservations: string | null
}

const last = (facts: readonly Fact[], type: string): Fact | undefined => facts.findLast((fact) => fact.type === type)

/** Clauses that say something win over an index that knows only a title. */
const fullest = (facts: readonly Fact[]): Fact | undefined => {
  const concluded = facts.filter((fact) => fact.type === 'TreatyConcluded')
  return concluded.findLast((fact) => fact.data.entryIntoForce !== 'unknown') ?? concluded.at(-1)
}

/**
 * What a treaty itself says: its title, its clauses, when it was opened, when the depositary says it entered into
 * force. Reads `treaty-<treaty>`.
 */
export const treatyTerms = fold<TreatyTerms>({
  name: 'treaty-terms',
  reads: ['treaty'],
  table: 'treaty',
  columns: [
    'treaty',
    'title',
    'entry_into_force',
    'per_party',
    'later_than',
    'exit',
    'opened',
    'open_to',
    'stated_in_force',
    'closed',
    'ended',
    'ended_by',
    'reservations',
  ],
  intervals: (facts) => {
    const concluded = fullest(facts)
    if (concluded === undefined) return []
    const opened = last(facts, 'TreatyOpenedForSignature')
    const inForce = last(facts, 'TreatyEnteredIntoForce')
    const ended = facts.find((fact) => fact.type === 'TreatyTerminated' || fact.type === 'TreatySuperseded')
    const { title, entryIntoForce, perParty, laterThan, exit, openTo } = payload<{
      title: string
      entryIntoForce: unknown
      perParty?: unknown
      laterThan?: string
      exit: unknown
      openTo?: unknown
    }>(concluded)
    return [
      {
        from: concluded.occurred.lo,
        to: FOREVER,
        certainty: 'certain',
        decidedBy: [concluded, opened, inForce, ended].flatMap((fact) => fact?.decidedBy ?? []),
        columns: {
          treaty: subjectOf(concluded.stream),
          title,
          entry_into_force: JSON.stringify(entryIntoForce),
          per_party: perParty === undefined ? null : JSON.stringify(perParty),
          later_than: laterThan ?? null,
          exit: JSON.stringify(exit),
          opened: opened?.occurred.lo ?? null,
          open_to: openTo === undefined ? null : JSON.stringify(openTo),
          stated_in_force: inForce?.occurred.lo ?? null,
          closed: typeof opened?.data.until === 'string' ? parseDate(opened.data.until).hi : null,
          ended: ended === undefined ? null : (ended.effective ?? ended.occurred).lo,
          ended_by: typeof ended?.data.by === 'string' ? ended.data.by : null,
          reservations: typeof concluded.data.reservations === 'string' ? concluded.data.reservations : null,
        },
      },
    ]
  },
})
