import { factsOf } from '../../../projections/fold/facts.ts'
import { eventOfRow } from '../../readmodel/stored-event.ts'
import type { EventId } from '../../time/event-id.ts'
import { keeping } from '../question/kept.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { withRetractions } from '../question/without.ts'

/** For which norm something counts that carries none, and why: the word that its text says, and who assigned it. */
export interface ByWord {
  readonly norm: string
  /** As it was assigned. */
  readonly word: string
  /** The assignment. */
  readonly decidedBy: readonly EventId[]
}

/** Words that were assigned to norms, ready to be looked for in a text. */
export interface NormWords {
  /** Every norm of which a text says one of the words, once, by the first that was assigned to it; by id. */
  readonly saidIn: (text: string) => readonly ByWord[]
  /** The norms that words are assigned to. */
  readonly norms: ReadonlySet<string>
}

/** A text in lower case, its letters composed, one space for any. */
const folded = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s{2,}|[^\S ]/g, ' ')

/** A letter, mark or digit of any script. */
const isOfWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{M}\p{N}]/u.test(character)

/** Whether a word stands at a place of a text by itself: beside it is nothing that could be of the same word. */
const isWholeAt = (text: string, word: string, place: number): boolean => {
  const end = place + word.length
  const before = Array.from(text.slice(Math.max(0, place - 2), place)).at(-1)
  const [after] = text.slice(end, end + 2)
  return !isOfWord(before) && !isOfWord(after)
}

/** Whether a folded text says a folded word. */
const isIn = (text: string, word: string): boolean => {
  for (let place = text.indexOf(word); place >= 0; place = text.indexOf(word, place + 1))
    if (isWholeAt(text, word, place)) return true
  return false
}

/**
 * Whether a text says a word or phrase: whole, in upper or lower case, with any space where it has a space. Beside it
 * stands no letter, mark or digit of any script.
 *
 * Example: `ill-treatment` is in "Ill-Treatment feared", and not in "ill treatment"; `torture` is not in "tortured".
 */
export const saysWord = (text: string, word: string): boolean => isIn(folded(text), folded(word).trim())

/** What words find in texts. A word without a letter or digit finds nothing. */
export const normWordsOf = (assigned: readonly ByWord[]): NormWords => {
  const known = assigned
    .filter(({ word }) => /[\p{L}\p{N}]/u.test(word))
    .map((one) => ({ one, folded: folded(one.word).trim() }))
  const norms = [...new Set(known.map(({ one }) => one.norm))].toSorted()
  const byNorm = norms.map((norm) => known.filter(({ one }) => one.norm === norm))
  return {
    norms: new Set(norms),
    saidIn: (said) => {
      const text = folded(said)
      return byNorm.flatMap((own): readonly ByWord[] => {
        const found = own.find((word) => isIn(text, word.folded))
        return found === undefined ? [] : [found.one]
      })
    },
  }
}

const kept = keeping<NormWords>(() => 20_000)

/** The words that are assigned to norms, whoever assigned them. None unless somebody did. */
export const loadNormWords = (world: Snapshot): Promise<NormWords> =>
  kept(world, '', async () => {
    const rows = await world.sql
      .selectFrom('event')
      .selectAll()
      .where('type', 'in', ['NormWordsAssigned', 'EventCorrected', 'EventRetracted'])
      .where('stream', '>=', 'norm-')
      .where('stream', '<', 'norm.')
      .where('ordinal', '<=', world.ordinal)
      .orderBy('ordinal')
      .execute()
    const streams = [...new Set(rows.map(({ stream }) => stream))]
    const assigned = streams.flatMap((stream) =>
      factsOf(withRetractions(world, rows.filter((row) => row.stream === stream).map(eventOfRow)))
        .filter(({ type }) => type === 'NormWordsAssigned')
        .flatMap(({ data, decidedBy }) =>
          (data.words as unknown as readonly string[]).map((word): ByWord => ({
            norm: stream.slice('norm-'.length),
            word,
            decidedBy,
          })),
        ),
    )
    return normWordsOf(assigned)
  })
