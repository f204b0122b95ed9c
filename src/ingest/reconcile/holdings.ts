import { createHash } from 'node:crypto'
import { canonicalJson, type JsonObject } from '../../events/json.ts'
import { groupBy } from '../../common/group-by.ts'
import { placeOf } from './assertions.ts'
import type { Candidate } from '../candidates/candidate.ts'

/** A fact, or every year from one to another: `1981` to `2011`. */
type Held = string | readonly [first: number, last: number]
/** Actors, and the facts that are held of each of them. */
type Group = readonly [actors: readonly string[], facts: readonly Held[]]
type Written = Readonly<Record<string, readonly Group[]>>

/** Bytes of facts in one event: well below the 1 MiB that one append to a server may hold. */
const bytesAnEvent = 250_000
/** Bytes of the actors, and of the facts, of one group. */
const bytesAGroup = 20_000

/**
 * What a file holds: the facts that it tells, by stream and actor, whether they were known or not. It says nothing of
 * what it tells of them.
 */
export class Holdings {
  readonly #streams = new Map<string, Set<string>>()
  /** Groups as they were written, of streams that nobody has asked about yet. */
  readonly #written = new Map<string, readonly Group[]>()

  /** Notes what the file tells. The registration of its release is no row of it. */
  told({ rows, stream, key, fact }: Pick<Candidate, 'rows' | 'stream' | 'key' | 'fact'>): void {
    if (rows[0] === 0) return
    const places = this.#placesOf(stream) ?? new Set()
    places.add(placeOf(key, fact))
    this.#streams.set(stream, places)
  }

  has(stream: string, key: string, fact: string): boolean {
    return this.#placesOf(stream)?.has(placeOf(key, fact)) === true
  }

  /** Whether some fact is held by both. */
  sharesWith(other: Holdings): boolean {
    for (const stream of [...this.#streams.keys(), ...this.#written.keys()]) {
      const places = other.#placesOf(stream)
      if (places === undefined) continue
      for (const place of this.#placesOf(stream) ?? []) if (places.has(place)) return true
    }
    return false
  }

  /** Takes in what an event tells. */
  read(holds: JsonObject): void {
    for (const [stream, groups] of Object.entries(holds as unknown as Written))
      this.#written.set(stream, [...(this.#written.get(stream) ?? []), ...groups])
  }

  /** The payloads of the events that tell it: the same for the same facts, in whatever order they came. */
  payloads(): readonly JsonObject[] {
    const streams = [...this.#streams.keys()].toSorted()
    const groups = streams.flatMap((stream) =>
      groupsOf(this.#streams.get(stream) ?? []).map((group): readonly [string, Group] => [stream, group]),
    )
    if (groups.length === 0) return []
    const hash = createHash('sha256')
    const parts: Record<string, Group[]>[] = []
    let bytes = Infinity
    for (const [stream, group] of groups) {
      const text = canonicalJson([stream, group])
      hash.update(text)
      bytes += Buffer.byteLength(text)
      if (bytes > bytesAnEvent) {
        parts.push({})
        bytes = Buffer.byteLength(text)
      }
      const part = parts.at(-1) as Record<string, Group[]>
      ;(part[stream] ??= []).push(group)
    }
    const digest = hash.digest('hex')
    return parts.map((holds, index) => ({
      digest,
      part: index + 1,
      parts: parts.length,
      holds: holds as unknown as JsonObject,
    }))
  }

  #placesOf(stream: string): Set<string> | undefined {
    const written = this.#written.get(stream)
    if (written === undefined) return this.#streams.get(stream)
    this.#written.delete(stream)
    const places = this.#streams.get(stream) ?? new Set()
    for (const [actors, facts] of written)
      for (const fact of facts.flatMap(factsOf)) for (const actor of actors) places.add(placeOf(actor, fact))
    this.#streams.set(stream, places)
    return places
  }
}

/** The facts of one stream: actors of whom the same is held stand together. */
const groupsOf = (places: Iterable<string>): readonly Group[] => {
  const byActor = groupBy(places, (place) => place.slice(0, place.indexOf('\n')))
  const held = [...byActor].map(([actor, ofActor]) => ({
    actor,
    facts: heldOf(ofActor.map((place) => place.slice(actor.length + 1))),
  }))
  const alike = groupBy(held, ({ facts }) => canonicalJson(facts))
  return [...alike]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, ofGroup]) => {
      const actors = slices(ofGroup.map(({ actor }) => actor).toSorted())
      return slices(ofGroup[0]?.facts ?? []).flatMap((facts) => actors.map((some): Group => [some, facts]))
    })
}

/** Facts in order; years that follow on one another as their first and last. */
const heldOf = (facts: readonly string[]): readonly Held[] => {
  const held: Held[] = []
  let run: [number, number] | undefined
  for (const fact of facts.toSorted()) {
    const year = /^[1-9]\d{3}$/.test(fact) ? Number(fact) : undefined
    if (year !== undefined && run !== undefined && year === run[1] + 1) run[1] = year
    else if (year === undefined) held.push(fact)
    else held.push((run = [year, year]))
  }
  return held
}

const factsOf = (held: Held): readonly string[] =>
  typeof held === 'string' ? [held] : Array.from({ length: held[1] - held[0] + 1 }, (_, at) => String(held[0] + at))

/** Items in slices of so few bytes that no group is near the size of an event. */
const slices = <T extends Held>(items: readonly T[]): readonly (readonly T[])[] => {
  const cut: T[][] = []
  let bytes = Infinity
  for (const item of items) {
    const size = Buffer.byteLength(String(item)) + 3
    bytes += size
    if (bytes > bytesAGroup) {
      cut.push([])
      bytes = size
    }
    cut.at(-1)?.push(item)
  }
  return cut
}
