import { z } from 'zod'
import { channelInputs } from '../channels/channel-inputs.ts'
import { nullableDay } from '../question/output-fields.ts'
import { flag, subjectInput, systemInput } from '../question/inputs.ts'
import { adoptionThresholds } from '../status/adoption-threshold.ts'
import { withoutInput } from '../record/leave-out.ts'
import { adopterOut, neverAdoptedOut, spellChoices, type BriefAdopter } from './adopters.ts'
import { byInput, groupOut } from './groups-of-states.ts'
import { lifeCycleOut } from './life-cycle.ts'
import { permutationInputs, permutationOut } from './permutation.ts'
import { curveYearOut } from './spread-curve.ts'
import { spreadWithoutOut } from './spread-without.ts'
import { parametersOut, tippingInputs, tippingOut } from './tipping-point.ts'

/** The parts of a spread, each a table of its own. */
export const spreadParts = ['curve', 'adopters', 'never', 'regions', 'hazard'] as const
export type SpreadPart = (typeof spreadParts)[number]

const { channel, contiguity, alliance, peers, norm, halfLife, gap } = channelInputs

export const spreadInput = z.object({
  subject: subjectInput,
  threshold: z
    .enum(adoptionThresholds)
    .default('CONSENTED')
    .describe('The status from which on a state counts as an adopter'),
  system: systemInput,
  spells: z
    .enum(spellChoices)
    .default('first')
    .describe('Of states that left and came back: which of their adoptions are listed and sorted into classes'),
  retroactive: flag(
    'Count a succession from the day on which it took effect, which may lie before the state acted; else from its ' +
      'notification',
  ),
  by: byInput,
  ...tippingInputs,
  part: z
    .enum(spreadParts)
    .optional()
    .describe(
      'Which table: the curve, a row a year (where none is named); the adopters; the members of the system that ' +
        'never adopted; groups of states, M49 regions unless by says otherwise; the hazard. The text shows all where ' +
        'none is named, JSON always',
    ),
  channel,
  contiguity,
  alliance,
  peers,
  norm,
  halfLife,
  gap,
  ...permutationInputs,
  without: withoutInput,
})
export type SpreadInput = z.output<typeof spreadInput>

export const spreadAnswer = z.object({
  subject: z.string(),
  title: z.string().describe('The title of the treaty, or the name of the norm'),
  threshold: z.enum(adoptionThresholds),
  system: z.string(),
  spells: z.enum(spellChoices),
  part: z.enum(spreadParts).nullable().describe('The table that was asked for; null where none was named'),
  parameters: parametersOut,
  tipping: tippingOut,
  knownThrough: nullableDay.describe(
    'Last day through which sources hold what at least half of those members did that have not adopted: what is not ' +
      'reached or goes on later is so as far as anybody tells. Null: no source does',
  ),
  tippingEarliest: nullableDay.describe(
    'First day on which it may have tipped, if all that is uncertain were adopted; null where not even then',
  ),
  ...lifeCycleOut,
  adopters: z.array(adopterOut),
  neverAdopted: z.array(neverAdoptedOut).describe('Members of the system on the day asked about that never adopted'),
  permutation: permutationOut,
  by: z.string().describe('How states are sorted into regions'),
  regions: z.array(groupOut),
  assumptions: z.array(z.string()).describe('What is taken for granted, behind the id of what takes it'),
  curve: z.array(curveYearOut),
  exits: z.array(
    z.object({
      state: z.string(),
      name: z.string(),
      date: z.string(),
      kind: z
        .enum(['exit', 'extinct', 'uncertain'])
        .describe('exit: left, or was put out; extinct: ceased to be a state then; uncertain: may still have been one'),
    }),
  ),
  coveredBy: z
    .array(z.string())
    .describe('Sources that hold in full what members of the system did, up to the day asked about or an earlier one'),
  channels: z.array(z.string()).describe('By which channels exposures are given; the first makes thresholds'),
  without: spreadWithoutOut.optional(),
})
export type SpreadAnswer = z.infer<typeof spreadAnswer>
/** What text and tables are made of. */
export type BriefSpread = Omit<SpreadAnswer, 'adopters'> & { adopters: BriefAdopter[] }
