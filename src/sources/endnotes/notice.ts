import type { EndNote } from './end-note.ts'
import { meansInstrument } from './instrument-meant.ts'
import { aGovernment, aName } from './named-states.ts'
import { day, isoDay } from './written-day.ts'

/** That a state told the depositary to be leaving the instrument. */
export interface Notice {
  readonly actor: string
  readonly occurred: string
}

const told = '(?:had |has )?(?:notified|informed) the Secretary-General(?:, [^,]*,)?,?'
const object = '((?:the|this|its|said) .*)'
const document = '(?:notification|instrument|communication) (?:of|notifying its)'
const patterns = [
  `${aGovernment} ${told} of its (?:decision to (?:denounce|withdraw from)|denunciation of|withdrawal from) ${object}`,
  `${aGovernment} ${told} that it (?:had |has )?decided to (?:denounce|withdraw from) ${object}`,
  `${told} of the withdrawal of (?:the )?(${aName}) f(?:ro|or)m ${object}`,
  `received from ${aGovernment},? an? ${document} (?:denunciation|withdrawal)(?: (?:of|from) ${object})?`,
  `a communication from ${aGovernment} denouncing ${object}`,
  `${aGovernment} denounced ${object}`,
  `${aGovernment} ${told} of the denunciation of ${object}`,
  `, (?:the )?(${aName}) deposited with the Secretary-General an instrument of denunciation`,
  `${aGovernment} deposited(?: with the Secretary-General)? an instrument of denunciation(?: of ${object})?`,
].map((source) => new RegExp(source, 'u'))
const deposited = new RegExp(
  `^The instrument of denunciation of (the .*?) was deposited by ${aGovernment} on (${day})`,
  'u',
)
const unnamed = new RegExp(
  'the Government (?:notified|informed) the Secretary-General (?:that it (?:had )?decided ' +
    'to|of its decision to) (?:denounce|withdraw from) ((?:the|this) .*)',
)
const received = new RegExp(`^A notification of denunciation was received on (${day})`)
const lead = new RegExp(`\\b[Oo]n (${day})`)
const notTheState = /\b(?:reservation|declaration|objection|notification)\b/
/** `the said Protocol and Convention`: both are left. */
const together = / and (?=(?:the )?(?:Convention|Protocol|Agreement)\b)/
const afterName = new RegExp(
  '(?:,| (?:with|as from|for the second|which|in accordance|effective|to take|' +
    String.raw`pursuant|as well as|for the territor|and specifying|under article|on \d)).*$`,
)

/** Whether a sentence tells of any notice, of whatever treaty. */
export const tellsNotice = (text: string): boolean => patterns.some((pattern) => pattern.test(text))

/** The notice of leaving this instrument that a sentence tells, with the day on which it was received. */
export const noticeIn = (note: EndNote, sentence: string): Notice | undefined => {
  const plain = sentence.replace(/ \([^()]*\)/g, '')
  const [only, ...others] = note.participants
  const single = others.length === 0 ? only?.name : undefined
  const bare = received.exec(plain)?.[1]
  if (bare !== undefined) return noticeOf(single, bare)
  const [, left, depositor, depositedOn] = deposited.exec(plain) ?? []
  if (depositor !== undefined) return isOwn(left, note) ? noticeOf(depositor, depositedOn) : undefined
  const without = unnamed.exec(plain)
  if (without !== null) return isOwn(without[1], note) ? noticeOf(single, lead.exec(plain)?.[1]) : undefined
  const match = patterns.map((pattern) => pattern.exec(plain)).find((each) => each !== null)
  if (match === undefined || match === null || !isOwn(match[2], note)) return undefined
  const [whole, actor = ''] = match
  return noticeOf(actor, lead.exec(plain.slice(0, match.index + whole.indexOf(actor)))?.[1])
}

const noticeOf = (actor: string | undefined, written: string | undefined): Notice | undefined => {
  const occurred = isoDay(written ?? '')
  return actor === undefined || occurred === undefined ? undefined : { actor, occurred }
}

/** Whether it is the instrument that is left: not a reservation that is taken back, nor another treaty. */
const isOwn = (treaty: string | undefined, { title }: EndNote): boolean => {
  if (treaty === undefined) return true
  const named = treaty.replace(afterName, '')
  return !notTheState.test(named) && named.split(together).some((each) => meansInstrument(each, title))
}
