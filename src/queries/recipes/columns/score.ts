import { z } from 'zod'
import { yearOf } from '../../../time/day.ts'
import { loadSources } from '../../holdings/registered-sources.ts'
import { coverageOf } from '../../question/coverage-fields.ts'
import { agreedScales } from '../../subjects/directions.ts'
import { loadCoverageOfScores } from '../../subjects/score-coverage.ts'
import { loadKnownScores, raterOf } from '../../subjects/scores.ts'
import { claimsTell } from '../rests/of-claims.ts'
import { scoresTell } from '../rests/of-years.ts'
import { columnKind, sharedIn } from './column-kind.ts'

/** What its numbers mean, as far as its sources agree: `; from 0 to 8; higher is better`. */
const scaleWords = (scale: ReturnType<ReturnType<typeof agreedScales>['get']>): string => {
  if (scale === undefined) return ''
  const { lowest, highest, direction } = scale
  const range = lowest === undefined || highest === undefined ? '' : `; from ${lowest} to ${highest}`
  return `${range}${direction === undefined ? '' : `; ${direction.replaceAll('-', ' ')}`}`
}

/** A practice score, as its rater publishes it. */
export const scoreColumn = columnKind({
  key: 'score',
  says: 'A practice score of the year, as its rater publishes it.',
  example: { name: 'physint', score: 'cirights:physint' },
  shape: {
    score: z
      .string()
      .regex(/^[^:]+:[^:]+$/, 'expected rater:indicator, such as cirights:physint')
      .describe('rater:indicator, such as cirights:physint'),
  },
  extras: ['why', 'sd', 'coverage'],
  load: async (world, { score }, scope) => {
    const rater = raterOf(score)
    const byYear = await sharedIn(scope, `score ${score}`, () => loadKnownScores(world, score, scope))
    const scales = await sharedIn(scope, 'scales', async () => agreedScales(await loadSources(world)))
    const means = scaleWords(scales.get(score))
    const coverage = await sharedIn(scope, `coverage of ${rater}`, () => loadCoverageOfScores(world, rater))
    return {
      type: 'double',
      description: `${score} in that year, as published${means}`,
      empty: "There is no value: the rater's own reason, or not-recorded where its data hold no line",
      rests: { raw: true, on: async () => scoresTell(score, scope.read, await scope.states()) },
      claims: async () => claimsTell('raters', (id) => id === rater),
      on: (day) => {
        const year = yearOf(day)
        const ofYear = byYear.get(year)
        return (state) => {
          const found = ofYear?.get(state)
          return {
            value: found?.value ?? null,
            why: found?.value === undefined ? (found?.missing ?? 'not-recorded') : null,
            sd: found?.sd ?? null,
            coverage: () => coverageOf(coverage(state, year)),
          }
        }
      },
    }
  },
})
