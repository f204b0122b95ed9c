import { closest } from '../closest.ts'
import { notFound } from '../error.ts'
import { firstDayOfYear, type Day } from '../time/day.ts'
import { normaliseName } from './normalise.ts'

export type SubjectKind = 'state' | 'treaty' | 'igo' | 'norm'

/** A code or a name that means a subject on the days [from, to). */
export interface Meaning {
  readonly scheme: string
  readonly code: string
  readonly kind: SubjectKind
  readonly subject: string
  readonly from: Day
  readonly to: Day
}

export interface Subject {
  readonly kind: SubjectKind
  readonly id: string
  readonly name: string
}

/** On which day, or in which year, a code is read. Without either: any day, where it means only one subject. */
export interface When {
  readonly day?: Day | undefined
  readonly year?: number | undefined
}

const words: Record<SubjectKind, string> = { state: 'actor', treaty: 'treaty', igo: 'organisation', norm: 'norm' }

/** Ids, codes and names of actors, treaties, organisations and norms, each for the days on which it means one. */
export class Names {
  readonly #subjects: ReadonlyMap<string, Subject>
  readonly #byScheme = new Map<string, Meaning[]>()
  readonly #byName = new Map<string, Meaning[]>()
  readonly #codes = new Map<string, Meaning[]>()

  constructor(subjects: Iterable<Subject>, meanings: Iterable<Meaning>) {
    this.#subjects = new Map([...subjects].map((subject) => [`${subject.kind} ${subject.id}`, subject]))
    for (const meaning of meanings) {
      add(this.#byScheme, `${meaning.kind} ${meaning.scheme} ${normaliseName(meaning.code)}`, meaning)
      add(this.#byName, `${meaning.kind} ${normaliseName(meaning.code)}`, meaning)
      add(this.#codes, `${meaning.kind} ${meaning.subject}`, meaning)
    }
  }

  /** A subject by its own id. */
  subject(kind: SubjectKind, id: string): Subject | undefined {
    return this.#subjects.get(`${kind} ${id}`)
  }

  subjects(kind: SubjectKind): readonly Subject[] {
    return [...this.#subjects.values()].filter((subject) => subject.kind === kind)
  }

  nameOf(kind: SubjectKind, id: string): string {
    return this.subject(kind, id)?.name ?? id
  }

  /** The id that a code of a scheme means, or undefined. `id` is our own scheme; a code with a year means its last holder in that year. */
  find(kind: SubjectKind, scheme: string, code: string, when: When = {}): string | undefined {
    if (scheme === 'id') return this.subject(kind, code)?.id
    const meanings = this.#byScheme.get(`${kind} ${scheme} ${normaliseName(code)}`)
    return meanings === undefined ? undefined : pick(meanings, when)
  }

  /** The id that a user's word means: an id, else a code or a name in any scheme; undefined where it means none, or several. */
  lookUp(kind: SubjectKind, word: string, when: When = {}): string | undefined {
    const id = word.toLowerCase()
    if (this.subject(kind, id) !== undefined) return id
    const meanings = this.#byName.get(`${kind} ${normaliseName(word)}`)
    if (meanings === undefined) return undefined
    return pick(meanings, when) ?? only(meanings)
  }

  /** As `lookUp`, but throws `unknown-actor`, `unknown-treaty`, … naming the closest. */
  require(kind: SubjectKind, word: string, when: When = {}): string {
    const id = this.lookUp(kind, word, when)
    if (id !== undefined) return id
    throw notFound(`unknown-${words[kind]}`, `"${word}" is no ${words[kind]} that normtrail knows.`, {
      hint: this.hint(kind, word),
    })
  }

  /** The nearest names, in words. */
  hint(kind: SubjectKind, word: string): string {
    if (this.#subjects.size === 0) return 'The log is empty. Load something first: `normtrail import bundled`.'
    const spellings = new Map<string, string>()
    for (const subject of this.subjects(kind)) spellings.set(subject.name, subject.id)
    for (const [key, meanings] of this.#codes)
      if (key.startsWith(`${kind} `))
        for (const { scheme, code, subject } of meanings) if (scheme === 'name') spellings.set(code, subject)
    const near = closest(word, spellings.keys()).map((name) => `${name} (${spellings.get(name)})`)
    return near.length === 0 ? `No known ${words[kind]} is spelt like it.` : `Closest: ${near.join(', ')}.`
  }

  /** The code of a subject in a scheme on a day, or undefined. */
  codeOf(kind: SubjectKind, id: string, scheme: string, day: Day): string | undefined {
    return this.#codes
      .get(`${kind} ${id}`)
      ?.find((meaning) => meaning.scheme === scheme && meaning.from <= day && day < meaning.to)?.code
  }
}

const add = (map: Map<string, Meaning[]>, key: string, meaning: Meaning): void => {
  const known = map.get(key)
  if (known === undefined) map.set(key, [meaning])
  else known.push(meaning)
}

const only = (meanings: readonly Meaning[]): string | undefined => {
  const subjects = new Set(meanings.map(({ subject }) => subject))
  return subjects.size === 1 ? meanings[0]?.subject : undefined
}

/** Whom the code means on the day, or last in the year; a code that never meant anybody else also means its subject outside its days. */
const pick = (meanings: readonly Meaning[], { day, year }: When): string | undefined => {
  if (day !== undefined) {
    const holding = meanings.filter((meaning) => meaning.from <= day && day < meaning.to)
    return only(holding.length > 0 ? holding : meanings)
  }
  if (year !== undefined) {
    const within = meanings.filter(
      (meaning) => meaning.from < firstDayOfYear(year + 1) && firstDayOfYear(year) < meaning.to,
    )
    const latest = Math.max(...within.map((meaning) => meaning.to))
    return only(within.length > 0 ? within.filter((meaning) => meaning.to === latest) : meanings)
  }
  return only(meanings)
}
