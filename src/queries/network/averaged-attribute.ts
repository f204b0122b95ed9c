import { badInput } from '../../common/error.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { coverageOfTies } from '../relations/coverage-of-ties.ts'
import { loadAttribute } from '../relations/load-attributes.ts'
import type { Scored } from './company-on.ts'
import { attributeId } from './igo-conditions.ts'
import type { Averaged } from './scoring.ts'

/**
 * An attribute of states that some source tells as a number, in its unit. Who has no row, or a reason in the place of a
 * value, is unknown on the day, and never 0. Throws `unknown-attribute`, and `bad-input` where it is told in words.
 */
export const attributeScoring = async (world: Snapshot, word: string): Promise<Averaged> => {
  const attribute = await loadAttribute(world, attributeId(word), 'state')
  if (!attribute.hasNumbers && attribute.entities.length > 0)
    throw badInput('bad-input', `"${attributeId(word)}" is told in words; expected numbers.`, { where: 'attribute' })
  return {
    scoreOn: (day) => (state) => {
      const told = attribute.on(state, day)
      if (told === undefined) return undefined
      const { value, missing = 'no-number', decidedBy } = told
      const scored: Scored =
        typeof value === 'number' ? { value, missing: undefined, decidedBy } : { value: undefined, missing, decidedBy }
      return scored
    },
    loadCoverage: async () => (partner, day) => coverageOfTies(attribute.coverage(partner, day)),
  }
}
