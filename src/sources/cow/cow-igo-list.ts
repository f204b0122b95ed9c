import { igoFields } from '../../events/igo.ts'
import { cowIgoRelease } from './cow-igo-release.ts'
import type { Draft, Importer, OpenFile, Reference, Yield } from '../importer/draft.ts'
import { Bad, cellOf, codeOf, numberOf, type Row } from '../tables/table-cell.ts'

/**
 * COW IGO, the list of organisations: ioname (its lower-case form heads a column of the matrix), ionum: its number, by
 * which other data sets name it, orgname, longorgname,
 * sdate: year of founding, first_year and last_year in the data, dead and deaddate, accuracy_pre1965: how well the
 * readings before 1965 are known.
 *
 * integrated and replaced say that something took the place of a dead organisation, never what: no successor is made
 * up.
 */
export const cowIgoList: Importer = {
  name: 'cow-igo-list',
  reads: 'Correlates of War, intergovernmental organisations 3.0: list of organisations',
  order: 30,
  header: [
    'ioname',
    'orgname',
    'longorgname',
    'sdate',
    'deaddate',
    'dead',
    'first_year',
    'last_year',
    'accuracy_pre1965',
  ],
  release: cowIgoRelease('cow-igo-list'),
  about: {
    download:
      'https://correlatesofwar.org/data-sets/IGOs/: the columns of the IGO-year format, version 3, ' +
      'once for each organisation; or data/igo_year_format3.rda of github.com/dieghernan/igoR',
    covers: '534 organisations: names, years, what became of them',
  },
  vanished: 'retract',
  scope: { streams: 'named', facts: 'all' },
  unmatched: 'stop',
  rows: (file) => organisations(file),
}

async function* organisations(file: OpenFile): AsyncGenerator<Yield> {
  const shared = await sharedNames(file)
  for await (const row of file.records()) {
    const igo = igoReference(cellOf(row, 'ioname'))
    if (igo.code === '') {
      yield new Bad('ioname', '', 'the COW name of an organisation').at(row.row)
      continue
    }
    const founded = yearIn(row, cellOf(row, 'sdate') === '' ? 'first_year' : 'sdate')
    const last = yearIn(row, 'last_year')
    const faults = [founded, last].filter((it) => it instanceof Bad)
    if (founded instanceof Bad || last instanceof Bad) {
      yield* faults.map((fault) => fault.at(row.row))
      continue
    }
    yield foundedDraft(row, igo, founded)
    yield* names(row, igo, shared)
    if (cellOf(row, 'dead') === '1') yield dissolvedDraft(row, igo, last)
  }
}

/** Organisations go by COW's name in lower case; the list writes it in upper or mixed case. */
export const igoReference = (ioname: string): Reference => ({ scheme: 'cow-igo', code: ioname.toLowerCase() })

const yearIn = (row: Row, column: string): number | Bad =>
  numberOf(column, cellOf(row, column), { range: [1, 9999], integer: true })

const common = (row: Row, igo: Reference, columns: string) => ({
  rows: [row.row, row.row] as const,
  stream: ['igo', igo],
  locator: `${cellOf(row, 'ioname')}, ${columns}`,
})

const foundedDraft = (row: Row, igo: Reference, year: number): Draft => {
  const [name, longName] = [cellOf(row, 'orgname'), cellOf(row, 'longorgname')]
  const accuracy = cellOf(row, 'accuracy_pre1965')
  const alive = cellOf(row, 'dead') !== '1' && cellOf(row, 'deaddate') !== ''
  const remarks = [
    ...(accuracy === '' || accuracy.startsWith('Not applicable') ? [] : [`Memberships before 1965: ${accuracy}.`]),
    ...(alive
      ? [`The list gives a last year (${Number(cellOf(row, 'deaddate'))}) but does not call the organisation dead.`]
      : []),
  ]
  return {
    ...common(row, igo, 'sdate'),
    type: 'IgoFounded',
    occurred: String(year),
    fact: 'founded',
    references: { igo },
    data: {
      name: name === '' ? cellOf(row, 'ioname') : name,
      ...(longName !== '' && longName !== name && { longName }),
      ...fieldsOf(row),
    },
    ...(remarks.length > 0 && { note: remarks.join(' ') }),
  }
}

/** political, social, economic: 1 where it is for that, 0 where it is not, empty where nobody coded it. */
const fieldsOf = (row: Row): { readonly fields?: string[] } => {
  const codes = igoFields.map((field) => codeOf(cellOf(row, field)))
  return codes.every((code) => code === '') ? {} : { fields: igoFields.filter((_field, index) => codes[index] === '1') }
}

/** The last year with memberships; a deaddate before it (ACCT) is kept as a note. */
const dissolvedDraft = (row: Row, igo: Reference, last: number): Draft => {
  const dead = Number(cellOf(row, 'deaddate'))
  const followed = ['replaced', 'integrated'].filter((flag) => cellOf(row, flag) === '1')
  const remarks = [
    ...(dead === last || dead === 0 ? [] : [`The list says ${dead}; its memberships go on to ${last}.`]),
    ...followed.map((flag) => `Flagged as ${flag}; the list does not say by what.`),
  ]
  return {
    ...common(row, igo, 'last_year'),
    type: 'IgoDissolved',
    occurred: String(last),
    fact: 'dissolved',
    references: {},
    data: { names: 'lastDayIn' },
    ...(remarks.length > 0 && { note: remarks.join(' ') }),
  }
}

function* names(row: Row, igo: Reference, shared: ReadonlySet<string>): Generator<Draft> {
  const mapped = (fact: string, scheme: string, code: string, column: string): Draft => ({
    ...common(row, igo, column),
    type: 'IdentifierMapped',
    fact,
    references: {},
    data: { scheme, code },
  })
  yield mapped('code/cow-igo', 'cow-igo', igo.code, 'ioname')
  const number = codeOf(cellOf(row, 'ionum'))
  if (number !== '') yield mapped('code/cow-igo-number', 'cow-igo-number', number, 'ionum')
  const [name, longName] = [cellOf(row, 'orgname'), cellOf(row, 'longorgname')]
  if (name !== '' && !shared.has(name)) yield mapped('name/short', 'name', name, 'orgname')
  if (longName !== '' && longName !== name && !shared.has(longName))
    yield mapped('name/long', 'name', longName, 'longorgname')
}

/**
 * Names that the list gives to two organisations (the Eastern Caribbean currency area and its central bank): they name
 * neither.
 */
const sharedNames = async (file: OpenFile): Promise<ReadonlySet<string>> => {
  const owners = new Map<string, string>()
  const shared = new Set<string>()
  for await (const row of file.records())
    for (const name of [cellOf(row, 'orgname'), cellOf(row, 'longorgname')]) {
      const owner = owners.get(name)
      if (owner !== undefined && owner !== cellOf(row, 'ioname')) shared.add(name)
      owners.set(name, cellOf(row, 'ioname'))
    }
  return shared
}
