import type { Scope } from '../../sources/importer/draft.ts'
import type { Candidate } from '../candidates/candidate.ts'

/** The stream's name without its last word, the actor: `practice-vdem-physint-`. */
const familyOf = (stream: string): string => stream.slice(0, stream.lastIndexOf('-') + 1)

interface Told {
  readonly keys: Set<string>
  readonly facts: Set<string>
}

/**
 * What one file speaks of, gathered while it is read: what an earlier release told, and this file is silent on within
 * these bounds, has vanished.
 */
export class SeriesCoverage {
  readonly #scope: Scope
  readonly #streams = new Map<string, Told>()
  /** The first and the last fact of every family of streams; years, where the scope goes by them. */
  readonly #bounds = new Map<string, { first: string; last: string }>()

  constructor(scope: Scope) {
    this.#scope = scope
  }

  /** Notes what the file tells. The registration of its release is no row of it. */
  told({ rows, stream, key, fact }: Candidate): void {
    if (rows[0] === 0) return
    const known = this.#streams.get(stream)
    if (known === undefined)
      this.#streams.set(stream, {
        keys: new Set([key]),
        facts: this.#scope.facts === 'told' ? new Set([fact]) : new Set(),
      })
    else {
      known.keys.add(key)
      if (this.#scope.facts === 'told') known.facts.add(fact)
    }
    const bounds = this.#bounds.get(familyOf(stream))
    if (bounds === undefined) this.#bounds.set(familyOf(stream), { first: fact, last: fact })
    else if (fact < bounds.first) bounds.first = fact
    else if (fact > bounds.last) bounds.last = fact
  }

  /**
   * Whether the file speaks of a fact. With names in it that nobody knows, it is taken to speak only of the actors that
   * it was understood to name.
   */
  speaksOf(stream: string, key: string, fact: string, unmatched: boolean): boolean {
    const told = this.#streams.get(stream)
    if (told === undefined && (this.#scope.streams === 'named' || !this.#bounds.has(familyOf(stream)))) return false
    if (unmatched && told?.keys.has(key) !== true) return false
    if (this.#scope.facts === 'all') return true
    if (this.#scope.facts === 'told') return told?.facts.has(fact) === true
    const bounds = this.#bounds.get(familyOf(stream))
    return bounds !== undefined && bounds.first <= fact && fact <= bounds.last
  }

  /**
   * The streams beside those that the file names which it speaks of, too: one for each actor, whether there is such a
   * stream or not.
   */
  beside(actors: readonly string[]): readonly string[] {
    if (this.#scope.streams === 'named') return []
    return [...this.#bounds.keys()]
      .flatMap((family) => actors.map((actor) => `${family}${actor}`))
      .filter((stream) => !this.#streams.has(stream))
  }
}
