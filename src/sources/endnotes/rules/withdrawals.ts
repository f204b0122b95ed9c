import type { EndNote, ReadFact, Rule, Sentence } from '../end-note.ts'
import { participantCalled } from '../named-states.ts'
import { noticeIn, tellsNotice } from '../notice.ts'
import { day, isoDay } from '../written-day.ts'

const effects = [
  'with effect (?:from|on)(?: on)?',
  '(?:took|take|takes) effect (?:on|as from)',
  'effective (?:on|for [A-Z]\\w+ on|from)',
  'to take effect on',
  'date of effect being',
  'effect (?:from|on)',
  'i\\.e\\.,?(?: on)?',
  'that is to say,? on',
]
const takesEffect = new RegExp(`(?:${effects.join('|')}) (${day})`)
const tookEffect = new RegExp(`(?:took effect|became effective|had taken effect) on (${day})`)
const ofExit = /\b(?:denunciation|withdrawal|action)\b[^.]*\b(?:effect|effective)\b/i
const territorial = new RegExp(
  String.raw`\bin Europe\b|European part|metropolitan territory|for the territor|` +
    'in respect of the Kingdom|remains? in (?:force|effect) (?:in|for)',
)

/** How many sentences after a notice may still say when it takes effect, or for which territory it was given. */
const near = 3

/** Notices of denunciation and withdrawal, with the day of effect where the note states one. */
export const withdrawals: Rule = {
  name: 'withdrawals',
  version: 1,
  reads:
    'On …, the Government of … notified the Secretary-General of its ' +
    'decision to denounce the Protocol, with effect from …',
  read: (note, sentences) => sentences.flatMap((sentence, index) => readAt(note, sentences, sentence, index)),
}

const readAt = (
  note: EndNote,
  sentences: readonly Sentence[],
  { text, quoted }: Sentence,
  index: number,
): readonly ReadFact[] => {
  const notice = quoted ? undefined : noticeIn(note, text)
  if (notice === undefined) return []
  const after = sentences.slice(index + 1, index + 1 + near).filter((each) => !each.quoted)
  const row = note.participants.find(({ name }) => name === participantCalled(note, notice.actor))
  const isPartial = [text, ...after.map((each) => each.text)].some((each) => territorial.test(each))
  if (isPartial && row?.hasLeft !== true) return []
  const { effective, sentence } = effectIn(text, after)
  const actor = row?.name ?? notice.actor
  const remark = isPartial
    ? { remark: `The notice names territories; the depositary has the row of ${actor} in brackets.` }
    : {}
  const notified: ReadFact = { type: 'TreatyWithdrawalNotified', ...notice, actor, sentence, ...remark }
  if (effective === undefined) return [notified]
  if (effective < notice.occurred) return []
  const stated: ReadFact = { ...notified, effective, data: { statedEffective: effective } }
  return isoDay(tookEffect.exec(sentence)?.[1] ?? '') === effective
    ? [stated, { type: 'TreatyWithdrawalTookEffect', actor, occurred: effective, sentence, ...remark }]
    : [stated]
}

/** The day of effect that a notice states, or a sentence soon after it; with the words that say so. */
const effectIn = (text: string, after: readonly Sentence[]) => {
  const own = takesEffect.exec(text)?.[1]
  const next = own === undefined ? after.find((each) => statesEffect(each.text)) : undefined
  return {
    effective: isoDay(own ?? takesEffect.exec(next?.text ?? '')?.[1] ?? ''),
    sentence: next === undefined ? text : `${text} ${next.text}`,
  }
}

const statesEffect = (text: string): boolean => ofExit.test(text) && takesEffect.test(text) && !tellsNotice(text)
