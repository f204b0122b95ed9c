import { z } from 'zod'
import { groupBy } from '../../common/group-by.ts'
import { formalities, igoFields } from '../../events/igo.ts'
import type { Day } from '../../time/day.ts'
import { lifetimeFields, loadLifetimes } from '../memberships/lifetime.ts'
import { loadFields } from '../memberships/organisation-fields.ts'
import { loadSizes } from '../holdings/organisation-sizes.ts'
import { knownRows } from '../question/known-rows.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { codesOut, codesThen, nameOut } from './called.ts'

/** What is said of an organisation, wherever it is. */
export const organisationOut = z.object({
  id: z.string(),
  name: nameOut,
  codes: codesOut,
  formality: z.enum(formalities).describe('informal: no treaty founds it, and it counts only where it is asked for'),
  fields: z
    .array(z.enum(igoFields))
    .readonly()
    .nullable()
    .describe('What it is for, as its source sorts organisations: political, social, economic; null where none does'),
  fullMembers: z
    .int()
    .nullable()
    .describe('Full members on the day, certain and possible ones; null where nothing tells who belonged to it then'),
  possible: z.int().nullable().describe('Of these, those who only may have been'),
  ...lifetimeFields,
  successor: z.string().nullable().describe('Id of the organisation that took its place'),
})
export type OrganisationOut = z.infer<typeof organisationOut>

interface Life {
  readonly names: readonly { readonly name: string; readonly from: Day; readonly to: Day }[]
  readonly formality: OrganisationOut['formality']
  readonly successor: string | null
}

/** What each organisation was called and when, and who took its place. */
export const loadOrganisationLives = async (world: Snapshot): Promise<ReadonlyMap<string, Life>> => {
  const rows = await knownRows(world, 'igo')
    .select(['igo', 'name', 'successor', 'formality', 'valid_from', 'valid_to'])
    .orderBy('igo')
    .orderBy('valid_from')
    .execute()
  return new Map(
    [...groupBy(rows, ({ igo }) => igo)].map(([igo, ofOne]) => [
      igo,
      {
        names: ofOne.map(({ name, valid_from, valid_to }) => ({
          name,
          from: valid_from as Day,
          to: valid_to as Day,
        })),
        formality: ofOne.some(({ formality }) => formality === 'informal') ? 'informal' : 'formal',
        successor: ofOne.find(({ successor }) => successor !== null)?.successor ?? null,
      },
    ]),
  )
}

/** What is said of organisations on the world's day. */
export const organisationsAsShown = async (
  world: Snapshot,
  ids: readonly string[],
): Promise<readonly OrganisationOut[]> => {
  const [lives, sizes, fields] = [await loadOrganisationLives(world), await loadSizes(world), await loadFields(world)]
  const lifetimeOf = await loadLifetimes(world)
  const unknown: Life = { names: [], formality: 'formal', successor: null }
  return ids.map((id) => {
    const [life, size] = [lives.get(id) ?? unknown, sizes.get(id)]
    return {
      id,
      name: world.names.nameOn('igo', id, world.asOf),
      codes: codesThen(world, 'igo', id),
      formality: life.formality,
      fields: fields.get(id) ?? null,
      fullMembers: size === undefined ? null : size.certain + size.possible,
      possible: size?.possible ?? null,
      ...lifetimeOf(id),
      successor: life.successor,
    }
  })
}

/** An organisation in one line of a terminal. */
export const organisationText = ({ id, name, fullMembers, possible, fields, formality }: OrganisationOut): string =>
  [
    `  ${id.padEnd(14)} ${name}`,
    ...(fullMembers === null
      ? []
      : [`${fullMembers} full members${possible ? ` (${possible} of them possibly)` : ''}`]),
    ...(fields === null || fields.length === 0 ? [] : [fields.join(', ')]),
    ...(formality === 'formal' ? [] : ['informal']),
  ].join(' · ')
