import { z } from 'zod'
import { channelInputs } from '../channels/channel-inputs.ts'
import { channelIds } from '../channels/index.ts'
import { companyInputs } from '../network/network-inputs.ts'
import { unpublishedOut } from '../network/unpublished.ts'
import { coverageOut } from '../question/coverage-fields.ts'
import { flag, stateInput, systemInput } from '../question/inputs.ts'
import { statehoodOut } from '../memberships/statehood.ts'
import { byEntryOut, droppedOut } from './exposure-by-entry.ts'
import { exposureByChannelOut } from './exposure-by-channel.ts'
import { parametersOut } from './exposure-parameters.ts'
import { termsOut, uncertainOut, type TermInBrief } from './exposure-terms.ts'
import { formulaInput } from './formula-inputs.ts'

export const exposureAnswer = z.object({
  state: z.string(),
  value: z.number().nullable().describe('The exposure, in the unit of the score; null where there is none'),
  min: z
    .number()
    .nullable()
    .describe('The least that the value may be over what is uncertain on the day; the value itself where nothing is'),
  max: z.number().nullable().describe('The most that it may be'),
  uncertain: uncertainOut.describe(
    'What the bounds are over: memberships that may or may not hold among those who share ' +
      'organisations, and adoptions that are not known',
  ),
  missing: z
    .string()
    .nullable()
    .describe(
      'Why there is no value: no-organisation, no-partner, too-few-rated, low-coverage, no-system; by a ' +
        'channel other than igo no-tie, unknown; of a stock no-campaign-known, no-action-known, uncertain',
    ),
  own: z.number().nullable().describe("The state's own score on the day asked about, whatever the lag"),
  ownOnReadDay: z
    .number()
    .nullable()
    .describe(
      "The state's own score on the day on which those of the others are read, and as these are read; the same where " +
        'the lag is 0',
    ),
  coverage: z.number().describe('Share of the weight that is observed'),
  covered: coverageOut.describe(
    'How far the sources reach of the memberships and of the scores or acts that it rests on, on ' +
      'the day on which they are read: no farther than those of the part that is known least',
  ),
  degree: z.int().describe('mm, max: organisations that count; other formulas: rated partners; of a stock actions'),
  formula: z.string().nullable().describe('Null by a channel that is a stock: it has no partners to average'),
  definition: z.string(),
  channel: z
    .enum(channelIds)
    .describe('By which channel: the first that was asked for, else igo, formal organisations'),
  terms: termsOut.describe('What adds up to the value'),
  unrated: z.array(z.string()).describe('Partners without a score'),
  unpublished: unpublishedOut,
  leftOut: z.array(z.string()).describe('Organisations of the state that do not count'),
  unknownIgos: z
    .array(z.string())
    .describe(
      'Organisations of the state that are left out since it is unknown whether they are among those asked for, or ' +
        'what they weigh',
    ),
  dropped: droppedOut.optional(),
  byEntry: byEntryOut.optional(),
  statehood: statehoodOut.describe(
    'That no state system of the log had the state on the day on which it is read; null where one had it, or may ' +
      'have had it, or none ever did',
  ),
  readOn: z
    .string()
    .describe('The day on which memberships and scores are read: the date less the lag, which a stock has none of'),
  parameters: parametersOut.describe('What shaped the number by this channel, and nothing else'),
  channels: z
    .array(exposureByChannelOut)
    .optional()
    .describe('Side by side, where channels were asked for: each has a value of its own, and there is no total'),
})
export type ExposureAnswer = z.infer<typeof exposureAnswer>

/** What a text and a table show of it. */
export type BriefExposure = Omit<ExposureAnswer, 'terms' | 'uncertain'> & {
  readonly terms: readonly TermInBrief[]
  readonly uncertain: readonly Omit<ExposureAnswer['uncertain'][number], 'decidedBy'>[]
}

export const exposureInput = z.object({
  state: stateInput,
  formula: formulaInput,
  system: systemInput.describe(
    'Which list of states ti divides by: cow (Correlates of War), gw (Gleditsch-Ward) or un ' +
      '(members of the United Nations); the other formulas take none (default cow; un, where the log ' +
      'knew no list of cow then)',
  ),
  ...companyInputs,
  byEntry: flag(
    'Split the exposure by how the state came into its organisations: on probation, settled, as a founder, or ' +
      'unknown; mm and dc',
  ),
  ...channelInputs,
})
