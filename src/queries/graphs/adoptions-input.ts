import { z } from 'zod'
import { flag } from '../question/inputs.ts'
import { adoptionThresholds } from '../status/adoption-threshold.ts'

/** Which adoption of a state is the one that counts, where it came back after an exit. */
export const oneAdoption = ['first', 'last'] as const

export const adoptionInputs = {
  threshold: z
    .enum(adoptionThresholds)
    .default('CONSENTED')
    .describe('The status from which on a state counts as an adopter'),
  spells: z
    .enum(oneAdoption)
    .default('first')
    .describe('Which adoption counts of a state that came back after an exit: the first or the last'),
  retroactive: flag(
    'Count a succession from the day on which it took effect, which may lie before the state acted; else from its ' +
      'notification',
  ),
}
