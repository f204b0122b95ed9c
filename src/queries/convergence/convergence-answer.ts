import { z } from 'zod'
import { largestSeed } from '../../diffusion/chance.ts'
import { parametersOut } from '../exposure/exposure-parameters.ts'
import { fromInput, igoInput, systemInput, toInput } from '../question/inputs.ts'
import { eventIds } from '../question/output-fields.ts'
import { membersInputs } from './organisation-members.ts'
import { coverageParts, missingOut, oneScoreInput, predecessorOut, untoldOut } from './rated-members.ts'

/** The parts of an answer, each a table of its own. */
const parts = ['years', 'measures', 'members'] as const

export const convergenceInput = z.object({
  igo: igoInput,
  score: oneScoreInput,
  from: fromInput,
  to: toInput,
  system: systemInput,
  ...membersInputs,
  draws: z.coerce
    .number()
    .int()
    .min(0)
    .max(100_000)
    .default(1000)
    .describe('How many groups of non-members are drawn to hold the slopes against (default 1000; 0: none)'),
  seed: z.coerce
    .number()
    .int()
    .min(0)
    .max(largestSeed)
    .default(1)
    .describe('Which groups are drawn; the same by the same seed (default 1)'),
  part: z
    .enum(parts)
    .optional()
    .describe(
      'Which table: a row a year (where none is named); the measures, each beside what drawn groups have; the ' +
        'members that are rated in the first or the last year. The text and JSON have all',
    ),
})
export type ConvergenceInput = z.output<typeof convergenceInput>

const value = z.number().nullable()
const count = z.int().nullable()
const ends = { first: value, last: value, change: value }

const yearOut = z.object({
  year: z.int(),
  members: count.describe('Full members on the day of the year; null where reason says why it is unknown'),
  rated: count.describe('How many of them have a score; mean and sigma are of these'),
  uncertain: count.describe('Further ones, that may have been members: they are not counted'),
  unknown: count.describe('Of how many a source says that it cannot tell: they are not counted'),
  mean: value,
  sigma: value.describe('σ, the standard deviation of these as a population; null of fewer than two'),
  panelMean: value.describe('The mean of the fixed panel, members that are rated in every year; null without one'),
  panelSigma: value,
  covered: z.enum(['covered', 'carried', 'none']).describe('How far sources hold the memberships on the day'),
  reason: z
    .enum(['memberships-not-covered'])
    .nullable()
    .describe(
      'Why who was a member is unknown: the day lies after the last that a source holds; null where it is known',
    ),
})

const groupOut = z.object({
  n: z.int(),
  states: z.array(z.string()),
  mean: z.object(ends),
  sigma: z.object(ends).describe('null of fewer than two'),
  reason: z.string().nullable().describe('Why there is no sigma; null where there is one'),
})

const memberOut = z.object({
  state: z.string(),
  name: z.string(),
  role: z
    .enum(['stayer', 'entrant', 'leaver', 'unknown'])
    .describe(
      'Among the rated members in both years, in the last alone, in the first alone; unknown: who was a member in ' +
        'the last year is unknown',
    ),
  because: z
    .enum([
      'joined',
      'left',
      'extinct',
      'rated-later',
      'no-longer-rated',
      'suspended',
      'membership-not-known',
      'memberships-not-covered',
    ])
    .nullable()
    .describe(
      'Of an entrant or leaver: whether it came or went, or was a member in both years and has a score in one; ' +
        'extinct: the state ceased to exist as a member; suspended: in the other year it is a member that was to ' +
        'be left out; membership-not-known: in the other year ' +
        'nothing is certain of it; memberships-not-covered: no source holds who was a member then',
    ),
  first: value.describe('Its score in the first year; null unless it is a rated member then'),
  last: value,
  change: value,
  gap: value.describe('By how much it lay above the mean of all other rated members in the first year'),
  inPanel: z.boolean().describe('Whether it is a rated member in every year'),
  decidedBy: eventIds.describe('The events that decide its membership and score in these years'),
})

const placedOut = z.object({
  measure: z.enum(['beta', 'betaOnGap', 'sigmaChange', 'meanChange', 'panelSigmaSlope']),
  own: value,
  size: z.int().describe('How many states a drawn group has: as many as the members that the measure is of'),
  pool: z.int().describe('Of how many it is drawn'),
  defined: z.int().describe('How many of the groups have the measure'),
  mean: value.describe('Its mean over these groups'),
  low: value.describe('Between this and high lie the middle 95 % of them'),
  high: value,
  below: z.int().nullable().describe('How many of them lie at or below the own one'),
  above: z.int().nullable().describe('How many of them lie at or above it'),
  reason: z.string().nullable().describe('Why nothing was drawn; null where it was'),
})

export const convergenceAnswer = z.object({
  igo: z.string(),
  name: z.string(),
  part: z.enum(parts).nullable(),
  predecessors: z.array(predecessorOut).describe('Whose members are counted, too, and until when'),
  untold: untoldOut,
  years: z.array(yearOut),
  mean: z.object(ends).describe('Of all rated members, whoever they are in each year'),
  sigma: z
    .object({
      ...ends,
      slope: value.describe('Least-squares slope over the years that have a sigma, in the unit of the score a year'),
      years: z.int().describe('How many these are'),
    })
    .describe('Of all rated members, whoever they are in each year'),
  panel: groupOut
    .extend({ slope: value.describe('Least-squares slope of its sigma, in the unit of the score a year') })
    .describe('The fixed panel: members that are rated in every year'),
  stayers: groupOut
    .extend({
      beta: value.describe(
        'Slope of y(last) − y(first) on y(first); null where they all began alike, or fewer than two',
      ),
      betaOnGap: value.describe('The same on the gap between y(first) and the mean of all other rated members then'),
    })
    .describe('Rated members in the first and the last year, whatever lies between'),
  variance: z
    .object({
      first: z.number(),
      last: z.number(),
      change: z.number().describe('last − first = withinStayers + entrants − leavers + between'),
      withinStayers: z.number().describe('σ² of the stayers in the last year less that in the first'),
      entrants: z.number().describe('n_E/n (σ²_E − σ²_S) in the last year: how much wider entrants lie than stayers'),
      leavers: z.number().describe('n_L/n (σ²_L − σ²_S) in the first year: how much wider leavers lay'),
      between: z
        .number()
        .describe(
          'n_S n_E/n² (ȳ_E − ȳ_S)² in the last year less n_S n_L/n² (ȳ_L − ȳ_S)² in the first: how far the means of ' +
            'those who came and went lie from that of the stayers',
        ),
      counts: z.object({ stayers: z.int(), entrants: z.int(), leavers: z.int() }),
    })
    .nullable()
    .describe(
      'What the change of σ², in the unit of the score squared, is made of; null where fewer than two stayed, or ' +
        'the members of the last year are unknown',
    ),
  placebo: z
    .object({ draws: z.int(), seed: z.int(), measures: z.array(placedOut) })
    .nullable()
    .describe(
      'The same measures of groups drawn of states in the system that are rated in the same years and were members ' +
        'in none; null where no draws are asked for',
    ),
  members: z.array(memberOut),
  missing: z.array(missingOut).describe('Who is not counted though it is a member, or may be, and why'),
  coverage: coverageParts,
  says: z.array(z.string()).describe('What the numbers do not say'),
  parameters: parametersOut,
})
export type ConvergenceAnswer = z.output<typeof convergenceAnswer>
