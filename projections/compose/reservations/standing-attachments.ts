import { ALWAYS, type Day } from '../../../src/time/day.ts'
import type { EventId } from '../../../src/time/event-id.ts'
import { holdsOn, segments, unionOf, type Certainty, type Span, type Timeline } from '../../../src/time/timeline.ts'
import { touches } from '../../fold/provisions.ts'
import { effectOn, type Effect } from './attachment.ts'
import type { AttachmentHistory } from './reservations.ts'

/** A reservation or declaration that stands. */
export interface StandingAttachment {
  readonly label: string
  readonly provisions: readonly string[]
  readonly certainty: Certainty
  readonly decidedBy: readonly EventId[]
}

/**
 * What stands of some effects over time; days on which nothing does are gaps. Possible where nothing stands for sure.
 */
export const standing = (effects: readonly Effect[]): Timeline<readonly StandingAttachment[]> => {
  const days = effects.flatMap(({ from, to, surelyFrom, surelyTo }) => [
    from,
    to,
    Math.min(surelyFrom, to) as Day,
    Math.min(surelyTo, to) as Day,
  ])
  return segments(days).flatMap(({ from, to }): readonly Span<readonly StandingAttachment[]>[] => {
    const value = effects.flatMap((effect): readonly StandingAttachment[] => {
      const certainty = effectOn(effect, from)
      const { label, provisions, decidedBy } = effect.attachment
      return certainty === undefined ? [] : [{ label, provisions, certainty, decidedBy }]
    })
    if (value.length === 0) return []
    const certainty = value.some((one) => one.certainty === 'certain') ? 'certain' : 'possible'
    return [
      {
        from,
        to,
        value,
        certainty,
        decidedBy: unionOf(...value.map(({ decidedBy }) => decidedBy)),
      },
    ]
  })
}

/**
 * Whether a reservation touches one of these articles. One that names no article, or calls itself general, touches all.
 */
export const touchesAny = (provisions: readonly string[], articles: readonly string[]): boolean =>
  provisions.length === 0 ||
  provisions.includes('general') ||
  articles.some((article) => provisions.some((provision) => touches(provision, article)))

/** When reservations to some articles stood. `articles` undefined: to any. */
export const reservationsTo = (
  history: AttachmentHistory,
  articles: readonly string[] | undefined,
): Timeline<readonly StandingAttachment[]> =>
  standing(
    history.reservations
      .flatMap(({ effects }) => effects)
      .filter(({ attachment }) => articles === undefined || touchesAny(attachment.provisions, articles)),
  )

/**
 * Objectors between whom and the reserving party the treaty is not in force on a day: they said so, in time (VCLT arts
 * 20(4)(b), 21(3)). An attribute; it changes no status.
 */
export const noRelationsOn = ({ reservations }: Pick<AttachmentHistory, 'reservations'>, day: Day): readonly string[] =>
  [
    ...new Set(
      reservations.flatMap(({ effects, objections }) =>
        effects.some((effect) => holdsOn(effect, day))
          ? objections
              .filter(
                ({ precludes, inTime: timely, attachment }) =>
                  precludes && timely && (attachment.made?.lo ?? ALWAYS) <= day && day < attachment.to.hi,
              )
              .map(({ by }) => by)
          : [],
      ),
    ),
  ].toSorted()
