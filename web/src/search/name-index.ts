import { plainWords } from './plain-words.ts'

export type Kind = 'norm' | 'treaty' | 'state' | 'organisation' | 'score'

/** What can be found: what it is called, and whatever else it is or was called. */
export interface Entry {
  readonly kind: Kind
  readonly id: string
  readonly name: string
  readonly also: readonly string[]
}

interface Indexed extends Entry {
  /** Each of its names as plain words, its id among them. */
  readonly phrases: readonly (readonly string[])[]
}

/** An index of everything with a name, by all names that it has. */
export class NameIndex {
  readonly #entries: readonly Indexed[]
  readonly #byPhrase = new Map<string, Set<Indexed>>()
  readonly #longest: number

  constructor(entries: readonly Entry[]) {
    this.#entries = entries.map((entry) => ({
      ...entry,
      phrases: [entry.name, ...entry.also, entry.id].map(plainWords),
    }))
    let longest = 1
    for (const entry of this.#entries)
      for (const words of entry.phrases) {
        const key = words.join(' ')
        this.#byPhrase.set(key, (this.#byPhrase.get(key) ?? new Set()).add(entry))
        longest = Math.max(longest, words.length)
      }
    this.#longest = longest
  }

  /** What is called exactly so. */
  called(words: readonly string[]): readonly Entry[] {
    return [...(this.#byPhrase.get(words.join(' ')) ?? [])]
  }

  /** How many of the words from one on are the longest name that begins there; 0 where none does. */
  sizeOfNameAt(words: readonly string[], at: number): number {
    for (let size = Math.min(this.#longest, words.length - at); size > 0; size--)
      if (this.#byPhrase.has(words.slice(at, at + size).join(' '))) return size
    return 0
  }

  /** What has a name in which each of these words begins a word; shorter names first. */
  beginningWith(words: readonly string[]): readonly Entry[] {
    return this.#entries
      .flatMap((entry) => {
        const lengths = entry.phrases.filter((phrase) => holdsAll(phrase, words)).map(lengthOf)
        return lengths.length === 0 ? [] : [{ entry, length: Math.min(...lengths) }]
      })
      .toSorted((a, b) => a.length - b.length)
      .map(({ entry }) => entry)
  }
}

const lengthOf = (phrase: readonly string[]): number => phrase.join(' ').length

const holdsAll = (phrase: readonly string[], words: readonly string[]): boolean =>
  words.every((word) => phrase.some((one) => one.startsWith(word)))

/** The name by which some words find an entry, where it is not the one that it goes by: `Burma`. */
export const foundBy = ({ kind, name, also }: Entry, words: readonly string[]): string | undefined => {
  if (kind === 'score') return undefined
  const said = words.join(' ')
  const by = [name, ...also].find((one) => plainWords(one).join(' ') === said)
  return by === name ? undefined : by
}
