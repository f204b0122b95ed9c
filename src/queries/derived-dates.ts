import { exitInWords } from '../../projections/compose/rule-in-words.ts'
import type { Spell } from '../../projections/compose/spells.ts'
import { FOREVER, formatDay } from '../time/day.ts'
import { offsetInWords } from '../time/offset.ts'
import { historyOf, type LawOfTreaty } from './legal.ts'

/** A date that follows from a clause: the rule in words, and what set it off. */
export interface DerivedDate {
  readonly treaty: string
  readonly what: 'bound' | 'out'
  readonly date: string
  readonly rule: string
  readonly triggerDate: string
  readonly triggerEvents: string[]
}

const boundRule = ({ terms, entryIntoForce: eif }: LawOfTreaty, { act, force }: Spell): string => {
  if (act.form === 'TreatySucceeded') return 'successors are bound from the date of succession'
  if (act.effect === force) return 'as the source states'
  if (force === eif.date) return `with the treaty itself, ${eif.rule}`
  const own = terms.perParty ?? (terms.entryIntoForce === 'unknown' ? undefined : terms.entryIntoForce.offset)
  return `${offsetInWords(own)} after deposit`
}

/** When each spell of an actor under a treaty began to bind it and when it ended, by which rule and set off by what. */
export const derivedDates = (law: LawOfTreaty, actor: string): readonly DerivedDate[] => {
  const { treaty, exit } = law.terms
  return historyOf(law, actor).spells.flatMap((spell): readonly DerivedDate[] => {
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
              rule: last.stated ? 'as the source states' : exitInWords(exit),
              triggerDate: formatDay(last.from),
              triggerEvents: [...last.decidedBy],
            },
          ]),
    ]
  })
}
