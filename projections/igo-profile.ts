import { FOREVER, firstDayOfYear } from '../src/time/day.ts'
import { fold, payload, subjectOf } from './fold.ts'
import { firstDayOut } from './state-system.ts'

type Profile = { readonly igo: string; readonly name: string; readonly successor: string | null }

/** When an organisation existed, what it is called, and who took its place. Reads `igo-<igo>`. */
export const igoProfile = fold<Profile>({
  name: 'igo-profile',
  reads: ['igo'],
  table: 'igo',
  columns: ['igo', 'name', 'successor'],
  intervals: (facts) => {
    const founded = facts.find((fact) => fact.type === 'IgoFounded')
    if (founded === undefined) return []
    const ended = facts.find((fact) => fact.type === 'IgoDissolved')
    const succeeded = facts.find((fact) => fact.type === 'IgoSucceeded')
    return [{
      from: founded.occurred.lo,
      to: ended === undefined ? FOREVER : firstDayOut(ended).hi,
      certainty: 'certain',
      decidedBy: [founded, ended, succeeded].flatMap((fact) => fact?.decidedBy ?? []),
      columns: {
        igo: subjectOf(founded.stream),
        name: payload<{ name: string }>(founded).name,
        successor: succeeded === undefined ? null : payload<{ successor: string }>(succeeded).successor,
      },
    }]
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
