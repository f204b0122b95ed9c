import { z } from 'zod'
import { byText } from '../../common/by-text.ts'
import { ALWAYS, addDays, FOREVER, formatBound, type Day } from '../../time/day.ts'
import type { Meaning, SubjectKind } from '../../names/names.ts'
import { nullableDay } from '../question/output-fields.ts'
import type { Snapshot } from '../question/snapshot.ts'

export const codesOut = z
  .record(z.string(), z.string())
  .describe('Its code on the day in each scheme in which it had one: cow, gw, iso3, …')

export const nameOut = z.string().describe('What it was called on the day')

const held = {
  from: nullableDay.describe('First day; null where it is from ever'),
  to: nullableDay.describe('Last day; null where it goes on'),
}
export const namesOut = z
  .array(z.object({ name: z.string(), ...held }))
  .describe('All that it was called, by whomever, and when')
export const codesOverTimeOut = z
  .array(z.object({ scheme: z.string(), code: z.string(), ...held }))
  .describe('Its codes in every scheme, and when')

const names = 'name'

/** Its codes on the world's day, by their schemes. */
export const codesThen = ({ names: known, asOf }: Snapshot, kind: SubjectKind, id: string): Record<string, string> => {
  const schemes = new Set(known.meaningsOf(kind, id).map(({ scheme }) => scheme))
  return Object.fromEntries(
    [...schemes].toSorted().flatMap((scheme) => {
      const code = scheme === names ? undefined : known.codeOf(kind, id, scheme, asOf)
      return code === undefined ? [] : [[scheme, code]]
    }),
  )
}

/** All by which it is found: its id, names and codes of any time. */
export const callings = ({ names: known }: Snapshot, kind: SubjectKind, id: string): readonly string[] => [
  id,
  known.nameOf(kind, id),
  ...known.meaningsOf(kind, id).map(({ code }) => code),
]

const daysOf = ({ from, to }: { readonly from: Day; readonly to: Day }) => ({
  from: from <= ALWAYS ? null : formatBound(from),
  to: to >= FOREVER ? null : formatBound(addDays(to, -1)),
})

const inOrder = (meanings: readonly Meaning[]): readonly Meaning[] =>
  meanings.toSorted((a, b) => byText(a.scheme, b.scheme) || a.from - b.from || byText(a.code, b.code))

/** The names that it took, each with its days; none where it always had one. */
const taken = ({ names: known }: Snapshot, kind: SubjectKind, id: string) => {
  const over = known.namesOverTime(kind, id)
  return over.length < 2 ? [] : over.map(({ name, ...days }) => ({ name, ...daysOf(days) }))
}

/** Its names and its codes over time. A name that it took has the days on which it went by it. */
export const calledOverTime = (world: Snapshot, kind: SubjectKind, id: string) => {
  const { names: known } = world
  const all = inOrder(known.meaningsOf(kind, id))
  const own = known.nameOf(kind, id)
  const itself = kind === 'state' ? taken(world, kind, id) : []
  const spelt = all
    .filter(({ scheme, code }) => scheme === names && !itself.some(({ name }) => name === code))
    .map(({ code, ...days }) => ({ name: code, ...daysOf(days) }))
  const mapped = [...itself, ...spelt]
  return {
    names: mapped.some(({ name }) => name === own) ? mapped : [{ name: own, from: null, to: null }, ...mapped],
    codes: all
      .filter(({ scheme }) => scheme !== names)
      .map(({ scheme, code, ...days }) => ({ scheme, code, ...daysOf(days) })),
  }
}

/** Days in a terminal: `from 1992-04-27 to 2003-02-03`, `from ever`. */
export const daysText = ({ from, to }: { readonly from: string | null; readonly to: string | null }): string =>
  [from === null ? '' : `from ${from}`, to === null ? '' : `to ${to}`].filter((part) => part !== '').join(' ')
