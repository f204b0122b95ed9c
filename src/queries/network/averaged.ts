import { badInput } from '../../common/error.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { adoptionScoring, type ReadAdoptions } from './averaged-adoption.ts'
import { attributeScoring } from './averaged-attribute.ts'
import { practiceScoring } from './averaged-scores.ts'
import type { Years } from './lag.ts'
import type { NetworkInput } from './network-inputs.ts'
import { checkPreset } from './presets.ts'
import type { Averaged } from './scoring.ts'

/** Of what exposures are: just one of these is given. */
const kinds = ['score', 'adoption', 'attribute'] as const

const expected =
  'Give one of these: `score`, rater:indicator, `adoption`, a treaty or norm, and `attribute`, a number of states'

type Asked = Pick<NetworkInput, (typeof kinds)[number] | 'preset' | 'cumulative' | 'published'>

/** Throws `bad-input` where none or several are given, or something that has no bearing on the one that is. */
const checkAveraged = (input: Asked): void => {
  const given = kinds.filter((kind) => input[kind] !== undefined)
  if (given.length !== 1)
    throw badInput('bad-input', `exposure to what? ${expected}; came ${given.join(' and ') || 'none'}.`)
  checkPreset(input.preset, input)
  if (input.published && input.score === undefined)
    throw badInput('bad-input', `published is about scores; came ${given.join()}.`, { where: 'published' })
  if (input.cumulative && input.adoption === undefined)
    throw badInput('bad-input', `cumulative is about adoptions; came ${given.join()}.`, { where: 'cumulative' })
}

/**
 * What is averaged, as it was asked for: a score, who has taken something on, or an attribute of states. `only`: no
 * other years of scores are asked for. Throws where none or several of them are given.
 */
export const loadAveraged = async (
  world: Snapshot,
  input: NetworkInput & ReadAdoptions,
  only?: Years,
): Promise<Averaged> => {
  checkAveraged(input)
  const { score, adoption, attribute = '' } = input
  if (score !== undefined) return practiceScoring(world, score, input, only)
  return adoption === undefined ? attributeScoring(world, attribute) : adoptionScoring(world, adoption, input)
}
