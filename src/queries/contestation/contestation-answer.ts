import { z } from 'zod'
import { nullableDay } from '../question/output-fields.ts'
import { systemInput } from '../question/inputs.ts'
import { parametersOut, tippingInputs, tippingOut } from '../spread/tipping-point.ts'
import { spreadInput } from '../spread/spread-answer.ts'
import { absentOut } from './absent.ts'
import { contestedOut } from './contested-years.ts'
import { contestedReservationOut, objectionsKnownOut } from './contested-reservations.ts'
import { decouplingOut } from './decoupling.ts'
import { legitimacyOut } from './legitimacy.ts'
import { objectorOut } from './objectors.ts'
import { shallowOut } from './shallow.ts'

/** The parts of the answer, each a table of its own. */
const contestationParts = ['objectors', 'legitimacy', 'shallow', 'reservations', 'decoupling', 'absent'] as const
export type ContestationPart = (typeof contestationParts)[number]

const { threshold, retroactive } = spreadInput.shape

export const contestationInput = z.object({
  norm: z.string().min(1).describe('A norm: id (torture) or name'),
  state: z
    .string()
    .min(1)
    .optional()
    .describe('Only this state in the lists, whether or not it spoke against the norm: id, code or name'),
  threshold,
  system: systemInput,
  retroactive,
  ...tippingInputs,
  score: z
    .string()
    .regex(/^[^:,\s]+:[^:,\s]+$/)
    .optional()
    .describe('Practice, for decoupling: a score as rater:indicator (cirights:physint). Unknown where none is given'),
  decayYears: z.coerce
    .number()
    .int()
    .min(1)
    .max(50)
    .default(3)
    .describe('Over how many years of change practice must get worse to be called decay'),
  years: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(5)
    .describe('Years after it could, by which a state that had signed nothing stayed away'),
  part: z
    .enum(contestationParts)
    .optional()
    .describe(
      'Which table: who speaks against the norm (where none is named); legitimacy, a row a year; shallow commitment; ' +
        'reservations that are objected to; decoupling, which takes score; who stayed away. The text shows all in ' +
        'brief where none is named, JSON always',
    ),
})
export type ContestationInput = z.output<typeof contestationInput>

const contestationParameters = parametersOut
  .omit({ stallYears: true })
  .extend({
    consent: z.string().describe('From which status on a state has consented'),
    rejecting: z.string().describe('Which statements are objections'),
    score: z.string().nullable(),
    decayYears: z.int(),
    years: z.int(),
    peersShare: z.number().describe('For which share of its peers the norm must be in force, that staying away counts'),
  })
  .describe('What the answer depends on')

export const contestationAnswer = z.object({
  norm: z.string(),
  title: z.string().describe('The name of the norm'),
  state: z.string().nullable().describe('The state that was asked for alone; null where all are'),
  threshold: spreadInput.shape.threshold,
  system: z.string(),
  part: z.enum(contestationParts).nullable().describe('The table that was asked for; null where none was named'),
  parameters: contestationParameters,
  tipping: tippingOut,
  tippingEarliest: nullableDay.describe(
    'First day on which it may have tipped, if all that is uncertain were adopted; null where not even then',
  ),
  objectors: z.array(objectorOut),
  contested: contestedOut,
  legitimacy: legitimacyOut,
  shallow: z.array(shallowOut).describe('Every state that is bound on the day'),
  maybeBound: z.int().describe('Further states of which it is open whether they are bound: their depth is not judged'),
  contestedReservations: z.array(contestedReservationOut),
  objectionsKnown: objectionsKnownOut,
  decoupling: decouplingOut,
  absent: z
    .array(absentOut)
    .describe('Members of the state system that had signed nothing by the end of the years asked'),
  notMeasured: z.array(z.string()).describe('What is left out, since no event says it'),
})
export type Contestation = z.infer<typeof contestationAnswer>
