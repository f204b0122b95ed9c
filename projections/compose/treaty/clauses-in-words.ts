import type { EntryIntoForceRule, ExitRule, Trigger } from '../../../src/events/clauses.ts'
import { offsetInWords } from '../../../src/time/offset.ts'

const ordinalWord = (n: number): string => {
  const tail = n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${tail}`
}

const amongWords = (among: string | undefined): string => {
  if (among === undefined) return ''
  if (among.startsWith('list:')) return ` among ${among.slice('list:'.length).split(',').join(', ')}`
  return ` of a member of ${among}`
}

const triggerInWords = (trigger: Trigger): string => {
  switch (trigger.kind) {
    case 'count':
      return (
        `the ${ordinalWord(trigger.n)} instrument${amongWords(trigger.among)}` +
        `${trigger.excludeOrganisations === true ? ', organisations not counted' : ''}`
      )
    case 'weighted':
      return (
        `instruments with ${Math.round(trigger.share * 1000) / 10} % ` +
        `of ${trigger.measure}${amongWords(trigger.among)}`
      )
    case 'named':
      return `the instruments of ${trigger.actors.join(', ')}`
    case 'fixedDate':
      return `not before ${trigger.date}`
    case 'parentInForce':
      return `${trigger.treaty} in force`
    case 'all':
      return trigger.of.map(triggerInWords).join(' and ')
    case 'any':
      return `whichever is first of: ${trigger.of.map(triggerInWords).join('; ')}`
  }
}

/** An entry-into-force clause in words: "30 days after the 20th instrument". */
export const ruleInWords = (rule: EntryIntoForceRule): string => {
  if (rule === 'unknown') return 'unknown'
  const wait = offsetInWords(rule.offset)
  return wait === 'at once' ? `with ${triggerInWords(rule.trigger)}` : `${wait} after ${triggerInWords(rule.trigger)}`
}

/** An exit clause in words: "1 year after notice". */
export const exitInWords = (rule: ExitRule): string => {
  if (rule === 'unknown') return 'unknown'
  if (rule === 'silent') return 'no clause (VCLT art 56)'
  if (rule === 'notPermitted') return 'not permitted'
  return [
    `${offsetInWords(rule.notice)} after notice`,
    ...(rule.periods === undefined
      ? []
      : [`for the end of the first ${rule.periods.first} years in force, or of ${rule.periods.next} more`]),
    ...(rule.minYearsAsParty === undefined ? [] : [`after ${rule.minYearsAsParty} years as party`]),
    ...(rule.minYearsAfterEntryIntoForce === undefined
      ? []
      : [`not in the first ${rule.minYearsAfterEntryIntoForce} years after entry into force`]),
    ...(rule.blockedInArmedConflict === true ? ['not during an armed conflict'] : []),
    ...(rule.endsWithMembership === undefined ? [] : [`ends with membership of ${rule.endsWithMembership}`]),
  ].join(', ')
}
