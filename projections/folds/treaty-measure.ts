import { FOREVER } from '../../src/time/day.ts'
import { fold, payload, subjectOf } from '../fold/fold.ts'

type Measure = { readonly treaty: string; readonly actor: string; readonly measure: string; readonly weight: number }

/**
 * What an actor weighs in the measures by which a treaty's clause counts, such as its share of emissions (0 to 1).
 * Reads `treaty-<treaty>`.
 */
export const treatyMeasure = fold<Measure>({
  name: 'treaty-measure',
  reads: ['treaty'],
  table: 'treaty_measure',
  columns: ['treaty', 'actor', 'measure', 'weight'],
  intervals: (facts) =>
    facts
      .filter((fact) => fact.type === 'MeasureStated')
      .map((fact) => ({
        from: fact.occurred.lo,
        to: FOREVER,
        certainty: 'certain',
        decidedBy: fact.decidedBy,
        columns: { treaty: subjectOf(fact.stream), ...payload<Omit<Measure, 'treaty'>>(fact) },
      })),
})
