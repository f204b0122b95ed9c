import type { Surroundings } from '../../projections/compose/entry-into-force.ts'
import type { ActorContext } from '../../projections/compose/legal-status.ts'
import { parseDay } from '../../src/time/day.ts'

/** What the law of a treaty depends on beyond its own stream, as a test states it. */
export interface Circumstances {
  /** Actors that are organisations, not states. */
  readonly organisations?: readonly string[]
  /** Members of an organisation, on every day. */
  readonly members?: Readonly<Record<string, readonly string[]>>
  /** Days on which other treaties entered into force. */
  readonly inForce?: Readonly<Record<string, string>>
  /** Shares of a measure, by actor. */
  readonly weights?: Readonly<Record<string, number>>
  /** First days on which an actor no longer existed. */
  readonly extinct?: Readonly<Record<string, string>>
}

export const surroundings = ({ organisations = [], members = {}, inForce = {}, weights = {} }: Circumstances): Surroundings => ({
  isOrganisation: (actor) => organisations.includes(actor),
  isMember: (organisation, actor) => members[organisation]?.includes(actor) ?? false,
  inForce: (treaty) => (inForce[treaty] === undefined ? undefined : parseDay(inForce[treaty])),
  weight: (_measure, actor) => weights[actor],
})

export const contextOf = ({ extinct = {} }: Circumstances, actor: string): ActorContext => {
  const end = extinct[actor]
  return end === undefined ? { extinctFrom: undefined, extinctDecidedBy: [] } : { extinctFrom: parseDay(end), extinctDecidedBy: ['00000000-0000-4000-8000-ffffffffffff' as never] }
}
