import { emptyPrefix } from '../../readmodel/prefix-hash.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** How much of the hash of the log a place carries. */
const digits = 8
const shape = /^(\d{1,15})(?:-([0-9a-f]{8,64}))?$/

/** A place in the log: after an event, with the beginning of the hash of the log there; a person leaves that out. */
export interface Place {
  readonly ordinal: number
  readonly hash: string | undefined
}

/** Undefined where a text is no place of any log. */
export const readPlace = (text: string): Place | undefined => {
  const [, ordinal, hash] = shape.exec(text) ?? []
  return ordinal === undefined ? undefined : { ordinal: Number(ordinal), hash }
}

type Known = Pick<Snapshot, 'sql' | 'ordinal'>

/** The commits that end at an ordinal or later, in order. */
const commitsFrom = ({ sql, ordinal: known }: Known, ordinal: number) =>
  sql
    .selectFrom('commit_known')
    .select(['last_ordinal', 'prefix'])
    .where('last_ordinal', '>=', ordinal)
    .where('last_ordinal', '<=', known)
    .orderBy('last_ordinal')

/** The hash of the log up to the end of the commit that an event stands in. */
const hashAt = async (world: Known, ordinal: number): Promise<string> => {
  if (ordinal === 0) return emptyPrefix
  return (await commitsFrom(world, ordinal).limit(1).executeTakeFirst())?.prefix ?? emptyPrefix
}

const placeText = (ordinal: number, hash: string): string => `${ordinal}-${hash.slice(0, digits)}`

/** The place after an event, as a text. */
export const placeAt = async (world: Known, ordinal: number): Promise<string> =>
  placeText(ordinal, await hashAt(world, ordinal))

/** The places after events that stand in order, as texts. */
export const placesOf = async (world: Known, ordinals: readonly number[]): Promise<readonly string[]> => {
  const [first, last] = [ordinals[0], ordinals.at(-1)]
  if (first === undefined || last === undefined) return []
  const within = await commitsFrom(world, first).where('last_ordinal', '<', last).execute()
  const commits = [...within, { last_ordinal: last, prefix: await hashAt(world, last) }]
  let at = 0
  return ordinals.map((ordinal) => {
    while (Number(commits[at]?.last_ordinal ?? Infinity) < ordinal) at += 1
    return placeText(ordinal, commits[at]?.prefix ?? emptyPrefix)
  })
}

/** Whether a place is one of this log, as far as it says; one beyond the end is none. */
export const isPlaceOf = async (world: Known, { ordinal, hash }: Place): Promise<boolean> => {
  if (ordinal > world.ordinal) return false
  return hash === undefined || (await hashAt(world, ordinal)).startsWith(hash)
}

/** What names the log, whatever engine holds it: the hash of its first commit. */
export const nameOfLog = async (world: Known): Promise<string> => {
  const first = await commitsFrom(world, 1).limit(1).executeTakeFirst()
  return (first?.prefix ?? emptyPrefix).slice(0, 16)
}
