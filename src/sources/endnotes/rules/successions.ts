import type { EndNote, ReadFact, Rule } from '../end-note.ts'
import { meansInstrument } from '../instrument-meant.ts'
import { aGovernment } from '../named-states.ts'
import { day, isoDay } from '../written-day.ts'

const bound = new RegExp(
  `notification of succession,? ${aGovernment} (?:indicated|declared|stated) ` +
    'that it considers itself bound by (the .*?) ' +
    `as (?:from|of) (${day})`,
  'u',
)
const notifiedLast = new RegExp(
  `${aGovernment} notified the Secretary-General of its succession to (the [^,.;]*?) on (${day})`,
  'u',
)
const notifiedFirst = new RegExp(
  `[Oo]n (${day}), ${aGovernment} notified the Secretary-General of its succession to (the [^,.;]*)`,
  'u',
)
const reapplied = new RegExp(
  `received (?:by the Secretary-General )?on (${day}),? ${aGovernment} stated that the \\2 had declared ` +
    `the reapplication of (the .*?) as (?:from|of) (${day})`,
  'u',
)

/** Successions that a note tells, and the day from which they have effect. */
export const successions: Rule = {
  name: 'successions',
  version: 1,
  reads:
    'In its notification of succession, the Government of … indicated ' +
    'that it considers itself bound by the Convention as from …',
  read: (note, sentences) => sentences.filter(({ quoted }) => !quoted).flatMap(({ text }) => readSentence(note, text)),
}

const readSentence = (note: EndNote, sentence: string): readonly ReadFact[] => {
  const [, boundState, boundBy = '', boundFrom = ''] = bound.exec(sentence) ?? []
  if (boundState !== undefined) {
    const row = note.participants.find(({ name }) => name.includes(boundState))
    const on = row?.acts.findLast(({ type }) => type === 'TreatySucceeded')?.occurred
    return factOf(note, sentence, boundState, boundBy, [on, isoDay(boundFrom)])
  }
  const [, lastState, lastTreaty = '', lastDay = ''] = notifiedLast.exec(sentence) ?? []
  if (lastState !== undefined) return factOf(note, sentence, lastState, lastTreaty, [isoDay(lastDay)])
  const [, firstDay = '', firstState, firstTreaty = ''] = notifiedFirst.exec(sentence) ?? []
  if (firstState !== undefined) return factOf(note, sentence, firstState, firstTreaty, [isoDay(firstDay)])
  const [, on = '', state, treaty = '', from = ''] = reapplied.exec(sentence) ?? []
  if (state === undefined) return []
  return factOf(note, sentence, state, treaty, [isoDay(on), isoDay(from)]).map((fact) => ({
    ...fact,
    remark: 'The note speaks of reapplication; the state called it its status as a party by way of succession.',
  }))
}

const factOf = (
  { title }: EndNote,
  sentence: string,
  actor: string,
  treaty: string,
  [occurred, effectFrom]: readonly [notified: string | undefined, effectFrom?: string | undefined],
): readonly ReadFact[] => {
  if (occurred === undefined || !meansInstrument(treaty, title)) return []
  const data = effectFrom === undefined ? {} : { data: { effectFrom } }
  return [{ type: 'TreatySucceeded', actor, occurred, ...data, sentence }]
}
