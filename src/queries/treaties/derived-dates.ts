import { exitInWords } from '../../../projections/compose/treaty/clauses-in-words.ts'
import type { SuccessionBasis } from '../../../projections/compose/treaty/acts.ts'
import type { Spell } from '../../../projections/compose/treaty/spell.ts'
import { memo } from '../../common/memo.ts'
import { FOREVER, formatBound, formatDay } from '../../time/day.ts'
import { offsetInWords } from '../../time/offset.ts'
import { historyOf, type TreatyLaw } from './treaty-law.ts'

/** A date that follows from a clause: the rule in words, and what set it off. */
export interface DerivedDate {
  readonly treaty: string
  readonly what: 'bound' | 'out'
  readonly date: string
  /** The last day that it may be, where uncertain dates leave several; null where it may be none at all. */
  readonly latest: string | null
  readonly rule: string
  readonly triggerDate: string
  readonly triggerEvents: string[]
}

const bound = 'successors are bound from the date of succession'

const successionRule: Readonly<Record<SuccessionBasis, string>> = {
  stated: bound,
  succession: `${bound}, on which the state followed another`,
  system: `${bound}, for which the lists of states have its entry`,
  unknown: `${bound}, which is not recorded`,
}

const boundRule = ({ terms, entryIntoForce: eif }: TreatyLaw, { act, force }: Spell): string => {
  if (act.form === 'TreatySucceeded') return successionRule[act.detail.succession as SuccessionBasis]
  if (act.effect === force) return 'as the source states'
  if (force === eif.date) return `with the treaty itself, ${eif.rule}`
  const own = terms.perParty ?? (terms.entryIntoForce === 'unknown' ? undefined : terms.entryIntoForce.offset)
  return `${offsetInWords(own)} after deposit`
}

/** What was derived of a treaty as it was loaded once. */
const derived = new WeakMap<TreatyLaw, (actor: string) => readonly DerivedDate[]>()

/** When each spell of an actor under a treaty began to bind it and when it ended, by which rule and set off by what. */
export const derivedDates = (law: TreatyLaw, actor: string): readonly DerivedDate[] => {
  const datesOf = derived.get(law) ?? memo((one) => derive(law, one))
  derived.set(law, datesOf)
  return datesOf(actor)
}

const derive = (law: TreatyLaw, actor: string): readonly DerivedDate[] => {
  const { treaty, exit } = law.terms
  const { spells, lastSpells } = historyOf(law, actor)
  return spells.flatMap((spell): readonly DerivedDate[] => {
    const other = lastSpells.find(({ number }) => number === spell.number)
    const last = spell.notices.findLast(({ ended }) => ended === 'effect')
    const triggeredByAll = spell.force === law.entryIntoForce.date && law.entryIntoForce.triggerDate !== undefined
    const trigger = triggeredByAll ? law.entryIntoForce.triggerDate : spell.act.day
    return [
      ...(spell.force >= FOREVER || trigger === undefined
        ? []
        : [
            {
              treaty,
              what: 'bound' as const,
              date: formatDay(spell.force),
              latest: formatBound(other?.force ?? FOREVER),
              rule: boundRule(law, spell),
              triggerDate: formatDay(trigger),
              triggerEvents: [...(triggeredByAll ? law.entryIntoForce.triggerEvents : spell.decidedBy)],
            },
          ]),
      ...(spell.out >= FOREVER || last === undefined
        ? []
        : [
            {
              treaty,
              what: 'out' as const,
              date: formatDay(spell.out),
              latest: formatBound(other?.out ?? FOREVER),
              rule: last.stated ? 'as the source states' : exitInWords(exit),
              triggerDate: formatDay(last.from),
              triggerEvents: [...last.decidedBy],
            },
          ]),
    ]
  })
}
