import { FOREVER } from '../../src/time/day.ts'
import { fold, payload, subjectOf } from '../fold/fold.ts'

type Registered = { readonly source: string; readonly citation: string; readonly kind: string; readonly detail: string }

/** The sources that events point into. Reads `source-<id>`. */
export const sourceRegister = fold<Registered>({
  name: 'source-register',
  reads: ['source'],
  table: 'source',
  columns: ['source', 'citation', 'kind', 'detail'],
  intervals: (facts) =>
    facts
      .filter((fact) => fact.type === 'SourceRegistered')
      .slice(-1)
      .map((fact) => {
        const { citation, kind } = payload<{ citation: string; kind: string }>(fact)
        return {
          from: fact.occurred.lo,
          to: FOREVER,
          certainty: 'certain',
          decidedBy: fact.decidedBy,
          columns: { source: subjectOf(fact.stream), citation, kind, detail: JSON.stringify(fact.data) },
        }
      }),
})
