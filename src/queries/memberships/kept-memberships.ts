import { isDefault } from '../../../projections/fold/source-policy.ts'
import { keeping } from '../question/kept.ts'
import { isOfThisLog, readKept, writeKept, type Moment } from '../question/kept-file.ts'
import { policyOf } from '../question/source-policy.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadAllMemberships, loadMembersOf } from './load-memberships.ts'
import { mergeSpans } from './merge-spans.ts'
import { touchedSince } from './touched-organisations.ts'
import { bytesOfSpans, packSpans, type PackedSpans } from './packed-spans.ts'

/**
 * Whether all memberships are worth their loading for one question about some years, since the next process finds them:
 * those of what is known now, as most questions are asked.
 */
export const outlastsProcess = (world: Snapshot): boolean =>
  world.beside !== undefined && world.asKnownAt === null && world.resolution === undefined && isDefault(policyOf(world))

/** In how many organisations something may have been recorded since: where it is more, all are read anew. */
const most = 40

const what = 'memberships'

/**
 * Memberships of an earlier moment, brought forward by what was recorded since: a membership hangs on nothing that is
 * recorded of another organisation. Undefined where too much was.
 */
export const broughtForward = async (
  world: Snapshot,
  moment: Moment,
  packed: PackedSpans,
): Promise<PackedSpans | undefined> => {
  const touched = await touchedSince(world, moment)
  if (touched === undefined || touched.length > most) return undefined
  if (touched.length === 0) return packed
  const spans = []
  for (const igo of touched) spans.push(...(await loadMembersOf(world, igo)))
  return mergeSpans(packed, new Set(touched), packSpans(spans))
}

const packedIn = ({ small, arrays }: NonNullable<ReturnType<typeof readKept>>): PackedSpans =>
  ({ ...(small as object), ...arrays }) as unknown as PackedSpans

const keep = (world: Snapshot, { states, organisations, tracks, ...arrays }: PackedSpans): void =>
  writeKept(world, what, { small: { states, organisations, tracks }, arrays })

/** Those of the file beside the read model, brought forward; undefined where there is none of this log's past. */
const kept = async (world: Snapshot): Promise<PackedSpans | undefined> => {
  const file = readKept(world, what)
  if (file === undefined || !(await isOfThisLog(world, file.moment))) return undefined
  const packed = packedIn(file)
  if (file.moment.ordinal === world.ordinal) return packed
  const now = await broughtForward(world, file.moment, packed)
  if (now !== undefined && world.asKnownAt === null) keep(world, now)
  return now
}

const made = async (world: Snapshot): Promise<PackedSpans> => {
  const packed = packSpans(await loadAllMemberships(world))
  // Of the past nobody asks as often as of what is known now.
  if (world.asKnownAt === null) keep(world, packed)
  return packed
}

const allMemberships = keeping((packed: PackedSpans) => bytesOfSpans(packed))

/**
 * All memberships, packed: they are kept in the process for each moment, and for what is known now in a file beside the
 * read model, where there can be one. A commit makes anew what was recorded of the organisations that it touches.
 */
export const loadKeptMemberships = (world: Snapshot): Promise<PackedSpans> =>
  allMemberships(world, '', async () => (await kept(world)) ?? made(world))
