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

interface Pattern extends ByWord {
  readonly pattern: RegExp
}

const special = /[$()*+.?[\\\]^{|}]/g

/**
 * A word or phrase as a pattern: whole, in upper or lower case, with any space where it has a space. Beside it stands no
 * letter, mark or digit of any script.
 *
 * Example: `ill-treatment` is in "Ill-Treatment feared", and not in "ill treatment"; `torture` is not in "tortured".
 */
export const patternOf = (word: string): RegExp => {
  const escaped = word
    .normalize('NFC')
    .trim()
    .replace(special, String.raw`\$&`)
    .replace(/\s+/g, String.raw`\s+`)
  return new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}])${escaped}(?![\p{L}\p{M}\p{N}])`, 'iu')
}

/** What words find in texts. A word without a letter or digit finds nothing. */
export const normWordsOf = (assigned: readonly ByWord[]): NormWords => {
  const patterns = assigned
    .filter(({ word }) => /[\p{L}\p{N}]/u.test(word))
    .map((one): Pattern => ({ ...one, pattern: patternOf(one.word) }))
  const norms = [...new Set(patterns.map(({ norm }) => norm))].toSorted()
  const byNorm = norms.map((norm) => patterns.filter((one) => one.norm === norm))
  return {
    norms: new Set(norms),
    saidIn: (said) => {
      const text = said.normalize('NFC')
      return byNorm.flatMap((own): readonly ByWord[] => {
        const found = own.find(({ pattern }) => pattern.test(text))
        return found === undefined ? [] : [{ norm: found.norm, word: found.word, decidedBy: found.decidedBy }]
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
