import { groupBy } from '../../common/group-by.ts'
import { formatDay } from '../../time/day.ts'
import type { Draft, HoldersOf, Importer, OpenFile, Reference, Yield } from '../importer/draft.ts'
import { yearsText } from '../importer/years.ts'
import { breaksOf } from '../tables/code-breaks.ts'
import { Bad, cellOf, codeOf, meaningIn, yearOf, type Row } from '../tables/table-cell.ts'

/** The columns of a form in which the memberships are about; a row of one year has the same column twice. */
interface Columns {
  readonly igo: string
  readonly state: string
  readonly standing: string
  readonly first: string
  readonly last: string
}

/**
 * MIGO, memberships of informal organisations: a row where a state belongs to one, and none where it does not.
 *
 * 1 full member, 2 associate (Cuba in COOMET), 3 observer (Papua New Guinea in ASEAN until 2008): codes, as those of
 * COW IGO are. A run of years with the same code is one observation. A run that reaches into the year in which its
 * number begins to mean another state is broken there.
 *
 * Many of its ids are those of other organisations in COW IGO: they are of a scheme of their own. What the catalogue
 * has under such an id, as the G7, is the same body; any other is `migo-` and the id.
 */
const migoBy = (
  columns: Columns,
  form: Pick<Importer, 'name' | 'reads' | 'header' | 'lacks'> & { download: string },
): Importer => ({
  name: form.name,
  reads: form.reads,
  order: 48,
  header: form.header,
  ...(form.lacks !== undefined && { lacks: form.lacks }),
  release: {
    id: `${form.name}-2022`,
    citation:
      'Roger, Charles B. and Sam S. Rowan. 2022. The New Terrain of Global Governance: Mapping ' +
      'Membership in Informal ' +
      'International Organizations. Journal of Conflict Resolution 67(6); data, doi 10.7910/DVN/8CYXX5',
    series: form.name,
    version: '2022',
    kind: 'dataset',
    published: '2022',
    licence: 'CC BY 4.0 (package manyios); cite the authors',
    redistributable: 'yes',
  },
  about: { download: form.download, covers: '244 informal organisations and 195 states by year, 1925 to 2010' },
  vanished: 'retract',
  scope: { streams: 'named', facts: 'all' },
  // No row: no member. Of states that it never lists nobody can tell whether they were looked at.
  claims: () => [
    {
      organisations: 'named',
      actors: 'named',
      classes: ['membership'],
      from: `${years[0]}-01-01`,
      through: `${years[1]}-12-31`,
    },
  ],
  unmatched: 'stop',
  rows: (file, holdersOf = () => []) => memberships(file, columns, holdersOf),
})

/** As it was packaged: one row a state and year. Begin and End are those of the state, and are not read. */
export const migo = migoBy(
  { igo: 'igoID', state: 'cowID', standing: 'membership', first: 'Year', last: 'Year' },
  {
    name: 'migo',
    reads: 'Roger and Rowan, memberships of informal organisations (MIGO): one row per state and year',
    header: ['igoID', 'stateID', 'StateName', 'membership', 'Year', 'cowID'],
    download: 'data/memberships.rda of github.com/globalgov/manyios, table MIGO, saved as CSV',
  },
)

/** The same as runs of years. */
export const migoSpells = migoBy(
  { igo: 'igo', state: 'ccode', standing: 'value', first: 'start_year', last: 'end_year' },
  {
    name: 'migo-spells',
    reads: 'Roger and Rowan, memberships of informal organisations (MIGO): one row per run of years of a state',
    header: ['igo', 'ccode', 'value', 'start_year', 'end_year'],
    // COW IGO as runs of years has the same columns, and this one.
    lacks: ['stateabb'],
    download: 'The rows of MIGO, joined where years follow each other with the same value',
  },
)

/** The first and the last year of the release. */
const years = [1925, 2010] as const

const codes: Readonly<Record<string, string>> = { '1': 'full', '2': 'associate', '3': 'observer' }

interface Run {
  readonly rows: readonly [first: number, last: number]
  readonly igo: string
  readonly state: string
  readonly code: string
  readonly first: number
  readonly last: number
}

async function* memberships(file: OpenFile, columns: Columns, holdersOf: HoldersOf): AsyncGenerator<Yield> {
  const told: Run[] = []
  for await (const row of file.records()) {
    const run = runOf(row, columns)
    if (run instanceof Bad) yield run.at(row.row)
    else told.push(run)
  }
  for (const ofIgo of groupBy(told, ({ igo }) => igo).values()) {
    yield* definition(ofIgo, columns)
    for (const ofState of groupBy(ofIgo, ({ state }) => state).values()) {
      const { runs, skips } = joined(ofState)
      yield* skips
      for (const run of runs) yield* broken(run, holdersOf).map((part) => observed(part, columns))
    }
  }
}

const runOf = (row: Row, columns: Columns): Run | Bad => {
  const [igo, state] = [cellOf(row, columns.igo), codeOf(cellOf(row, columns.state))]
  const standing = codeOf(cellOf(row, columns.standing))
  const [first, last] = [yearOf(row, columns.first), yearOf(row, columns.last)]
  const code = meaningIn(codes, standing)
  if (!/^\w+$/.test(igo)) return new Bad(columns.igo, igo, 'the id of an organisation, such as G7')
  if (!/^\d+$/.test(state)) return new Bad(columns.state, state, 'a COW state number')
  if (code === undefined) return new Bad(columns.standing, standing, `one of ${Object.keys(codes).join(', ')}`)
  if (first instanceof Bad) return first
  if (last instanceof Bad) return last
  if (last < first) return new Bad(columns.last, String(last), `a year not before ${first}`)
  return { rows: [row.row, row.row], igo: igo.toLowerCase(), state, code, first, last }
}

/** Runs of one state in one organisation, joined where years follow each other with the same code. */
const joined = (told: readonly Run[]): { readonly runs: readonly Run[]; readonly skips: readonly Yield[] } => {
  const runs: Run[] = []
  const skips: Yield[] = []
  for (const run of told.toSorted((a, b) => a.first - b.first)) {
    const before = runs.at(-1)
    if (before !== undefined && run.first <= before.last) {
      const isSame = run.code === before.code && run.last <= before.last
      skips.push({ rows: run.rows, skipped: isSame ? 'repeated' : 'contradicted' })
    } else if (before?.last === run.first - 1 && before.code === run.code)
      runs.splice(-1, 1, { ...before, rows: across(before.rows, run.rows), last: run.last })
    else runs.push(run)
  }
  return { runs, skips }
}

const across = (a: Run['rows'], b: Run['rows']): Run['rows'] => [Math.min(a[0], b[0]), Math.max(a[1], b[1])]

/** A run, cut where its number begins to mean another state: a number with a year is read as of that year's end. */
const broken = (run: Run, holdersOf: HoldersOf): readonly Run[] => {
  const cuts = breaksOf({ scheme: 'cow', code: run.state }, {}, holdersOf('cow', run.state))
    .map(({ on }) => Number(formatDay(on).slice(0, 4)))
    .filter((year) => run.first < year && year <= run.last)
  const firsts = [run.first, ...cuts]
  return firsts.map((first, index) => ({ ...run, first, last: (firsts[index + 1] ?? run.last + 1) - 1 }))
}

const igoOf = ({ igo }: Run): Reference => ({ scheme: 'migo', code: igo })

/** It is there by the first year in which somebody belongs to it: when it was founded, the data do not say. */
const definition = (ofIgo: readonly Run[], columns: Columns): readonly Draft[] => {
  const first = ofIgo.reduce((a, b) => (b.first < a.first ? b : a))
  const igo = igoOf(first)
  const common = { rows: first.rows, stream: ['igo', igo], locator: `${first.igo.toUpperCase()}, ${columns.igo}` }
  return [
    {
      ...common,
      type: 'IgoFounded',
      occurred: `../${yearsText(first.first, first.first)}`,
      fact: 'founded',
      references: { igo },
      data: { name: first.igo.toUpperCase(), formality: 'informal' },
    },
    {
      ...common,
      type: 'IdentifierMapped',
      fact: 'code/migo',
      references: {},
      data: { scheme: igo.scheme, code: igo.code },
    },
  ]
}

const observed = (run: Run, columns: Columns): Draft => ({
  rows: run.rows,
  stream: ['igo', igoOf(run)],
  type: 'MembershipObserved',
  occurred: yearsText(run.first, run.last),
  fact: `observed/${run.first}`,
  references: { actor: { scheme: 'cow', code: run.state, year: run.first } },
  data: { code: run.code, firstYear: run.first, lastYear: run.last },
  locator: `${run.igo.toUpperCase()}, ${columns.state} ${run.state}`,
})
