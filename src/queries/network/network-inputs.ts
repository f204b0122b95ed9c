import { z } from 'zod'
import { yearCodings } from '../../../projections/compose/membership/possible-memberships.ts'
import { datePolicies } from '../../time/date-policy.ts'
import { memberEntries } from '../accession/member-entries.ts'
import { probationInput } from '../accession/probation-input.ts'
import { flag, kindsInput, words } from '../question/inputs.ts'
import { adoptionThresholds } from '../status/adoption-threshold.ts'
import { igosInput } from './igo-conditions.ts'
import { lagInput } from './lag.ts'
import { presetNames } from './presets.ts'

/** What every question about exposure takes besides the state and the days. */
export const companyInputs = {
  preset: z
    .enum(presetNames)
    .optional()
    .describe(
      'A name that stands for formula, lag, kinds and other parameters, as somebody else has chosen them; the answer ' +
        'prints each',
    ),
  score: z
    .string()
    .regex(/^[^:]+:[^:]+$/, 'expected rater:indicator, such as cirights:physint')
    .optional()
    .describe('Practice score of the partners, as rater:indicator (cirights:physint)'),
  published: flag(
    'For a score: read one only if it had been published by the day asked about, in a panel by that of the row, as ' +
      'its sources say. One of which none says when is not read',
  ),
  adoption: z
    .string()
    .min(1)
    .optional()
    .describe('Instead of a score: whether partners have taken on this treaty or norm'),
  attribute: z
    .string()
    .min(1)
    .optional()
    .describe('Instead of a score: a number that a source gives of states, year by year, an attribute (cow-nmc:cinc)'),
  threshold: z
    .enum(adoptionThresholds)
    .default('CONSENTED')
    .describe('For an adoption: the status from which on a partner counts as an adopter'),
  cumulative: flag(
    'For an adoption: once an adopter, always one, whoever left since. Without it the status on the day counts, so ' +
      'that who has left is no adopter any more',
  ),
  lag: lagInput,
  kinds: kindsInput
    .default(['full'])
    .describe(
      "Kinds of the state's own memberships that count, of full, " +
        'associate, observer, with commas between (default full)',
    ),
  partnerKinds: kindsInput.default(['full']).describe("Kinds of the partners' memberships that count (default full)"),
  minObserved: z.coerce
    .number()
    .int()
    .min(1)
    .default(1)
    .describe('An organisation counts from this many rated partners on'),
  minPartners: z.coerce
    .number()
    .int()
    .min(1)
    .default(1)
    .describe('A value rests on at least so many different rated partners, all organisations taken together'),
  discount: z.coerce
    .number()
    .positive()
    .max(1)
    .default(1)
    .describe('Formula years: what a year of age leaves of a shared year, above 0, up to 1; other formulas take none'),
  minCoverage: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .describe('Below this share of observed weight the value is withheld'),
  missing: z.enum(['renormalise', 'zero']).default('renormalise').describe('What becomes of partners without a score'),
  isolates: z
    .enum(['none', 'zero'])
    .default('none')
    .describe('Who has no partner: no value (none), or 0 (only to compare with what netdiffuseR computes)'),
  includeSelf: flag('Leave the state in its own means (only to show what that does)'),
  excludeImputed: flag('Leave out organisation-years that the source filled in itself'),
  excludeSuspended: flag(
    'Leave out members whose rights in the organisation are suspended; ' +
      'a suspended member is a member, and counts otherwise',
  ),
  dates: z
    .enum(datePolicies)
    .default('bounds')
    .describe(
      'Uncertain dates: bounds gives the least and the most that the value may be; earliest, latest ' +
        'and midpoint take that day of each; exclude drops what is uncertain on the day',
    ),
  yearCodes: z
    .enum(yearCodings)
    .default('edges')
    .describe(
      'Memberships and ties told by the year: with uncertain days in the first and last year (edges), or throughout ' +
        'them (whole)',
    ),
  igos: igosInput
    .optional()
    .describe(
      'Channels igo and informal: which organisations count, by conditions with commas between, all of which hold: ' +
        'organisations (un,eu: these alone), classes (universal, regional, political, social, economic), ' +
        'numbers of theirs ' +
        "(mia:pooling>0, with >, >=, <, <= or =), each negated by a ! before it ('!un,!universal'). One of which " +
        'that is unknown on the day is left out, and told',
    ),
  entry: words(memberEntries)
    .optional()
    .describe(
      'Channels igo and informal: only memberships of states that came in so, on both sides, of settled (founders ' +
        'with them), founder, probation, unknown, with commas between: settled is socialization without conditions; ' +
        'unknown keeps those of whom nobody tells how they came in, dropped else',
    ),
  probation: probationInput,
  weight: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Channels igo and informal: what organisations weigh on the day, an attribute of theirs (mia:pooling); 1 each ' +
        'where none is given. One of which it is unknown or 0 is left out',
    ),
  universal: z.coerce
    .number()
    .gt(0)
    .max(1)
    .default(0.75)
    .describe(
      'With igos: an organisation is universal where so large a share of the states in the system are full members',
    ),
}
export type NetworkInput = z.output<z.ZodObject<typeof companyInputs>>
