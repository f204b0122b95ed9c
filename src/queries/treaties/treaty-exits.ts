import type { Spell } from '../../../projections/compose/treaty/spell.ts'
import { FOREVER, type Day } from '../../time/day.ts'
import type { EventId } from '../../time/event-id.ts'
import { historyOf, participantsOf, type TreatyLaw } from './treaty-law.ts'

/** One way out of a treaty, taken or announced. */
export interface TreatyExit {
  readonly kind: 'treaty'
  readonly actor: string
  /** The treaty. */
  readonly subject: string
  /**
   * A notice of the actor, the decision of an organ, an instrument taken back before the treaty was in force, or one
   * that the depositary lists as no longer standing.
   */
  readonly form: 'withdrawal' | 'cessation' | 'instrument-withdrawn' | 'no-longer-stands'
  readonly notice: Day | null
  /** The first day out, as it came or would have come; null where the notice has none. */
  readonly effect: Day | null
  readonly revoked: Day | null
  readonly ineffective: boolean
  readonly basis: 'stated' | 'derived' | 'none'
  readonly decidedBy: readonly EventId[]
}

const none = { notice: null, effect: null, revoked: null, ineffective: false } as const

/** Every exit from a treaty: announced, effective, revoked or ineffective. */
export const treatyExitsOf = (law: TreatyLaw, actors: readonly string[] = participantsOf(law)): readonly TreatyExit[] =>
  actors.flatMap((actor) => {
    const about = { ...none, kind: 'treaty', actor, subject: law.terms.treaty } as const
    const { spells, lastSpells } = historyOf(law, actor)
    return spells.flatMap((spell, index): readonly TreatyExit[] => {
      if (spell.takenBack)
        return [
          {
            ...about,
            form: 'instrument-withdrawn',
            effect: spell.out,
            basis: 'stated',
            decidedBy: spell.exitDecidedBy,
          },
        ]
      const notices = spell.notices.map((notice): TreatyExit => ({
        ...about,
        form: notice.kind === 'notice' ? 'withdrawal' : 'cessation',
        notice: notice.from,
        effect: notice.effect,
        revoked: notice.ended === 'revoked' ? notice.to : null,
        ineffective: notice.ended === 'ineffective',
        basis: notice.stated ? 'stated' : 'derived',
        decidedBy: notice.decidedBy,
      }))
      const without = spell.contested
        .filter(({ from }) => !spell.notices.some((notice) => notice.from === from))
        .map(({ from, decidedBy }): TreatyExit => ({
          ...about,
          form: 'withdrawal',
          notice: from,
          ineffective: true,
          basis: 'none',
          decidedBy,
        }))
      const unannounced: readonly TreatyExit[] =
        spell.out < FOREVER && !spell.notices.some(({ ended }) => ended === 'effect')
          ? [{ ...about, ...unannouncedBy(spell, lastSpells[index]), basis: 'stated', decidedBy: spell.exitDecidedBy }]
          : []
      return [...notices, ...without, ...unannounced]
    })
  })

/** By the day of the list that no longer has it standing, it was out: whenever that was. */
const unannouncedBy = (spell: Spell, last: Spell | undefined): Pick<TreatyExit, 'form' | 'effect'> =>
  spell.lapsed
    ? { form: 'no-longer-stands', effect: last?.out ?? spell.out }
    : { form: 'withdrawal', effect: spell.out }
