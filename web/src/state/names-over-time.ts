import { dayWords } from '../words/days.ts'

/** A name, and the days on which it was used as far as a source says: null where none does. */
export interface Called {
  readonly name: string
  readonly from: string | null
  readonly to: string | null
}

/** The days on which the name in use ended, too: then the state did, and no name of it. */
const endsOf = (names: readonly Called[], now: string): ReadonlySet<string> =>
  new Set(names.flatMap(({ name, to }) => (name === now && to !== null ? [to] : [])))

/** What a state was called before, with the last day of each name: `called Zaire until 16 May 1997`. */
export const formerNames = (names: readonly Called[], now: string): readonly string[] => {
  const ends = endsOf(names, now)
  const seen = new Map<string, string>()
  for (const { name, to } of names)
    if (to !== null && name !== now && !ends.has(to) && !seen.has(to)) seen.set(to, name)
  return [...seen]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([to, name]) => `called ${name} until ${dayWords(to)}`)
}

/** Other names of which no source says when they were used, without those that only spell out the one in use. */
export const otherNames = (names: readonly Called[], now: string): readonly string[] => {
  const ends = endsOf(names, now)
  const undated = names.filter(({ to, name }) => (to === null || ends.has(to)) && name !== now)
  return [...new Set(undated.map(({ name }) => name))].filter((name) => !isSpelling(name, now))
}

/** The letters of a name without marks and order: `Viet Nam` and `Vietnam` are one. */
const lettersOf = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/[^a-z]/gi, '')
    .toLowerCase()
const isSpelling = (name: string, now: string): boolean =>
  lettersOf(name) === lettersOf(now) || /[,(]|^[A-Z]{2,4}$|^[a-z]+$/.test(name)
