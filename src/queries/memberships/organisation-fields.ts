import { payload, subjectOf } from '../../../projections/fold/fold.ts'
import { igoFields } from '../../events/igo.ts'
import { groupBy } from '../../common/group-by.ts'
import { loadFactsOfSubjects } from '../question/facts.ts'
import { recordedOfMembers } from '../question/changes.ts'
import { keeping } from '../question/kept.ts'
import type { Snapshot } from '../question/snapshot.ts'

export type IgoField = (typeof igoFields)[number]

type Fields = ReadonlyMap<string, readonly IgoField[]>

const kept = keeping<Fields>(
  (fields) => 100 + fields.size * 150,
  () => recordedOfMembers,
)

/**
 * What organisations are for, where a source sorts them: all that any source says; empty where it says none of these.
 */
export const loadFields = (world: Snapshot): Promise<Fields> => kept(world, '', () => readFields(world))

const readFields = async (world: Snapshot): Promise<Fields> => {
  const founded = await loadFactsOfSubjects(world, 'igo', ['IgoFounded'])
  return new Map(
    [...groupBy(founded, ({ stream }) => stream)].flatMap(([stream, facts]) => {
      const said = facts.flatMap((fact) => {
        const { fields } = payload<{ fields?: readonly IgoField[] }>(fact)
        return fields === undefined ? [] : [fields]
      })
      // Of none of these fields is an answer, too: then the list is empty.
      return said.length === 0
        ? []
        : [[subjectOf(stream), igoFields.filter((field) => said.some((one) => one.includes(field)))] as const]
    }),
  )
}
