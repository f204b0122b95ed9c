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
const instrumentBack = new RegExp(
  `[Oo]n (${day}), .*?notifying the withdrawal by ${aGovernment} of its instrument of \\w+ (?:of|to) (the .*?)\\.?$`,
  'u',
)

/** What sets right what a note or a table said before: a notice that was taken back, an instrument that was. */
export const corrections: Rule = {
  name: 'corrections',
  version: 1,
  reads:
    'On …, the Government of … notified the Secretary-General that it had decided to withdraw its notification of withdrawal',
  read: (note, sentences) => sentences.filter(({ quoted }) => !quoted).flatMap(({ text }) => readSentence(note, text)),
}

const readSentence = (note: EndNote, sentence: string): readonly ReadFact[] => {
  const [, revokedOn = '', revoker] = revoked.exec(sentence) ?? []
  const occurred = isoDay(revokedOn)
  if (revoker !== undefined && occurred !== undefined) {
    const remark = /suspend/.test(sentence) ? { remark: 'The note says that the withdrawal was suspended.' } : {}
    return [
      {
        type: 'TreatyWithdrawalRevoked',
        actor: participantCalled(note, revoker) ?? revoker,
        occurred,
        sentence,
        ...remark,
      },
    ]
  }
  const [, backOn = '', owner, treaty = ''] = instrumentBack.exec(sentence) ?? []
  const back = isoDay(backOn)
  if (owner === undefined || back === undefined || !meansInstrument(treaty, note.title)) return []
  return [{ type: 'TreatyConsentWithdrawn', actor: participantCalled(note, owner) ?? owner, occurred: back, sentence }]
}
