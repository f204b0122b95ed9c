import { actsTold, actWord, typeOf, type ToldAct } from '../acts-told.ts'
import type { EndNote, ReadFact, Rule, Sentence } from '../end-note.ts'
import { meansInstrument } from '../instrument-meant.ts'
import { aGovernment, aName, participantCalled } from '../named-states.ts'
import { day, isoDay } from '../written-day.ts'

const verbs = '(?:signed|ratified|(?:re-?)?acce+ded|accepted|approved|succeeded)'
const adverb = '(?:had |has )?(?:also )?(?:initially |originally )?'
const subject = `(?:${aGovernment}|(${aName}))`
const dayLast = new RegExp(`(?:^|, |[Tt]hat )${subject} ${adverb}(${verbs} .*)$`, 'u')
const dayFirst = new RegExp(
  `(?:^|[ ,])[Oo]n (?:(${day})|that same date|the same (?:day|date)),? ` +
    `${subject} ${adverb}(${verbs})(?: to)? (the [^,.;]*)`,
  'gu',
)
const depositedLast = new RegExp(
  `${aGovernment} ${adverb}deposited (?:its|an) instrument of (${actWord})(?: (?:to|of) (the [^,.;]*?))? on (${day})`,
  'u',
)
const depositedFirst = new RegExp(
  `[Oo]n (${day}), ${subject} deposited(?: with the Secretary-General)? ` +
    `(?:its|an) instrument of (${actWord})(?: (?:to|of) (the [^,.;]*))?`,
  'u',
)
const undated = new RegExp(`(?:^|, )(?:[Tt]he )?${subject} ${adverb}re-?acce+ded to (the [^,.;]*)`, 'u')
const again = new RegExp(`and (?:had )?(${verbs}) it(?: subsequently)? on (${day})`)

/** Acts of a participant that its row does not show, or not any more: before it left, and with which it came back. */
export const earlierActs: Rule = {
  name: 'earlier-acts',
  version: 1,
  reads: 'The Government of … had initially acceded to the Protocol on …; on …, the Government of … re-acceded',
  read: (note, sentences) => {
    let last: string | undefined
    return sentences
      .filter(({ quoted, text }) => !quoted && !/\bin respect of\b|\bwould\b|\bterritor/.test(text))
      .flatMap((sentence) => {
        const facts = readSentence(note, sentence, last)
        last = new RegExp(`\\b[Oo]n (${day})`).exec(sentence.text)?.[1] ?? last
        return facts
      })
  },
}

const readSentence = (note: EndNote, { text }: Sentence, last: string | undefined): readonly ReadFact[] => {
  const plain = text.replace(/ \((?![A-Z][a-z]+ )[^()]*\)/g, '')
  const own: MeansOwn = (object) => meansInstrument(object.replace(/ (?:with|accepting|without) .*$/, ''), note.title)
  const found = [...toldWithItsDay(plain, own), ...toldAfterADay(plain, own, last), ...deposited(plain, own)]
  const dated = found.flatMap((fact) => {
    const participant = participantCalled(note, fact.actor)
    return participant === undefined ? [] : [{ ...fact, actor: participant, sentence: text }]
  })
  return dated.length > 0 || /\d{4}|same da/.test(plain) ? dated : backWithoutADay(note, plain, own)
}

type Told = ToldAct & { readonly actor: string }

/** Whether words name the instrument of the note. */
type MeansOwn = (object: string) => boolean

/** `The Government of … acceded on …; it re-acceded on …`. */
const toldWithItsDay = (plain: string, own: MeansOwn): readonly Told[] => {
  const [, government, name, predicate = ''] = dayLast.exec(plain) ?? []
  const actor = government ?? name ?? ''
  const acts = (actsTold(predicate, own) ?? []).map((act) => ({ actor, ...act }))
  const [, verb = '', written = ''] = acts.length > 0 ? (again.exec(predicate) ?? []) : []
  return [...acts, ...told(actor, verb, written)]
}

/** `On …, the Government of … acceded to …`, or `on the same day`. */
const toldAfterADay = (plain: string, own: MeansOwn, last: string | undefined): readonly Told[] =>
  [...plain.matchAll(dayFirst)].flatMap(([, on = last ?? '', ofState, state, done = '', object = '']) =>
    own(object) ? told(ofState ?? state ?? '', done, on) : [],
  )

/** `… deposited its instrument of … on …`, and the same with the day first. */
const deposited = (plain: string, own: MeansOwn): readonly Told[] => {
  const [, depositor = '', word = '', object = '', on = ''] = depositedLast.exec(plain) ?? []
  const [, onFirst = '', ofState, state, noun = '', treaty = ''] = depositedFirst.exec(plain) ?? []
  return [
    ...(own(object) ? told(depositor, word, on) : []),
    ...(own(treaty) ? told(ofState ?? state ?? '', noun, onFirst) : []),
  ]
}

/** `Following denunciation, … re-acceded to the Convention`, without a day: the row has it. */
const backWithoutADay = (note: EndNote, sentence: string, own: (object: string) => boolean): readonly ReadFact[] => {
  const [, government, name, treaty] = undated.exec(sentence) ?? []
  if (treaty === undefined || !own(treaty)) return []
  const participant = participantCalled(note, government ?? name ?? '')
  const row = note.participants.find((each) => each.name === participant)
  const act = row?.hasLeft === true ? undefined : row?.acts.findLast(({ type }) => type === 'TreatyAcceded')
  if (row === undefined || act === undefined) return []
  return [{ ...act, actor: row.name, sentence, remark: `The day is that of the row of ${row.name}.` }]
}

const told = (actor: string, word: string, written: string): readonly Told[] => {
  const type = typeOf(word)
  const occurred = isoDay(written)
  return type !== undefined && occurred !== undefined && actor !== '' ? [{ actor, type, occurred }] : []
}
