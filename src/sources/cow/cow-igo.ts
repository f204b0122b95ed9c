import { badInput } from '../../common/error.ts'
import { cowIgoRelease, cowIgoYears } from './cow-igo-release.ts'
import type { BadRow, Draft, Importer, OpenFile, Reference, Yield } from '../importer/draft.ts'
import { yearsText } from '../importer/years.ts'

/**
 * COW IGO, state by year: ccode, year, state, then one column per organisation under its lower-case COW name.
 * 0 no member, 1 full member, 2 associate, 3 observer, -9 missing, -1 state or organisation not in existence that year.
 *
 * The numbers are codes, never added or averaged. A run of the same code over consecutive years is one observation; -1
 * is none. The first year of a run is a coded year, not an accession: what went before may be -9, or nothing at all.
 */
export const cowIgo: Importer = {
  name: 'cow-igo',
  reads: 'Correlates of War, intergovernmental organisations 3.0: state-year matrix of memberships',
  order: 40,
  header: ['ccode', 'year', 'state', 'un', 'lon'],
  release: cowIgoRelease('cow-igo'),
  about: {
    download: 'https://correlatesofwar.org/data-sets/IGOs/: state-year format, version 3 (CSV in a zip file)',
    covers: '534 organisations and 217 states by year, 1816 to 2014; before 1965 read every fifth year',
  },
  vanished: 'retract',
  scope: { streams: 'named', facts: 'all' },
  // Of a state that it lists it tells every year, -9 where it does not know; of others nothing.
  claims: () => [
    {
      organisations: 'named',
      actors: 'named',
      classes: ['membership'],
      from: `${cowIgoYears[0]}-01-01`,
      through: `${cowIgoYears[1]}-12-31`,
    },
  ],
  namesItsOwn: true,
  unmatched: 'stop',
  rows: (file) => runs(file),
}

const absent = '-1'
const codes: Readonly<Record<string, string>> = {
  '0': 'none',
  '1': 'full',
  '2': 'associate',
  '3': 'observer',
  '-9': 'unknown',
}

/** The columns before the first organisation. */
const stateColumns = ['ccode', 'year', 'state']

/**
 * Codes whose line of years belongs to more than one actor, and the years in which the next one begins. COW's state
 * list has 345 as one state from 1878 to today: Yugoslavia, by that code also before 1918 (Serbia) and after 1991 (the
 * Federal Republic, Serbia and Montenegro, Serbia). A code with a year is read as of that year's last day.
 */
const lineBreaks: Readonly<Record<string, readonly number[]>> = { '345': [1992] }

/** The state that is being read: what each of its columns last held, and since when. */
interface Line {
  readonly ccode: string
  readonly values: string[]
  readonly firstYears: number[]
  readonly firstRows: number[]
  year: number
  row: number
}

async function* runs(file: OpenFile): AsyncGenerator<Yield> {
  const igos = organisationsOf(file)
  const done = new Set<string>()
  let line: Line | undefined
  for await (const { row, cells } of file.arrays()) {
    const [ccode = '', yearCell = ''] = cells
    const year = Number(yearCell)
    if (!/^\d{1,4}$/.test(yearCell) || year < 1) {
      yield bad(row, 'year', yearCell, 'a year, such as 1984')
      continue
    }
    if (!/^\d+$/.test(ccode)) {
      yield bad(row, 'ccode', ccode, 'a COW state number')
      continue
    }
    if (line !== undefined && line.ccode !== ccode) {
      yield* closed(line, igos)
      done.add(line.ccode)
      line = undefined
    }
    if (done.has(ccode)) throw unsorted(file, row, `state ${ccode} comes back after another state`)
    if (line !== undefined && year <= line.year)
      throw unsorted(file, row, `state ${ccode} has ${year} after ${line.year}`)
    if (line !== undefined && (year !== line.year + 1 || lineBreaks[ccode]?.includes(year))) {
      yield* closed(line, igos)
      line = undefined
    }
    line ??= {
      ccode,
      values: igos.map(() => absent),
      firstYears: igos.map(() => year),
      firstRows: igos.map(() => row),
      year,
      row,
    }
    yield* advanced(line, cells, igos, year, row)
  }
  if (line !== undefined) yield* closed(line, igos)
}

/** Takes a row in: a column that holds another value than before ends its run and begins one. */
function* advanced(
  line: Line,
  cells: readonly string[],
  igos: readonly string[],
  year: number,
  row: number,
): Generator<Yield> {
  let exists = false
  for (const [index, igo] of igos.entries()) {
    const cell = cells[index + stateColumns.length] as string
    const known = cell === absent || Object.hasOwn(codes, cell)
    if (!known) yield bad(row, igo, cell, `one of ${Object.keys(codes).join(', ')}, ${absent}`)
    const value = known ? cell : absent
    if (cell !== absent) exists = true
    if (value === line.values[index]) continue
    if (line.values[index] !== absent) yield observed(line, index, igo)
    line.values[index] = value
    line.firstYears[index] = year
    line.firstRows[index] = row
  }
  line.year = year
  line.row = row
  if (!exists) yield { rows: [row, row], skipped: 'not-in-system' }
}

function* closed(line: Line, igos: readonly string[]): Generator<Yield> {
  for (const [index, igo] of igos.entries()) if (line.values[index] !== absent) yield observed(line, index, igo)
}

const observed = (line: Line, index: number, igo: string): Draft => {
  const firstYear = line.firstYears[index] as number
  const actor: Reference = { scheme: 'cow', code: line.ccode, year: firstYear }
  return {
    rows: [line.firstRows[index] as number, line.row],
    stream: ['igo', { scheme: 'cow-igo', code: igo }],
    type: 'MembershipObserved',
    occurred: yearsText(firstYear, line.year),
    fact: `observed/${firstYear}`,
    references: { actor },
    data: { code: codes[line.values[index] as string] as string, firstYear, lastYear: line.year },
    locator: `ccode ${line.ccode}, column ${igo}`,
  }
}

const organisationsOf = (file: OpenFile): readonly string[] => {
  if (stateColumns.every((column, index) => file.header[index] === column))
    return file.header.slice(stateColumns.length)
  throw badInput(
    'missing-column',
    `The table begins with ${file.header.slice(0, 3).join(', ')}. Expected ` +
      `${stateColumns.join(', ')}, then one column per organisation.`,
    {
      where: `${file.name}, line 1`,
    },
  )
}

const bad = (row: number, column: string, value: string, expected: string): BadRow => ({
  rows: [row, row],
  column,
  value,
  expected,
})

const unsorted = (file: OpenFile, row: number, what: string) =>
  badInput('unsorted-table', `Row ${row}: ${what}. Expected the rows of a state together, year after year.`, {
    where: file.name,
    hint: 'Sort the table by ccode and year.',
  })
