import type { TreatyContext } from '../../projections/compose/treaty/treaty-context.ts'
import { lasting, type ActorLife } from '../../projections/compose/treaty/succession.ts'
import type { CoverageClaim } from '../../projections/compose/coverage/coverage.ts'
import type { CoverageClass } from '../../src/events/coverage.ts'
import type { EventId } from '../../src/time/event-id.ts'
import { ALWAYS, FOREVER, parseDay } from '../../src/time/day.ts'

/** What the law of a treaty depends on beyond its own stream, as a test states it. */
export interface Circumstances {
  /** What sources hold in full of the treaty. Absent: everything, on every day. Empty: nothing. */
  readonly coverage?: readonly Partial<Claimed>[]
  /** From when on the treaty was open to an actor, where that is not from its opening on; null: never. */
  readonly openFrom?: string | null
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
  /** Actors that were born as the union of others. */
  readonly unions?: Readonly<Record<string, { readonly of: readonly string[]; readonly on: string }>>
  /** Claims to continue a state, while they were contested. */
  readonly claims?: Readonly<
    Record<string, { readonly predecessor: string; readonly from: string; readonly to?: string }>
  >
}

/** The event that stands for what circumstances say. */
const because = ['00000000-0000-4000-8000-ffffffffffff' as EventId]

interface Claimed {
  readonly source: string
  readonly actors: 'existing' | 'all' | readonly string[]
  readonly classes: readonly CoverageClass[]
  readonly from: string
  readonly through: string
}

/**
 * The claims that circumstances speak of: by default of signatures and consents, of those who exist, from the beginning
 * through all days.
 */
export const claimsIn = (coverage: NonNullable<Circumstances['coverage']>): readonly CoverageClaim[] =>
  coverage.map(({ source = 'a-table', actors = 'existing', classes = ['signature', 'consent'], from, through }) => ({
    source,
    actors: typeof actors === 'string' ? actors : new Set(actors),
    classes,
    from: from === undefined ? ALWAYS : parseDay(from),
    through: through === undefined ? FOREVER : parseDay(through),
    decidedBy: because,
  }))

export const surroundings = ({
  organisations = [],
  members = {},
  inForce = {},
  weights = {},
}: Circumstances): TreatyContext => ({
  isOrganisation: (actor) => organisations.includes(actor),
  isMember: (organisation, actor) => members[organisation]?.includes(actor) ?? false,
  inForce: (treaty) => (inForce[treaty] === undefined ? undefined : parseDay(inForce[treaty])),
  weight: (_measure, actor) => weights[actor],
})

/** The lives of the actors that the circumstances speak of. */
export const livesOf = ({ extinct = {}, unions = {}, claims = {} }: Circumstances): ReadonlyMap<string, ActorLife> => {
  const lives = new Map<string, ActorLife>()
  const change = (actor: string, more: Partial<ActorLife>) =>
    lives.set(actor, { ...(lives.get(actor) ?? lasting), ...more })
  for (const [actor, end] of Object.entries(extinct))
    change(actor, { extinctFrom: parseDay(end), extinctDecidedBy: because })
  for (const [actor, { of, on }] of Object.entries(unions))
    change(actor, { continues: of, born: { from: parseDay(on), to: FOREVER, decidedBy: because } })
  for (const [actor, { predecessor, from, to }] of Object.entries(claims))
    change(actor, {
      claims: [
        {
          predecessor,
          claimed: 'continuation',
          from: parseDay(from),
          to: to === undefined ? FOREVER : parseDay(to),
          decidedBy: because,
        },
      ],
    })
  return lives
}
