import { actWord, typeOf } from '../acts-told.ts'
import type { EndNote, ReadFact, Rule } from '../end-note.ts'
import { meansInstrument } from '../instrument-meant.ts'
import { aGovernment, participantCalled } from '../named-states.ts'
import { day, isoDay } from '../written-day.ts'

const decided = '(?:notified|informed) the Secretary-General (?:that it (?:had |has )?decided to|of its decision to)'
const notice = '(?:its notification of (?:withdrawal|denunciation)|the (?:withdrawal|denunciation) from the [A-Z])'
const revoked = new RegExp(
  `\\b[Oo]n (${day}), ${aGovernment} ${decided} (?:withdraw|revoke|rescind|suspend) ${notice}`,
  'u',
)
const replaced = new RegExp(
  `[Oo]n (${day}), ${aGovernment} withdrew the said instrument(?: and deposited a new instrument of (${actWord}))?`,
  'u',
)
const instrumentBack = new RegExp(
  `[Oo]n (${day}), .*?notifying the withdrawal by ${aGovernment} of its instrument of \\w+ (?:of|to) (the .*?)\\.?$`,
  'u',
)

/** What sets right what a note or a table said before: a notice that was taken back, an instrument that was. */
export const corrections: Rule = {
  name: 'corrections',
  version: 1,
  reads:
    'On …, the Government of … notified the Secretary-General that it ' +
    'had decided to withdraw its notification of withdrawal',
  read: (note, sentences) => sentences.filter(({ quoted }) => !quoted).flatMap(({ text }) => readSentence(note, text)),
}

const readSentence = (note: EndNote, sentence: string): readonly ReadFact[] =>
  [readRevoked, readReplaced, readTakenBack].flatMap((read) => read(note, sentence))

const actorIn = (note: EndNote, called: string): string => participantCalled(note, called) ?? called

const readRevoked = (note: EndNote, sentence: string): readonly ReadFact[] => {
  const [, written = '', called] = revoked.exec(sentence) ?? []
  const occurred = isoDay(written)
  if (called === undefined || occurred === undefined) return []
  const remark = /suspend/.test(sentence) ? { remark: 'The note says that the withdrawal was suspended.' } : {}
  return [{ type: 'TreatyWithdrawalRevoked', actor: actorIn(note, called), occurred, sentence, ...remark }]
}

/** An instrument that was taken back, and another that was deposited in its place on the same day. */
const readReplaced = (note: EndNote, sentence: string): readonly ReadFact[] => {
  const [, written = '', called, word] = replaced.exec(sentence) ?? []
  const occurred = isoDay(written)
  if (called === undefined || occurred === undefined) return []
  const fact = { actor: actorIn(note, called), occurred, sentence }
  const type = word === undefined ? undefined : typeOf(word)
  return [{ type: 'TreatyConsentWithdrawn', ...fact }, ...(type === undefined ? [] : [{ type, ...fact }])]
}

const readTakenBack = (note: EndNote, sentence: string): readonly ReadFact[] => {
  const [, written = '', called, treaty = ''] = instrumentBack.exec(sentence) ?? []
  const occurred = isoDay(written)
  if (called === undefined || occurred === undefined || !meansInstrument(treaty, note.title)) return []
  return [{ type: 'TreatyConsentWithdrawn', actor: actorIn(note, called), occurred, sentence }]
}
