import { z } from 'zod'
import { counted } from '../question/output-fields.ts'

export const normInput = z.string().min(1).describe('The norm, by id (torture) or name')

/** How much is recorded: no source claims to hold all of it, so that none of it is ever known to be all. */
export const knownOut = z
  .object({
    violations: z.int().describe('Violations that were reported, or found by a body'),
    actions: z.int().describe('What campaigns did to the state'),
    pressure: z.int().describe('Acts of third states and organisations'),
    responses: z.int(),
    concessions: z.int(),
    reversals: z.int().describe('Concessions that were taken back'),
    withoutNorm: z.int().describe('Acts on or of the state that carry no norm: never counted for one'),
  })
  .describe('How many acts of the state and the norm are recorded by the day; nobody claims to hold all there were')

export const knownText = (known: z.infer<typeof knownOut>): readonly string[] => [
  `  recorded: ${[
    counted(known.violations, 'violation'),
    counted(known.actions, 'campaign action'),
    counted(known.pressure, 'act of third parties', 'acts of third parties'),
    counted(known.responses, 'response'),
    counted(known.concessions, 'concession'),
    counted(known.reversals, 'reversal'),
  ].join(', ')}; nobody claims to hold all there were`,
  ...(known.withoutNorm === 0
    ? []
    : [`  left out: ${counted(known.withoutNorm, 'act that carries', 'acts that carry')} no norm`]),
]
