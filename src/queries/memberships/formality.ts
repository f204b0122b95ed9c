import { expressionBuilder, type Expression, type SqlBool } from 'kysely'
import type { Schema } from '../../readmodel/schema.ts'
import { knownRows } from '../question/known-rows.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** The organisations that somebody says are informal. */
const informalIn = (world: Snapshot) => knownRows(world, 'igo').select('igo').where('formality', '=', 'informal')

/**
 * The condition that a row of memberships is of an organisation that counts in the world: of a formal one where it does
 * not say. One that is named counts, whatever it is: then the condition is not asked for.
 */
export const counts = (world: Snapshot): Expression<SqlBool> => {
  const { formality = 'formal' } = world
  const eb = expressionBuilder<Schema, 'membership'>()
  if (formality === 'all') return eb.lit(true)
  return eb('igo', formality === 'formal' ? 'not in' : 'in', informalIn(world))
}

/** Whether an organisation counts in the world. */
export const loadIsCounted = async (world: Snapshot): Promise<(igo: string) => boolean> => {
  const { formality = 'formal' } = world
  if (formality === 'all') return () => true
  const informal = new Set((await informalIn(world).execute()).map(({ igo }) => igo))
  return (igo) => informal.has(igo) === (formality === 'informal')
}
