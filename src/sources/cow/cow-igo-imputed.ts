import { igoReference } from './cow-igo-list.ts'
import { cowIgoRelease } from './cow-igo-release.ts'
import type { Draft, Importer, OpenFile, Yield } from '../importer/draft.ts'
import { Bad, cellOf, yearOf } from '../tables/table-cell.ts'
import { yearsText } from '../importer/years.ts'

/**
 * COW IGO, the years that upstream filled in: ioname, year. Before 1965 the sources were read every fifth year, so a
 * membership of an imputed year is a reading of another year. Consecutive years of one organisation are one assertion.
 */
export const cowIgoImputed: Importer = {
  name: 'cow-igo-imputed',
  reads: 'Correlates of War, intergovernmental organisations 3.0: years with imputed memberships',
  order: 41,
  header: ['ioname', 'year'],
  release: cowIgoRelease('cow-igo-imputed'),
  about: {
    download:
      'https://correlatesofwar.org/data-sets/IGOs/: the rows of the IGO-year format, version 3, that ' +
      'are flagged as imputed; or data/igo_year_format3.rda of github.com/dieghernan/igoR',
    covers: '1,388 years of organisations whose memberships were filled in',
  },
  vanished: 'retract',
  scope: { streams: 'named', facts: 'all' },
  namesItsOwn: true,
  unmatched: 'stop',
  rows: (file) => imputed(file),
}

interface Filled {
  readonly year: number
  readonly row: number
}

async function* imputed(file: OpenFile): AsyncGenerator<Yield> {
  const years = new Map<string, Filled[]>()
  for await (const row of file.records()) {
    const year = yearOf(row, 'year')
    const ioname = cellOf(row, 'ioname')
    if (year instanceof Bad) yield year.at(row.row)
    else if (ioname === '') yield new Bad('ioname', '', 'the COW name of an organisation').at(row.row)
    else years.set(ioname, [...(years.get(ioname) ?? []), { year, row: row.row }])
  }
  for (const [ioname, filled] of years) yield* runsOf(ioname, filled)
}

function* runsOf(ioname: string, filled: readonly Filled[]): Generator<Yield> {
  let run: Filled[] = []
  for (const next of filled.toSorted((a, b) => a.year - b.year)) {
    const last = run.at(-1)
    if (last?.year === next.year) {
      yield { rows: [next.row, next.row], skipped: 'repeated' }
      continue
    }
    if (last !== undefined && next.year !== last.year + 1) {
      yield draft(ioname, run)
      run = []
    }
    run.push(next)
  }
  if (run.length > 0) yield draft(ioname, run)
}

const draft = (ioname: string, run: readonly Filled[]): Draft => {
  const firstYear = (run[0] as Filled).year
  const lastYear = (run.at(-1) as Filled).year
  const rows = run.map(({ row }) => row)
  return {
    rows: [Math.min(...rows), Math.max(...rows)],
    stream: ['igo', igoReference(ioname)],
    type: 'MembershipsImputed',
    occurred: yearsText(firstYear, lastYear),
    fact: `imputed/${firstYear}`,
    references: {},
    data: { firstYear, lastYear },
    locator: `${ioname}, ${yearsText(firstYear, lastYear)}`,
  }
}
