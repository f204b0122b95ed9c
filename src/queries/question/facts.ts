import { factsOf, isMeta } from '../../../projections/fold/facts.ts'
import type { Fact } from '../../../projections/fold/fold.ts'
import { groupBy } from '../../common/group-by.ts'
import { eventOfRow } from '../../readmodel/stored-event.ts'
import type { Snapshot } from './snapshot.ts'
import { withRetractions } from './without.ts'

interface Where {
  /** The first word of the streams: `treaty`. */
  readonly family: string
  /** One stream of the family. */
  readonly subject?: string | undefined
  readonly actor?: string | undefined
  /** Only facts of these types. */
  readonly types: readonly string[]
}

/** The standing facts of one actor in one stream. */
export interface FactsOfOne {
  readonly stream: string
  readonly actor: string
  readonly facts: readonly Fact[]
}

const amending = ['EventCorrected', 'EventRetracted']

/** How many keys one query names; of more it asks for all. */
const manyKeys = 500

/**
 * What was known of actors, as facts: for questions that stored rows do not answer, since these were folded under the
 * default policy. Corrections and retractions come with the facts that they speak of; those of other facts are left
 * where they are, however many there are.
 */
export const loadFacts = async (
  world: Snapshot,
  { family, subject, actor, types }: Where,
): Promise<readonly FactsOfOne[]> => {
  const known = (of: readonly string[]) => {
    let rows = world.sql.selectFrom('event').selectAll().where('ordinal', '<=', world.ordinal).where('type', 'in', of)
    rows =
      subject === undefined
        ? rows.where('stream', '>=', `${family}-`).where('stream', '<', `${family}.`)
        : rows.where('stream', '=', `${family}-${subject}`)
    return actor === undefined ? rows : rows.where('key', '=', actor)
  }
  const told = (await known(types).execute()).filter(({ key }) => key !== '*')
  if (told.length === 0) return []
  const keys = [...new Set(told.map(({ key }) => key))]
  const changes = await (
    actor === undefined && keys.length <= manyKeys ? known(amending).where('key', 'in', keys) : known(amending)
  ).execute()
  const found = [...told, ...changes.filter(({ key }) => key !== '*')].toSorted((a, b) => a.ordinal - b.ordinal)
  return [...groupBy(found, ({ stream, key }) => `${stream}\n${key}`).values()].flatMap((list) => {
    const [{ stream, key } = { stream: '', key: '' }] = list
    const events = withRetractions(world, list.map(eventOfRow))
    return events.every(isMeta) ? [] : [{ stream, actor: key, facts: factsOf(events) }]
  })
}

/**
 * The standing facts of some types that the subjects of a family say of themselves, of no actor: who founded an
 * organisation, which one took its place. In the order of the log.
 */
export const loadFactsOfSubjects = async (
  world: Snapshot,
  family: string,
  types: readonly string[],
): Promise<readonly Fact[]> => {
  const rows = await world.sql
    .selectFrom('event')
    .selectAll()
    .where('stream', '>=', `${family}-`)
    .where('stream', '<', `${family}.`)
    .where('key', '=', '*')
    .where('type', 'in', [...types, ...amending])
    .where('ordinal', '<=', world.ordinal)
    .orderBy('ordinal')
    .execute()
  return factsOf(withRetractions(world, rows.map(eventOfRow))).filter(({ type }) => types.includes(type))
}

/**
 * The standing facts of some types in one stream, whoever they are of: also those of its subject itself, such as who
 * proposed a norm. In the order of the log.
 */
export const loadFactsOfStream = async (
  world: Snapshot,
  stream: string,
  types: readonly string[],
): Promise<readonly Fact[]> => {
  const rows = await world.sql
    .selectFrom('event')
    .selectAll()
    .where('type', 'in', [...types, ...amending])
    .where('stream', '=', stream)
    .where('ordinal', '<=', world.ordinal)
    .orderBy('ordinal')
    .execute()
  return factsOf(withRetractions(world, rows.map(eventOfRow))).filter(({ type }) => types.includes(type))
}
