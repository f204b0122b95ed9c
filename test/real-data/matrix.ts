import { groupBy } from '../../src/common/group-by.ts'
import { lazily } from '../../src/common/lazily.ts'
import { plainCsv, plainRows } from './plain-csv.ts'

/** A state-year of the COW IGO matrix: the code of its standing in every organisation. */
export interface StateYear {
  readonly ccode: string
  readonly year: number
  readonly cells: readonly string[]
}

export interface Matrix {
  readonly igos: readonly string[]
  readonly rows: readonly StateYear[]
}

export const readMatrix = (): Matrix => {
  const [header = [], ...rows] = plainCsv('cow_igo/igo_state_year_wide.csv.gz')
  return {
    igos: header.slice(3),
    rows: rows.map(([ccode = '', year = '', , ...cells]) => ({ ccode, year: Number(year), cells })),
  }
}

/** How often a state-year has each code: 1 full, 2 associate, 3 observer, -9 unknown. */
export const countsOf = ({ cells }: StateYear) => {
  const count = (code: string) => cells.filter((cell) => cell === code).length
  return { full: count('1'), associate: count('2'), observer: count('3'), unknown: count('-9') }
}

/** Physical integrity, 0 to 8, by year and COW code. CIRIGHTS gives Serbia 342 beside an emptying row of 345. */
const physint = lazily(() => {
  const rated = plainRows('hr_scores/cirights_v1_1981_2020.csv').filter((row) => row['physint_sum'] !== '')
  return groupBy(rated, (row) => Number(row['year']))
})

const physintOf = (year: number): ReadonlyMap<string, number> =>
  new Map(
    (physint().get(year) ?? []).map((row) => [
      row['cow'] === '342' || row['cow'] === '342.0' ? '345' : String(Number(row['cow'])),
      Number(row['physint_sum']),
    ]),
  )

/**
 * The exposure of every state in one year, straight from the definitions and with nothing shared with the kernel: mm,
 * the mean over organisations of the mean score of the other rated full members; dc, the mean over pairs of
 * (organisation, other rated full member).
 */
export const exposureByHand = (
  { igos, rows }: Matrix,
  year: number,
): ReadonlyMap<string, { mm: number | null; dc: number | null }> => {
  const scores = physintOf(year)
  const ofYear = rows.filter((row) => row.year === year)
  const rated = igos.map((_, o) =>
    ofYear.flatMap(({ ccode, cells }) => {
      const score = cells[o] === '1' ? scores.get(ccode) : undefined
      return score === undefined ? [] : [{ ccode, score }]
    }),
  )
  const mean = (numbers: readonly number[]) =>
    numbers.length === 0 ? null : numbers.reduce((total, number) => total + number, 0) / numbers.length
  return new Map(
    ofYear.map(({ ccode, cells }) => {
      const met = rated
        .filter((_, o) => cells[o] === '1')
        .map((all) => all.filter((other) => other.ccode !== ccode).map(({ score }) => score))
        .filter((partners) => partners.length > 0)
      return [ccode, { mm: mean(met.map((partners) => mean(partners) as number)), dc: mean(met.flat()) }]
    }),
  )
}
