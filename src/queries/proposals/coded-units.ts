import type { QueuedProposal } from '../../../projections/compose/proposals/proposal-queue.ts'
import { keyOf } from '../../../projections/fold/fold.ts'
import { canonicalJson, type Json } from '../../events/json.ts'
import { groupBy } from '../../common/group-by.ts'
import { parseDate } from '../../time/edtf.ts'

/** A fact that coders coded: the unit of analysis. What each said of it last, by coder. */
export interface CodedUnit {
  readonly stream: string
  readonly treaty: string | null
  readonly actor: string | null
  readonly fact: string
  readonly codings: ReadonlyMap<string, QueuedProposal>
}

/**
 * The facts that coders coded, whatever was decided since: what they said apart is not changed by who was right.
 * Superseded codings are left out.
 */
export const codedUnits = (
  proposals: readonly QueuedProposal[],
  coders: readonly string[] | undefined,
): readonly CodedUnit[] => {
  const coded = proposals.filter(
    ({ says: { coder }, state }) =>
      coder !== undefined && state !== 'superseded' && (coders === undefined || coders.includes(coder)),
  )
  const groups = groupBy(coded, ({ says: { proposed } }) => `${proposed.stream}\n${keyOf(proposed)}\n${proposed.fact}`)
  return [...groups.values()].flatMap((list) => {
    const [first] = list
    if (first === undefined) return []
    const { proposed, instrument } = first.says
    const actor = keyOf(proposed)
    return {
      stream: proposed.stream,
      treaty: instrument ?? null,
      actor: actor === '*' ? null : actor,
      fact: proposed.fact,
      codings: new Map(list.map((one) => [one.says.coder ?? '', one])),
    }
  })
}

/** What a coding says, field by field: type, dates, and what its payload holds beside the actor. */
export const fieldsOfCoding = ({ says: { proposed } }: QueuedProposal): ReadonlyMap<string, Json> => {
  const { type, occurred, effective, data } = proposed
  const dated: (readonly [string, Json])[] = []
  if (occurred !== undefined) dated.push(['occurred', occurred])
  if (effective !== undefined) dated.push(['effective', effective])
  const payload = Object.entries(data)
    .filter(([field]) => field !== 'actor')
    .map(([field, value]) => [`data.${field}`, value] as const)
  return new Map<string, Json>([['type', type], ...dated, ...payload])
}

/** A value as it is compared and shown. */
export const valueText = (value: Json): string => (typeof value === 'string' ? value : canonicalJson(value))

/**
 * A value as a number: itself, or a day counted in days. Undefined of anything else, also of a date that is not known
 * to the day.
 */
export const valueNumber = (field: string, value: Json): number | undefined => {
  if (typeof value === 'number') return value
  if ((field !== 'occurred' && field !== 'effective') || typeof value !== 'string') return undefined
  const { lo, hi } = parseDate(value)
  return lo === hi ? lo : undefined
}
