import { columnInWords } from '../codebook.ts'
import type { TableCell } from '../../queries/question/question.ts'
import { licenceWords } from '../terms.ts'
import { sourcesOfColumn, type PackagedColumn, type PackageOf } from './package-of.ts'
import { reasonsOf } from './tally.ts'

/** A column as the codebook tells it: a sentence, and facts with a word before each. */
export interface CodebookEntry {
  readonly name: string
  readonly type: string
  readonly says: string
  readonly facts: readonly (readonly [term: string, told: string])[]
}

/** So many sources that are cited in full stand with a column; the list of sources has all of them. */
const mostInFull = 3

const cellText = (cell: TableCell | undefined): string => (cell === null || cell === undefined ? '' : String(cell))

const counts = (values: ReadonlyMap<string, number>): string =>
  [...values].map(([value, count]) => `${value} ${count}`).join(', ')

const missingText = (of: PackageOf, name: string, missing: number): string => {
  const reasons = reasonsOf(of.columns, of.table, name)
  return reasons === undefined || reasons.size === 0 ? String(missing) : `${missing}: ${counts(reasons)}`
}

const sourcesText = (of: PackageOf, column: PackagedColumn): string => {
  const all = sourcesOfColumn(of, column)
  const told = all.filter(({ isRegistered }) => isRegistered)
  const inFull = all.filter(({ isRegistered }) => !isRegistered)
  const shown = [...told, ...inFull.slice(0, mostInFull)].map(
    (one) => `${one.id} (${one.version === undefined ? '' : `version ${one.version}; `}${licenceWords(one)})`,
  )
  const more = inFull.length - mostInFull
  return [...shown, ...(more > 0 ? [`${more} more that are cited in full`] : [])].join('; ')
}

const lagText = ({ asked = {} }: PackagedColumn): string | undefined => {
  const inner = Object.values(asked).find((value) => typeof value === 'object' && value !== null && 'lag' in value)
  const lag = asked['lag'] ?? (inner as { readonly lag?: unknown } | undefined)?.lag
  if (lag !== undefined) return `${JSON.stringify(lag)} (years; with d, days)`
  return asked['lead'] === undefined ? undefined : `lead of ${JSON.stringify(asked['lead'])} years`
}

/** Whether a column stands beside the one that the recipe asks for: its reason, its bounds, its coverage. */
const isBeside = ({ name, asked }: PackagedColumn): boolean => asked !== undefined && asked['name'] !== name

const askedFact = (column: PackagedColumn): readonly [string, string] | undefined => {
  if (column.asked === undefined) return undefined
  return isBeside(column)
    ? ['stands beside', String(column.asked['name'])]
    : ['asked for as', JSON.stringify(column.asked)]
}

const entryOf = (of: PackageOf, column: PackagedColumn): CodebookEntry => {
  const index = of.columns.indexOf(column)
  const tally = of.table.columns[index]
  const lag = isBeside(column) ? undefined : lagText(column)
  const sources = isBeside(column) ? '' : sourcesText(of, column)
  const facts: (readonly [string, string] | undefined)[] = [
    askedFact(column),
    lag === undefined ? undefined : ['lag', lag],
    ['n', String(tally?.n ?? 0)],
    ['missing', missingText(of, column.name, tally?.missing ?? 0)],
    tally?.firstYear == null ? undefined : ['years with a value', `${tally.firstYear} to ${tally.lastYear}`],
    tally?.min == null ? undefined : ['least and most', `${tally.min} to ${tally.max}`],
    tally?.values === undefined || tally.values.size === 0 || column.asked === undefined
      ? undefined
      : ['values', counts(tally.values)],
    of.table.example === null ? undefined : ['example', cellText(of.table.example[index]) || '(empty)'],
    sources === '' ? undefined : ['rests on', `${sources}${column.isRaw ? '; values as published' : '; derived'}`],
  ]
  return {
    name: column.name,
    type: column.type,
    says: columnInWords(column),
    facts: facts.filter((fact) => fact !== undefined),
  }
}

/** Columns that say which row it is, and in what they are named. */
export const identifiersOf = (of: PackageOf): readonly CodebookEntry[] =>
  of.columns.filter(({ asked }) => asked === undefined).map((column) => entryOf(of, column))

/** Columns that the recipe asks for. */
export const askedEntriesOf = (of: PackageOf): readonly CodebookEntry[] =>
  of.columns.filter(({ asked }) => asked !== undefined).map((column) => entryOf(of, column))
