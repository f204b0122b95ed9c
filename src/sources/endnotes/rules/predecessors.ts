import { actsTold, actWord, typeOf } from '../acts-told.ts'
import type { EndNote, ReadFact, Rule } from '../end-note.ts'
import { meansInstrument } from '../instrument-meant.ts'
import { aFormerState, formerState } from '../named-states.ts'
import { day, daysIn, isoDay } from '../written-day.ts'

const active = new RegExp(`^${aFormerState}(?:, who [^,]*(?:,[^,]*)?,)? (?:had |has )?(?:also )?(${actWord} .*)$`)
const depositary = 'with the Secretary-General of the United[ -]Nations'
const deposited = new RegExp(
  `^${aFormerState} (?:had |has )?deposited its instrument of (${actWord})(?: of| to)? (the .*?) ` +
    `(?:with the Secretary-General .*? )?on (${day})(?: and ${depositary} on (${day}))?`,
)
const behalf = `on behalf of ${aFormerState}`
const signedOnBehalf = new RegExp(
  `^(${actWord})(?: and (${actWord}))? ${behalf},? on (?:${day})(?: and (?:${day}),? respectively)?`,
  'i',
)
const instrumentOf = new RegExp(
  `^(?:An|The) instrument of (${actWord})(?: of (the [^.]*?))?` +
    `(?: by | on behalf of | was deposited on (${day}) with the ` +
    `Secretary-General (?:by|on behalf of) )${aFormerState}(.*)$`,
)
const depositedOn = new RegExp(`deposited with the Secretary-General(?: of the United[ -]Nations)? on (${day})`)
const passive = new RegExp(
  `(?:^|\\.)The ([A-Za-z]+) (?:was|were|had been) (${actWord}) (?:${behalf} on (${day})|on (${day}) ${behalf})`,
)

/** What a state that is no more had done, told beneath the table of its successors. */
export const predecessors: Rule = {
  name: 'predecessors',
  version: 1,
  reads:
    'Acts of states that are no more: Czechoslovakia had signed and ratified the Convention on … and …, respectively',
  read: (note, sentences) => sentences.filter(({ quoted }) => !quoted).flatMap(({ text }) => readSentence(note, text)),
}

const readSentence = (note: EndNote, sentence: string): readonly ReadFact[] => {
  const plain = sentence.replace(/ \([^()]*\)/g, '')
  if (/\bin respect of\b|\bagenc(?:y|ies)\b/.test(plain)) return []
  return [readActive, readDeposited, readInstrument, readOnBehalf]
    .flatMap((read) => read(note, plain))
    .map((fact) => ({ ...fact, sentence }))
}

type Told = Omit<ReadFact, 'sentence'>

const told = (type: string | undefined, called: string, occurred: string | undefined): readonly Told[] => {
  const state = occurred === undefined ? undefined : formerState(called, occurred)
  if (type === undefined || occurred === undefined || state === undefined) return []
  return [{ type, actor: state.name, occurred, ...(state.remark !== undefined && { remark: state.remark }) }]
}

const readActive = ({ title }: EndNote, sentence: string): readonly Told[] => {
  const [, called = '', predicate = ''] = active.exec(sentence) ?? []
  const acts = actsTold(predicate, (object) => meansInstrument(object, title)) ?? []
  const facts = acts.flatMap(({ type, occurred }) => told(type, called, occurred))
  return facts.length === acts.length ? facts : []
}

/** Of two days the one with the depositary counts, not the one with another organisation before. */
const readDeposited = ({ title }: EndNote, sentence: string): readonly Told[] => {
  const [, called = '', word = '', object = '', first = '', second] = deposited.exec(sentence) ?? []
  return meansInstrument(object, title) ? told(typeOf(word), called, isoDay(second ?? first)) : []
}

const readInstrument = ({ title }: EndNote, sentence: string): readonly Told[] => {
  const [, word = '', object = '', first, called = '', rest = ''] = instrumentOf.exec(sentence) ?? []
  const named = object === '' ? (/^ of (the amendments?)\b/.exec(rest)?.[1] ?? '') : object
  const written = first ?? depositedOn.exec(rest)?.[1] ?? ''
  return meansInstrument(named, title) ? told(typeOf(word), called, isoDay(written)) : []
}

const readOnBehalf = ({ title }: EndNote, sentence: string): readonly Told[] => {
  const [, object = '', verb = '', calledFirst, dayAfter, dayBefore, calledLast] = passive.exec(sentence) ?? []
  if (verb !== '' && meansInstrument(object, title)) {
    return told(typeOf(verb), calledFirst ?? calledLast ?? '', isoDay(dayAfter ?? dayBefore ?? ''))
  }
  const match = signedOnBehalf.exec(sentence)
  if (match === null) return []
  const [whole, first = '', second, called = ''] = match
  const days = daysIn(whole)
  const words = second === undefined ? [first] : [first, second]
  if (days.length !== words.length) return []
  return words.flatMap((word, index) => told(typeOf(word), called, days[index]))
}
