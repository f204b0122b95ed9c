import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Numbers of no meaning, the same each time. */
const scrambled = (state: number, year: number, by: readonly [number, number, number], under: number): number =>
  (state * by[0] + (year - 1989) * by[1] + state * (year - 1989) * by[2]) % under

interface StateYear {
  readonly state: string
  readonly cow: number
  readonly year: number
}

const years = [1989, 1990, 1991, 1992, 1993, 1994]
const ordinary = Array.from({ length: 12 }, (_, i) => i + 2)

/** Twelve states, and two whose COW number and identity part: one number under two states, one state under two. */
const stateYears: readonly StateYear[] = [
  ...ordinary.flatMap((cow) => years.map((year) => ({ state: `s${cow}`, cow, year }))),
  ...years.map((year) => ({ state: year < 1992 ? 'yug' : 'srb', cow: 345, year })),
  ...years.map((year) => ({ state: 'deu', cow: year < 1990 ? 260 : 255, year })),
]

/** What is not known: an exposure of one year, a score of one year, polity2 of a state throughout. */
const isUnknown = (column: string, { cow, year }: StateYear): boolean =>
  (column === 'mm' && cow === 2 && year === 1990) ||
  (column === 'physint' && cow === 3 && year === 1992) ||
  (column === 'polity2' && cow === 4)

const values: Readonly<Record<string, (state: number, year: number) => number>> = {
  physint: (state, year) => Math.floor(scrambled(state, year, [37, 53, 29], 100) / 25),
  polity2: (state, year) => scrambled(state, year, [7, 3, 1], 21) - 10,
  theta: (state, year) => scrambled(state, year, [41, 23, 13], 97) / 32,
  mm: (state, year) => scrambled(state, year, [61, 17, 7], 90) / 16,
  dc: (state, year) => scrambled(state, year, [19, 31, 11], 80) / 16,
}
const columns = Object.keys(values)

/** The two tables of the study, of this small world, in a folder of tables: one alone, one in its package. */
export const writeSmallWorld = (folder: string): void => {
  const lines = stateYears.map((one) =>
    [
      one.state,
      one.cow,
      one.year,
      ...columns.map((column) => (isUnknown(column, one) ? '' : values[column]!(one.cow, one.year))),
    ].join(','),
  )
  const text = `${['state', 'cow', 'year', ...columns].join(',')}\n${lines.join('\n')}\n`
  mkdirSync(join(folder, 'company'), { recursive: true })
  writeFileSync(join(folder, 'cow-matrix.csv'), text)
  writeFileSync(join(folder, 'company', 'data.csv'), text)
}
