import type { Formality } from '../../src/events/igo.ts'
import { FOREVER, firstDayOfYear } from '../../src/time/day.ts'
import { unionOf } from '../../src/time/timeline.ts'
import { fold, payload, subjectOf, type Interval } from '../fold/fold.ts'
import { firstDayOut } from '../fold/ends.ts'

export type Profile = {
  readonly igo: string
  readonly name: string
  readonly successor: string | null
  /** JSON: how a member leaves, by the constituent treaty. */
  readonly exit: string | null
  /** First day on which it was no more. */
  readonly dissolved: number | null
  /** `informal` where somebody says so. */
  readonly formality: Formality
}

/**
 * When an organisation existed, what it was called and when, how a member leaves it, and who took its place. Reads
 * `igo-<igo>`.
 */
export const igoProfile = fold<Profile>({
  name: 'igo-profile',
  reads: ['igo'],
  table: 'igo',
  columns: ['igo', 'name', 'successor', 'exit', 'dissolved', 'formality'],
  intervals: (facts) => {
    const founded = facts.find((fact) => fact.type === 'IgoFounded')
    if (founded === undefined) return []
    const ended = facts.find((fact) => fact.type === 'IgoDissolved')
    const succeeded = facts.find((fact) => fact.type === 'IgoSucceeded')
    const clause = facts.find((fact) => fact.type === 'IgoFounded' && fact.data.exit !== undefined)
    const informal = facts.find((fact) => fact.type === 'IgoFounded' && fact.data.formality === 'informal')
    const dissolved = ended === undefined ? null : firstDayOut(ended).hi
    const fixed = {
      igo: subjectOf(founded.stream),
      successor: succeeded === undefined ? null : payload<{ successor: string }>(succeeded).successor,
      exit: clause === undefined ? null : JSON.stringify(clause.data.exit),
      dissolved,
      formality: informal === undefined ? ('formal' as const) : ('informal' as const),
    }
    const named = [founded, ...facts.filter((fact) => fact.type === 'IgoRenamed')]
    return named.flatMap((fact, index): readonly Interval<Profile>[] => {
      const from = fact.occurred.lo
      const to = named[index + 1]?.occurred.lo ?? dissolved ?? FOREVER
      const decidedBy = unionOf(
        ...[founded, fact, clause, ended, succeeded, informal].map((one) => one?.decidedBy ?? []),
      )
      return from < to
        ? [
            {
              from,
              to,
              certainty: 'certain',
              decidedBy,
              columns: { ...fixed, name: payload<{ name: string }>(fact).name },
            },
          ]
        : []
    })
  },
})

type Imputed = { readonly igo: string }

/** The years for which a source filled in an organisation's memberships. Reads `igo-<igo>`. */
export const igoImputed = fold<Imputed>({
  name: 'igo-imputed',
  reads: ['igo'],
  table: 'igo_imputed',
  columns: ['igo'],
  intervals: (facts) =>
    facts
      .filter((fact) => fact.type === 'MembershipsImputed')
      .map((fact) => {
        const { firstYear, lastYear } = payload<{ firstYear: number; lastYear: number }>(fact)
        return {
          from: firstDayOfYear(firstYear),
          to: firstDayOfYear(lastYear + 1),
          certainty: 'certain',
          decidedBy: fact.decidedBy,
          columns: { igo: subjectOf(fact.stream) },
        }
      }),
})
