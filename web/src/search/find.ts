import { readDay } from '../words/read-day.ts'

export type Kind = 'state' | 'treaty' | 'norm' | 'organisation'

/** What can be found: what it is called, and whatever else it is or was called. */
export interface Entry {
  readonly kind: Kind
  readonly id: string
  readonly name: string
  readonly also: readonly string[]
}

/** What somebody may mean: one thing of each kind at most, two states to compare, and a day. */
export interface Found {
  readonly states: readonly Entry[]
  readonly subject?: Entry | undefined
  readonly organisation?: Entry | undefined
  readonly day?: string | undefined
}

interface Indexed extends Entry {
  /** Each of its names as plain words. */
  readonly phrases: readonly (readonly string[])[]
}

/** Words that tell nothing of what is meant. */
const idle = new Set(
  'a an and by did does from has have how in is of on the to under was were what when where who why'.split(' '),
)
/** Nor do these, but whoever writes them asks who is no longer bound. */
const ofExits = new Set(['exit', 'exits', 'leave', 'leaves', 'leaving', 'left', 'quit', 'withdrawal', 'withdrew'])

const roman: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 }
/** `iv` as `4`, as the depositary counts its chapters; other words as they are. */
const arabic = (word: string): string => {
  if (!/^[ivx]{1,6}$/.test(word)) return word
  const values = [...word].map((letter) => roman[letter] ?? 0)
  const sum = values.reduce((total, value, at) => total + (value < (values[at + 1] ?? 0) ? -value : value), 0)
  return String(sum)
}

/** A text as plain words: without case, accents and signs. */
export const plainWords = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’]s\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** How many hits of a kind are looked at where a word alone leaves it open. */
const most = 5

/** An index of everything with a name; `find` takes a text as people write it: `Turkey Istanbul Convention 2021`. */
export class NameIndex {
  readonly #entries: readonly Indexed[]
  readonly #byPhrase = new Map<string, Indexed[]>()
  readonly #longest: number

  constructor(entries: readonly Entry[]) {
    this.#entries = entries.map((entry) => ({
      ...entry,
      phrases: [entry.name, ...entry.also].map((name) => plainWords(name).map(arabic)),
    }))
    let longest = 1
    for (const entry of this.#entries)
      for (const key of new Set(entry.phrases.map((words) => words.join(' ')))) {
        this.#byPhrase.set(key, [...(this.#byPhrase.get(key) ?? []), entry])
        longest = Math.max(longest, key.split(' ').length)
      }
    this.#longest = longest
  }

  /** What a text may mean, the likeliest first. */
  find(text: string): readonly Found[] {
    const { day, words } = withoutDay(plainWords(text))
    const said = words.map(arabic)
    const [hits, rest] = this.#exact(said)
    const loose = rest.length === 0 ? [] : this.#beginningWith(rest)
    return combined([...hits, ...(loose.length > 0 ? [loose] : [])], day)
  }

  /** The longest names that the words spell out, each with whom it means; and the words that spell none. */
  #exact(words: readonly string[]): readonly [readonly (readonly Indexed[])[], readonly string[]] {
    const hits: (readonly Indexed[])[] = []
    const rest: string[] = []
    for (let at = 0; at < words.length;) {
      const size = this.#sizeOfNameAt(words, at)
      const found = this.#byPhrase.get(words.slice(at, at + size).join(' '))
      const word = words[at] ?? ''
      if (found !== undefined) hits.push(found)
      else if (!ofExits.has(word) && !idle.has(word)) rest.push(word)
      at += Math.max(size, 1)
    }
    return [hits, rest]
  }

  #sizeOfNameAt(words: readonly string[], at: number): number {
    for (let size = Math.min(this.#longest, words.length - at); size > 0; size--)
      if (this.#byPhrase.has(words.slice(at, at + size).join(' '))) return size
    return 0
  }

  /** Who has a name in which every one of these words begins a word; shorter names first. */
  #beginningWith(words: readonly string[]): readonly Indexed[] {
    const lengthOf = ({ phrases }: Indexed): number =>
      Math.min(...phrases.filter((phrase) => holdsAll(phrase, words)).map((phrase) => phrase.join(' ').length))
    return this.#entries
      .filter(({ phrases }) => phrases.some((phrase) => holdsAll(phrase, words)))
      .map((entry) => ({ entry, length: lengthOf(entry) }))
      .toSorted((a, b) => a.length - b.length)
      .map(({ entry }) => entry)
  }
}

const holdsAll = (phrase: readonly string[], words: readonly string[]): boolean =>
  words.every((word) => phrase.some((one) => one.startsWith(word)))

/** The day that some words tell, `1 june 1995` or `1995`, and the words without it. */
const withoutDay = (words: readonly string[]): { readonly day?: string; readonly words: readonly string[] } => {
  for (let size = 3; size > 0; size--)
    for (let at = 0; at + size <= words.length; at++) {
      const some = words.slice(at, at + size)
      const day = readDay(some.join(some.every((word) => /^\d+$/.test(word)) ? '-' : ' '))
      if (day !== undefined) return { day, words: [...words.slice(0, at), ...words.slice(at + size)] }
    }
  return { words }
}

const isSubject = ({ kind }: Entry): boolean => kind === 'treaty' || kind === 'norm'

/** Whom the words mean, by kind: for each word or name that means some, those. */
const meantBy = (hits: readonly (readonly Entry[])[], wanted: (entry: Entry) => boolean) =>
  hits.map((entries) => entries.filter(wanted).slice(0, most)).filter((entries) => entries.length > 0)

/** The words' meanings put together: a state under a subject, two states to compare; then each by itself. */
const combined = (hits: readonly (readonly Entry[])[], day: string | undefined): readonly Found[] => {
  const states = meantBy(hits, ({ kind }) => kind === 'state')
  const subjects = meantBy(hits, isSubject)
  const organisations = meantBy(hits, ({ kind }) => kind === 'organisation')
  const [first = [], second = []] = states
  // One word alone means one thing: `Statute of Rome` is no state beside a treaty.
  const isPair = hits.length > 1
  const under = isPair
    ? first.slice(0, 2).flatMap((state) => (subjects[0] ?? []).map((subject) => ({ states: [state], subject, day })))
    : []
  const compared = first.slice(0, 1).flatMap((a) => second.slice(0, 1).map((b) => ({ states: [a, b], day })))
  return [
    ...under,
    ...compared,
    ...subjects.flat().map((subject) => ({ states: [], subject, day })),
    ...states.flat().map((state) => ({ states: [state], day })),
    ...organisations.flat().map((organisation) => ({ states: [], organisation, day })),
  ].slice(0, 12)
}
