import { dayIn, yearIn } from './day-said.ts'
import { foundBy, type Entry, type Kind, type NameIndex } from './name-index.ts'
import { plainWords } from './plain-words.ts'
import { segmentsOf, type Segment } from './segments.ts'

/** What somebody may mean: one thing, or two that are looked at together, on a day. */
export interface Found {
  readonly things: readonly [Entry] | readonly [Entry, Entry]
  readonly day?: string | undefined
  /** Whether they ask who left. */
  readonly isOfExits: boolean
  /** By which name it was found, where it goes by another. */
  readonly by?: string | undefined
}

export interface Search {
  readonly found: readonly Found[]
  /** The words that mean nothing here. */
  readonly unread: readonly string[]
}

/** Words that tell nothing of what is meant. */
const idle = new Set(
  `a an and are by did does for from has have how in is of on or
  the to under vs was were what when which who why`.split(/\s+/),
)
/** Nor do these, but whoever writes them asks who is no longer bound. */
const ofExits = new Set('exit exits leave leaves leaving left quit quits withdrawal withdrawals withdrew'.split(' '))

/** So many hits of a kind are shown, and so many pairs. */
const most = 5

/** What a text may mean, as people write it: `Turkey Istanbul Convention 2021`; what belongs together first. */
export const find = (index: NameIndex, text: string): Search => {
  const told = dayIn(plainWords(text))
  const isIdle = (word: string): boolean => idle.has(word) || ofExits.has(word)
  const sober = segmentsOf(index, told.words, isIdle)
  // `WHO` alone is an organisation.
  const named = told.words.filter((word) => index.called([word]).length > 0)
  const read = sober.segments.length > 0 ? sober : { ...segmentsOf(index, named, () => false), unread: sober.unread }
  const year = told.day === undefined ? yearIn(read.unread) : { words: read.unread }
  const said = { day: told.day ?? year.day, isOfExits: told.words.some((word) => ofExits.has(word)) }
  const segments = read.segments.length === 1 ? read.segments.map((one) => widened(index, one)) : read.segments
  const found = [...pairs(segments), ...singles(index, segments)].map((one) => ({ ...one, ...said }))
  return { found, unread: found.length === 0 ? read.unread : year.words }
}

/** One name alone is also looked for in longer ones: `Guinea` in `Guinea-Bissau`. */
const widened = (index: NameIndex, { words, entries }: Segment): Segment => ({
  words,
  entries: [...new Set([...entries, ...index.beginningWith(words)])],
})

const order: readonly Kind[] = ['norm', 'treaty', 'state', 'organisation', 'score']

type Things = Pick<Found, 'things' | 'by'>

/** Each thing by itself, kind by kind; first the kinds of which something is called exactly so. */
const singles = (index: NameIndex, segments: readonly Segment[]): readonly Things[] => {
  const exact = new Set(segments.flatMap(({ words }) => index.called(words).map(({ kind }) => kind)))
  // Scores have the names of what they measure, and come last.
  exact.delete('score')
  const kinds = [...order.filter((kind) => exact.has(kind)), ...order.filter((kind) => !exact.has(kind))]
  return kinds.flatMap((kind) =>
    segments.flatMap(({ words, entries }) =>
      entries
        .filter((entry) => entry.kind === kind)
        .slice(0, most)
        .map((entry): Things => ({ things: [entry], by: foundBy(entry, words) })),
    ),
  )
}

const isSubject = ({ kind }: Entry): boolean => kind === 'treaty' || kind === 'norm'
const isState = ({ kind }: Entry): boolean => kind === 'state'
const isScore = ({ kind }: Entry): boolean => kind === 'score'

/** Two words of one text that belong together: a state under a subject, or two of one kind, side by side. */
const pairs = (segments: readonly Segment[]): readonly Things[] => {
  const under = pairsOf(segments, isState, isSubject)
  const beside = [
    ...under,
    ...pairsOf(segments, isState, isScore),
    ...pairsOf(segments, isState, isState).slice(0, 1),
    ...(under.length > 0 ? [] : pairsOf(segments, isSubject, isSubject).slice(0, 1)),
  ]
  return beside.slice(0, most)
}

const pairsOf = (
  segments: readonly Segment[],
  isFirst: (entry: Entry) => boolean,
  isSecond: (entry: Entry) => boolean,
): readonly Things[] =>
  segments.flatMap((one, at) =>
    segments.flatMap((other, place) => {
      const isOrdered = isFirst === isSecond ? at < place : at !== place
      if (!isOrdered) return []
      const seconds = other.entries.filter(isSecond).slice(0, most)
      return one.entries
        .filter(isFirst)
        .slice(0, 2)
        .flatMap((a) => seconds.filter((b) => b !== a).map((b): Things => ({ things: [a, b] })))
    }),
  )
