import { z } from 'zod'
import { parametersOut } from '../exposure/exposure-parameters.ts'
import { fromInput, igoInput, stateInput, toInput } from '../question/inputs.ts'
import { eventIds } from '../question/output-fields.ts'
import { membersInputs } from './organisation-members.ts'
import { coverageParts, missingOut, oneScoreInput, predecessorOut, untoldOut } from './rated-members.ts'

/** The parts of an answer, each a table of its own. */
const parts = ['years', 'events', 'members'] as const

/** How many years before and after it came or left are looked at. */
export const around = 5

export const influenceInput = z.object({
  state: stateInput,
  igo: igoInput,
  score: oneScoreInput,
  from: fromInput,
  to: toInput,
  years: z.coerce
    .number()
    .int()
    .min(1)
    .max(50)
    .default(5)
    .describe(
      'Over how many years k a move is looked at: from t to t + k, both within the years asked for (default 5)',
    ),
  ...membersInputs,
  part: z
    .enum(parts)
    .optional()
    .describe(
      'Which table: a row a year (where none is named); the years around each time that the state came or left; the ' +
        'balance of every member. JSON has all',
    ),
})
export type InfluenceInput = z.output<typeof influenceInput>

const value = z.number().nullable()

const yearOut = z.object({
  year: z.int(),
  standing: z
    .enum(['member', 'out', 'extinct', 'suspended', 'uncertain', 'unknown', 'not-covered', 'not-told'])
    .describe(
      'Of the state on the day: a full member; none; suspended, and to be left out; uncertain, for its dates leave ' +
        'it open; unknown, for a source says that it cannot tell; extinct, for the state had ceased to exist; ' +
        'not-covered, for the day lies after the last that a source holds; not-told, for nothing tells and no source ' +
        'holds all members',
    ),
  own: value.describe('Its score in the year, whether it is a member or not'),
  others: z.int().nullable().describe('How many other members are rated; null where who they are is unknown'),
  meanOfOthers: value.describe('What it meets: the mean of these'),
  mean: value.describe('The mean with its own score, as a member'),
  pull: value.describe('mean − meanOfOthers = (own − meanOfOthers) / (others + 1): what the mean owes to its presence'),
  stayed: z.int().describe('How many others are rated members in the year and k years later'),
  onOthers: value.describe('B of the state on the others: 1 − Σ|y_j(t+k) − y_i(t)| / Σ|y_j(t) − y_i(t)| over these'),
  onState: value.describe('B of the others on the state: 1 − Σ|y_i(t+k) − y_j(t)| / Σ|y_j(t) − y_i(t)|'),
  net: value.describe('onOthers − onState: above 0 the others came nearer to it than it to them, or it went away more'),
  reason: z.string().nullable().describe('Why pull or these are null; null where none is'),
  decidedBy: eventIds.describe('The events that decide its membership and own score'),
})

const offsetOut = z.object({
  offset: z.int().describe('Years since it came or left'),
  year: z.int(),
  others: z.int().nullable().describe('How many members other than the state are rated; null where that is unknown'),
  meanOfOthers: value.describe('Their mean, whoever they are in the year'),
  meanOfSame: value.describe('The mean of those that are rated members in every year of the window that has any'),
  own: value.describe('The score of the state'),
})

const eventOut = z.object({
  kind: z
    .enum(['entry', 'exit', 'founding', 'extinct'])
    .describe(
      'founding: it entered when the organisation had no member in the year before; extinct: no exit, for the state ' +
        'ceased to exist',
    ),
  year: z.int().describe('The first year on whose day it is a member, or is none any more'),
  same: z.array(z.string()).describe('Of whom meanOfSame is'),
  before: value.describe('The mean of meanOfSame over the years before'),
  after: value.describe('The same over that year and those after it'),
  change: value.describe('after − before'),
  reason: z.string().nullable().describe('Why there is no change; null where there is one'),
  window: z.array(offsetOut),
  decidedBy: eventIds.describe('The events that decide its membership in that year, of an exit in the year before'),
})

const balanceOut = z.object({
  state: z.string(),
  name: z.string(),
  years: z.int().describe('In how many years it is a rated member beside others; received, own and pull are of these'),
  received: value.describe('Exposure received: the mean over these years of the mean of the others'),
  own: value.describe('The mean over these years of its own score'),
  pull: value.describe('Compositional pull exerted: the mean over these years'),
  ratio: value.describe(
    'pull / received; null where received is 0. It depends on where the score has its 0: compare it within one score',
  ),
  starts: z.int().describe('From how many years t a move to t + k could be looked at'),
  onOthers: value.describe('Behavioural pull on the others over these years, distances added up'),
  onState: value.describe('That of the others on it'),
  net: value.describe('onOthers − onState'),
  rank: z.int().nullable().describe('Its place by net among the members that have one; those alike share one'),
  reason: z.string().nullable().describe('Why there is no net; null where there is one'),
})

export const influenceAnswer = z.object({
  state: z.string(),
  stateName: z.string(),
  igo: z.string(),
  name: z.string(),
  part: z.enum(parts).nullable(),
  predecessors: z.array(predecessorOut).describe('Whose members are counted, too, and until when'),
  balance: balanceOut,
  untold: untoldOut,
  years: z.array(yearOut),
  events: z.array(eventOut).describe('Each time that the state came or left in these years'),
  members: z.array(balanceOut).describe('The same balance of every member, the one with the highest net first'),
  missing: z.array(missingOut).describe('Who is not counted though it is a member, or may be, and why'),
  coverage: coverageParts,
  says: z.array(z.string()).describe('What the numbers do not say'),
  parameters: parametersOut,
})
export type InfluenceAnswer = z.output<typeof influenceAnswer>
