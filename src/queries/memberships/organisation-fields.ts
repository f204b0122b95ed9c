import { factsOf } from '../../../projections/fold/facts.ts'
import { payload, subjectOf } from '../../../projections/fold/fold.ts'
import { igoFields } from '../../events/igo.ts'
import { groupBy } from '../../common/group-by.ts'
import { eventOfRow } from '../../readmodel/stored-event.ts'
import { keeping } from '../question/kept.ts'
import type { Snapshot } from '../question/snapshot.ts'

export type IgoField = (typeof igoFields)[number]

const types = ['IgoFounded', 'EventCorrected', 'EventRetracted']

type Fields = ReadonlyMap<string, readonly IgoField[]>

const kept = keeping<Fields>((fields) => 100 + fields.size * 150)

/**
 * What organisations are for, where a source sorts them: all that any source says; empty where it says none of these.
 */
export const loadFields = (world: Snapshot): Promise<Fields> => kept(world, '', () => readFields(world))

const readFields = async ({ sql, ordinal }: Pick<Snapshot, 'sql' | 'ordinal'>): Promise<Fields> => {
  const rows = await sql
    .selectFrom('event')
    .selectAll()
    .where('stream', '>=', 'igo-')
    .where('stream', '<', 'igo.')
    .where('key', '=', '*')
    .where('type', 'in', types)
    .where('ordinal', '<=', ordinal)
    .orderBy('ordinal')
    .execute()
  return new Map(
    [...groupBy(rows, ({ stream }) => stream)].flatMap(([stream, list]) => {
      const said = factsOf(list.map(eventOfRow)).flatMap((fact) => {
        const { fields } = fact.type === 'IgoFounded' ? payload<{ fields?: readonly IgoField[] }>(fact) : {}
        return fields === undefined ? [] : [fields]
      })
      // Of none of these fields is an answer, too: then the list is empty.
      return said.length === 0
        ? []
        : [[subjectOf(stream), igoFields.filter((field) => said.some((one) => one.includes(field)))] as const]
    }),
  )
}
