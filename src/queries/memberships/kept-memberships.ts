import type { Kysely } from 'kysely'
import type { MembershipSpan } from '../../../projections/compose/membership/membership.ts'
import { subjectOf } from '../../../projections/fold/fold.ts'
import { isDefault } from '../../../projections/fold/source-policy.ts'
import type { Schema } from '../../readmodel/schema.ts'
import { recordedOfMembers } from '../question/changes.ts'
import { keeping } from '../question/kept.ts'
import { isOfThisLog, readKept, wayOf, writeKept, type Moment } from '../question/kept-file.ts'
import { policyOf } from '../question/source-policy.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { membershipsWithout } from '../question/without.ts'
import { loadIsCounted } from './formality.ts'
import { loadMembersOf } from './load-memberships.ts'
import { mergeSpans } from './merge-spans.ts'
import { touchedBetween } from './touched-organisations.ts'
import { bytesOfSpans, packSpans, type PackedSpans } from './packed-spans.ts'

/**
 * Whether all memberships are worth their loading for one question about some years, since the next process finds them:
 * those of what is known now, as most questions are asked.
 */
export const outlastsProcess = (world: Snapshot): boolean =>
  world.beside !== undefined && world.asKnownAt === null && world.resolution === undefined && isDefault(policyOf(world))

/** In how many organisations something may have been recorded in between: where it is more, all are read anew. */
const most = 40
/** From how many on what was brought forward is kept in place of what it was made of. */
const worthKeeping = 4

const what = 'memberships'

/**
 * Memberships of another moment, brought to the world's by what was recorded in between: a membership hangs on nothing
 * that is recorded of another organisation. Undefined where too much was.
 */
export const broughtTo = async (
  world: Snapshot,
  moment: Moment,
  packed: PackedSpans,
): Promise<PackedSpans | undefined> => {
  const touched = await touchedBetween(world, moment)
  if (touched === undefined || touched.length > most) return undefined
  if (touched.length === 0) return packed
  const spans = []
  const isCounted = await loadIsCounted(world)
  for (const igo of touched.filter(isCounted)) spans.push(...(await loadMembersOf(world, igo)))
  const now = mergeSpans(packed, new Set(touched), packSpans(spans))
  if (world.asKnownAt === null && touched.length >= worthKeeping) keep(world, now)
  return now
}

const packedIn = ({ small, arrays }: NonNullable<ReturnType<typeof readKept>>): PackedSpans =>
  ({ ...(small as object), ...arrays }) as unknown as PackedSpans

const keep = (world: Snapshot, { states, organisations, tracks, ...arrays }: PackedSpans): void =>
  writeKept(world, what, { small: { states, organisations, tracks }, arrays })

interface Held {
  readonly way: string
  readonly moment: Moment
  readonly packed: PackedSpans
}

/** What was had last of each read model: where there are no files, too, a commit makes little of it anew. */
const last = new WeakMap<Kysely<Schema>, Held>()

const heldLast = (world: Snapshot): Held | undefined => {
  const held = last.get(world.sql)
  return held?.way === wayOf(world, what) ? held : undefined
}

const heldInFile = (world: Snapshot): Held | undefined => {
  const file = readKept(world, what)
  return file && { way: wayOf(world, what), moment: file.moment, packed: packedIn(file) }
}

/** What is held of another moment of this log, brought to the world's; undefined where there is none near enough. */
const kept = async (world: Snapshot): Promise<PackedSpans | undefined> => {
  for (const find of [heldLast, heldInFile]) {
    const held = find(world)
    if (held === undefined || !(await isOfThisLog(world, held.moment))) continue
    const packed = await broughtTo(world, held.moment, held.packed)
    if (packed !== undefined) return packed
  }
  return undefined
}

/** How many spans are packed at a time: as objects, all of them would take hundreds of megabytes. */
const atOnce = 8_000

/** The organisations that count, and of which something was recorded. */
const allOrganisations = async (world: Snapshot): Promise<readonly string[]> => {
  const rows = await world.sql
    .selectFrom('event')
    .select('stream')
    .distinct()
    .where('stream', '>=', 'igo-')
    .where('stream', '<', 'igo.')
    .where('ordinal', '<=', world.ordinal)
    .execute()
  return rows.map(({ stream }) => subjectOf(stream)).filter(await loadIsCounted(world))
}

/** All memberships, packed organisation by organisation. */
export const packAll = async (world: Snapshot): Promise<PackedSpans> => {
  const organisations = await allOrganisations(world)
  const parts: PackedSpans[] = []
  let spans: MembershipSpan[] = []
  for (const igo of organisations) {
    spans.push(...(await loadMembersOf(world, igo)))
    if (spans.length < atOnce) continue
    parts.push(packSpans(spans))
    spans = []
  }
  return mergedAll([...parts, packSpans(spans)])
}

/** Two by two, so that each span is moved a few times only. */
const mergedAll = (parts: readonly PackedSpans[]): PackedSpans => {
  const [one = packSpans([]), two, ...rest] = parts
  if (two === undefined) return one
  const half = Math.ceil(parts.length / 2)
  return rest.length === 0
    ? mergeSpans(one, new Set(), two)
    : mergeSpans(mergedAll(parts.slice(0, half)), new Set(), mergedAll(parts.slice(half)))
}

const made = async (world: Snapshot): Promise<PackedSpans> => {
  const packed = await packAll(world)
  // Of the past nobody asks as often as of what is known now.
  if (world.asKnownAt === null) keep(world, packed)
  return packed
}

const noted = (world: Snapshot, packed: PackedSpans): PackedSpans => {
  if (world.asKnownAt === null)
    last.set(world.sql, { way: wayOf(world, what), moment: { ordinal: world.ordinal, prefix: world.prefix }, packed })
  return packed
}

const allMemberships = keeping(
  (packed: PackedSpans) => bytesOfSpans(packed),
  () => recordedOfMembers,
)

/**
 * The same memberships without some event: those of the organisations that it tells of are read anew. Without anything
 * else they are the same, for what is left out of them is left out where they are counted.
 */
const leavingOut = async (world: Snapshot, recorded: PackedSpans): Promise<PackedSpans> => {
  const { changed } = membershipsWithout(world)
  if (changed.length === 0) return recorded
  return allMemberships(world, 'without', async () => {
    const isCounted = await loadIsCounted(world)
    const spans = []
    for (const igo of changed.filter(isCounted)) spans.push(...(await loadMembersOf(world, igo)))
    return mergeSpans(recorded, new Set(changed), packSpans(spans))
  })
}

/** All memberships where little has to be read for them; undefined elsewhere. */
export const findKeptMemberships = async (world: Snapshot): Promise<PackedSpans | undefined> => {
  if (world.without !== undefined) {
    const recorded = await findKeptMemberships(membershipsWithout(world).recorded)
    return recorded && leavingOut(world, recorded)
  }
  const found = await kept(world)
  return found && allMemberships(world, '', async () => noted(world, found))
}

/**
 * All memberships, packed: they are kept in the process for each moment, and for what is known now in a file beside the
 * read model, where there can be one. A commit makes anew what is told of the organisations that it touches.
 */
export const loadKeptMemberships = async (world: Snapshot): Promise<PackedSpans> =>
  world.without === undefined
    ? allMemberships(world, '', async () => noted(world, (await kept(world)) ?? (await made(world))))
    : leavingOut(world, await loadKeptMemberships(membershipsWithout(world).recorded))
