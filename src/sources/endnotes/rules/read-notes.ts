import { classOf } from '../../untc/untc-act.ts'
import type { EndNote, ReadFact, Sentence } from '../end-note.ts'
import { rules } from './index.ts'
import { sentencesOf } from '../sentences.ts'
import { daysIn } from '../written-day.ts'

/** A fact that a rule read in a note, ready to be proposed. */
export interface NoteFact extends ReadFact {
  /** The number of the note that tells it. */
  readonly note: string
  readonly rule: string
  readonly version: number
  /** What it is about within its treaty and actor: `consent/1`, `notice/2`. */
  readonly fact: string
}

export interface NotesRead {
  readonly facts: readonly NoteFact[]
  /** Sentences in the depositary's own words that name a day and an act, and that no rule understood. */
  readonly unread: readonly UnreadSentence[]
}

export interface UnreadSentence {
  /** The number of the note. */
  readonly note: string
  readonly sentence: string
}

const act = /\b(?:sign|ratif|acce+d|accession|accept|approv|succe[es]|adher|denounc|denunciation|withdr|deposit)/i

/**
 * All that the rules read in the notes of one instrument, in the order of days. A fact that they tell twice is read
 * once; what no rule understands is listed.
 */
export const readNotes = (notes: readonly EndNote[]): NotesRead => {
  const read = notes.map((note) => ({ note, sentences: sentencesOf(note.paragraphs) })).map(readNote)
  return {
    facts: numbered(withoutRepeats(read.flatMap(({ facts }) => facts))),
    unread: read.flatMap(({ unread }) => unread),
  }
}

type Unnumbered = Omit<NoteFact, 'fact'>

const readNote = ({ note, sentences }: { readonly note: EndNote; readonly sentences: readonly Sentence[] }) => {
  const facts = rules.flatMap(({ name, version, read }) =>
    read(note, sentences).map((fact): Unnumbered => ({ ...fact, note: note.number, rule: name, version })),
  )
  const unread = sentences.filter((each) => isUnread(each, facts))
  return { facts, unread: unread.map(({ text }): UnreadSentence => ({ note: note.number, sentence: text })) }
}

/** The fuller of two that say the same stands: the day of effect may stand in one place and not in the other. */
const withoutRepeats = (facts: readonly Unnumbered[]): readonly Unnumbered[] => {
  const byAct = new Map<string, Unnumbered>()
  for (const fact of facts) {
    const key = `${fact.type} ${fact.actor} ${fact.occurred}`
    const before = byAct.get(key)
    if (before === undefined || (before.effective === undefined && fact.effective !== undefined)) byAct.set(key, fact)
  }
  return [...byAct.values()]
}

/**
 * First consent, second notice, …: in the order of their days. The day on which a notice took effect has its number.
 */
const numbered = (facts: readonly Unnumbered[]): readonly NoteFact[] => {
  const counts = new Map<string, number>()
  const notices = new Map<string, number>()
  const inOrder = facts.toSorted((a, b) => a.occurred.localeCompare(b.occurred))
  return inOrder.map((fact) => {
    const key = `${classOf(fact.type)} ${fact.actor}`
    const next = (counts.get(key) ?? 0) + 1
    counts.set(key, next)
    if (fact.effective !== undefined) notices.set(`${fact.actor} ${fact.effective}`, next)
    const ofNotice =
      fact.type === 'TreatyWithdrawalTookEffect' ? notices.get(`${fact.actor} ${fact.occurred}`) : undefined
    return { ...fact, fact: `${classOf(fact.type)}/${ofNotice ?? next}` }
  })
}

const isUnread = ({ text, quoted }: Sentence, read: readonly Unnumbered[]): boolean =>
  !quoted && daysIn(text).length > 0 && act.test(text) && !read.some(({ sentence }) => sentence.includes(text))
