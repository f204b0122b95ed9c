import { z } from 'zod'
import { badInput } from '../../common/error.ts'
import { yearCodesInput } from '../panels/state-years.ts'
import { flag, formalityInput, freeWords, fromInput, kindsInput, systemInput, toInput } from '../question/inputs.ts'
import type { System } from '../memberships/system-spells.ts'

/** Words that are shorter than the names of the relations that they mean. */
const relations: Readonly<Record<string, string>> = { contiguity: 'cow-contiguity', alliance: 'cow-alliance' }

/** The relation that a word of `ties` means: every other word is the id of one. */
export const relationMeant = (ties: string): string => relations[ties] ?? ties

export const graphInputs = {
  from: fromInput,
  to: toInput,
  ties: z
    .string()
    .min(1)
    .default('memberships')
    .describe(
      'What ties states: memberships (in organisations), treaties (in force for them), contiguity, alliance, or ' +
        'the id of any other relation between states',
    ),
  types: freeWords
    .optional()
    .describe(
      'Of a relation between states: only ties of these types, as its source names them (land; defense,entente)',
    ),
  kinds: kindsInput
    .default(['full', 'associate', 'observer'])
    .describe('Of memberships: which kinds are ties, of full, associate and observer'),
  formality: formalityInput,
  excludeImputed: flag('Of memberships: leave out organisation-years that the source filled in itself'),
  yearCodes: yearCodesInput,
  system: systemInput,
}

const shape = z.object(graphInputs)
export type GraphInput = z.output<typeof shape>
export type SettledGraphInput = GraphInput & { readonly system: System }

/** Throws `bad-input` where something is given that bears on other ties than those that are asked for. */
export const checkTies = ({ ties, types, kinds, formality, excludeImputed }: GraphInput): void => {
  const isOfMembers = ties === 'memberships'
  const given = { kinds: kinds.length < 3, formality: formality !== 'formal', excludeImputed }
  const ofMembers = Object.entries(given).find(([, isGiven]) => isGiven)?.[0]
  if (!isOfMembers && ofMembers !== undefined)
    throw badInput('bad-input', `says which memberships are ties; came ties "${ties}".`, {
      where: ofMembers,
      hint: 'Leave it out, or ask for the ties `memberships`.',
    })
  if (types !== undefined && (isOfMembers || ties === 'treaties'))
    throw badInput('bad-input', `says which ties of a relation between states count; came ties "${ties}".`, {
      where: 'types',
      hint: isOfMembers ? 'Leave it out; `kinds` says which memberships count.' : 'Leave it out.',
    })
}

/** The states at both ends: who is tied to an organisation is tied to no state. Throws `bad-input`. */
export const checkOneMode = ({ ties }: GraphInput): void => {
  if (ties === 'memberships' || ties === 'treaties')
    throw badInput('bad-input', `"${ties}" tie states to something else; ties between two states were expected.`, {
      where: 'ties',
      hint: 'Name a relation between states, such as contiguity or alliance.',
    })
}
