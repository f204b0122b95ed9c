import { badInput } from '../../common/error.ts'
import type { Presets } from '../question/presets.ts'

/** What all presets say alike. */
const fullMembers = { kinds: 'full', partnerKinds: 'full', includeSelf: 'false' } as const

/**
 * What others have computed, as far as it is known: each is a style, and stands for parameters that an answer prints.
 *
 * `greenhill-style`: the mean of organisation means, one year back; our reading of Greenhill (2010).
 * `torfason-ingram-style`: joint memberships divided by n − 1; Torfason and Ingram (2010), online supplement. That it
 * is read one year back is our choice.
 * `spmon`: Stata's command (Neumayer and Plümper 2010), row-standardised, of the same period; who has no score counts
 * 0. `netdiffuser`: netdiffuseR's `exposure()`: of the same period, ties count 1 whatever their value, whose adoption
 * is unknown has not adopted, who has adopted once is an adopter for good, and who has no ties has 0.
 */
const stands = {
  'greenhill-style': { ...fullMembers, formula: 'mm', lag: '1', missing: 'renormalise', isolates: 'none' },
  'torfason-ingram-style': {
    ...fullMembers,
    formula: 'ti',
    lag: '1',
    missing: 'renormalise',
    isolates: 'none',
    minCoverage: '0',
  },
  spmon: { ...fullMembers, formula: 'spmon', lag: '0', missing: 'zero', isolates: 'none', minCoverage: '0' },
  netdiffuser: {
    ...fullMembers,
    formula: 'bin',
    lag: '0',
    missing: 'zero',
    isolates: 'zero',
    minCoverage: '0',
    cumulative: 'true',
  },
} as const

export type PresetName = keyof typeof stands
export const presetNames = Object.keys(stands) as [PresetName, ...PresetName[]]

export const exposurePresets: Presets = { field: 'preset', stands }

/** Those that are of adoptions, not of scores. */
const ofAdoptions: ReadonlySet<PresetName> = new Set(['netdiffuser'])

/** Throws `bad-input` for a preset that is of adoptions where something else is averaged. */
export const checkPreset = (
  preset: PresetName | undefined,
  { score, attribute }: { readonly score?: string | undefined; readonly attribute?: string | undefined },
): void => {
  const came = score === undefined ? attribute && `attribute ${attribute}` : `score ${score}`
  if (preset === undefined || came === undefined || !ofAdoptions.has(preset)) return
  throw badInput('bad-input', `the preset ${preset} is of adoptions; came the ${came}.`, {
    where: 'preset',
    hint: 'Give `adoption`, a treaty or norm, or leave the preset out.',
  })
}
