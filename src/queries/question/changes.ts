import type { Kysely } from 'kysely'
import { familyOf } from '../../events/registry.ts'
import type { Schema } from '../../readmodel/schema.ts'

/** Whether what is recorded in a stream matters to something that is made of rows. */
export type Matters = (stream: string) => boolean

export const recordedIn = (...families: readonly string[]): Matters => {
  const among = new Set(families)
  return (stream) => among.has(familyOf(stream))
}

export const notRecordedIn = (...families: readonly string[]): Matters => {
  const others = recordedIn(...families)
  return (stream) => !others(stream)
}

/**
 * What tells of treaties, states, organisations and norms, and not of how states keep them or what others say and do
 * about that: scores, reviews, appeals, campaigns, conduct, and what is proposed.
 */
export const recordedOfLaw = notRecordedIn('practice', 'review', 'appeals', 'campaign', 'conduct', 'proposal')

/** What tells of who is a member of what, and of what counts as a state. */
export const recordedOfMembers: Matters = (stream) =>
  recordedOfLaw(stream) && notRecordedIn('treaty', 'norm', 'domestic')(stream)

/** An event, by its place in the log and its stream. */
interface Recorded {
  readonly ordinal: number
  readonly stream: string
}

/** How many events are looked at between one question and the next: after an import all is made anew. */
const mostAtOnce = 2_000
/** How many are remembered. */
const mostInAll = 20_000

/**
 * What was recorded in a log since its read model was first asked, and where: by it, what was made of rows before is
 * known to be what they tell now.
 */
export class Changes {
  #since: number
  #upTo: number
  #prefix: string
  #recorded: readonly Recorded[] = []

  constructor(ordinal: number, prefix: string) {
    this.#since = ordinal
    this.#upTo = ordinal
    this.#prefix = prefix
  }

  /** Whether anything that matters was recorded after one of two ordinals and up to the other, as far as is known. */
  touched(one: number, other: number, matters: Matters): boolean {
    const [low, high] = [Math.min(one, other), Math.max(one, other)]
    if (low === high) return false
    if (low < this.#since || high > this.#upTo) return true
    // Most look back to the last few only.
    for (let at = this.#recorded.length - 1; at >= 0; at -= 1) {
      const { ordinal, stream } = this.#recorded[at] as Recorded
      if (ordinal <= low) return false
      if (ordinal <= high && matters(stream)) return true
    }
    return false
  }

  /** Takes note of what was recorded up to a commit; false where that is another log's, or too much. */
  async goOn(sql: Kysely<Schema>, ordinal: number, prefix: string): Promise<boolean> {
    const [from, before] = [this.#upTo, this.#prefix]
    if (ordinal === from) return prefix === before
    const known = await sql
      .selectFrom('commit_known')
      .select('prefix')
      .where('last_ordinal', '=', from)
      .executeTakeFirst()
    if (known?.prefix !== before) return false
    // Somebody else's look at the log was quicker, and has seen more.
    if (ordinal < from) return true
    const recorded = await sql
      .selectFrom('event')
      .select(['ordinal', 'stream'])
      .where('ordinal', '>', from)
      .where('ordinal', '<=', ordinal)
      .orderBy('ordinal')
      .limit(mostAtOnce + 1)
      .execute()
    if (recorded.length > mostAtOnce) return false
    if (this.#upTo === from) this.#add(ordinal, prefix, recorded)
    return this.#upTo >= ordinal
  }

  #add(ordinal: number, prefix: string, recorded: readonly Recorded[]): void {
    const all = [...this.#recorded, ...recorded]
    const forgotten = all.slice(0, Math.max(0, all.length - mostInAll)).at(-1)
    if (forgotten !== undefined) this.#since = forgotten.ordinal
    this.#recorded = all.slice(-mostInAll)
    this.#upTo = ordinal
    this.#prefix = prefix
  }
}

const known = new WeakMap<Kysely<Schema>, Changes>()

/** What was recorded in the log of a read model that stands at a commit. */
export const changesOf = async (sql: Kysely<Schema>, ordinal: number, prefix: string): Promise<Changes> => {
  const before = known.get(sql)
  if (before !== undefined && (await before.goOn(sql, ordinal, prefix))) return before
  const anew = new Changes(ordinal, prefix)
  known.set(sql, anew)
  return anew
}
