import { parquetMetadata } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { questions } from '../../src/queries/index.ts'
import type { ColumnType } from '../../src/queries/question/columns.ts'
import { tableOf, type AnswerTable } from '../../src/queries/question/question.ts'
import { parquetFile } from '../exports/parquet-file.ts'
import { theBundledCase } from '../support/a-workspace-of.ts'

const { ask } = theBundledCase()

/**
 * The types of the Parquet format (apache/parquet-format, LogicalTypes.md) for the kinds of cells that a question
 * declares.
 */
const parquetTypes: Readonly<Record<ColumnType, string>> = {
  string: 'BYTE_ARRAY UTF8',
  int: 'INT32',
  double: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'INT32 DATE',
}
const schemaOf = async (table: AnswerTable): Promise<readonly string[]> =>
  parquetMetadata(await parquetFile(table))
    .schema.slice(1)
    .map(({ name, type, converted_type: converted }) => [name, type, converted].filter(Boolean).join(' '))

const years = { from: '1985', to: '1996' }
const asked: Readonly<Record<string, readonly object[]>> = {
  world: [{ subject: 'torture' }, { subject: 'cat', system: 'un' }],
  'spells status': [{ subject: 'torture' }, { subject: 'cat', system: 'un' }, { subject: 'istanbul', state: 'tur' }],
  'spells scores': [{ state: 'tur' }, { score: 'cirights:physint' }, { score: 'pts:amnesty', state: 'usa' }],
  'spells memberships': [{ state: 'usa', formality: 'all' }, { igo: 'coe' }, { igo: 'unesco', state: 'usa' }],
  timeline: [{ state: 'tur' }, { state: 'usa', subject: 'torture' }],
  treaty: [{ treaty: 'cat' }],
  reservations: [{ treaty: 'cedaw' }],
  memberships: [{ state: 'usa' }, { state: 'rus', igo: 'coe' }],
  members: [{ igo: 'coe' }],
  accession: [{ igo: 'coe' }, { igo: 'eu', state: 'gbr' }],
  exposure: [
    { state: 'usa', adoption: 'cat' },
    { state: 'chl', adoption: 'cat', channel: 'igo,advocacy', norm: 'torture' },
  ],
  'explain exposure-change': [{ state: 'bel', adoption: 'cat', since: '1990-12-31' }],
  pressure: [{ state: 'chl' }],
  boomerang: [{ state: 'usa', norm: 'landmines' }],
  spiral: [{ state: 'swe', norm: 'torture', score: 'pts:state' }],
  spread: [{ subject: 'torture' }, { subject: 'ottawa', system: 'un' }],
  contestation: [
    ...['objectors', 'legitimacy', 'absent'].map((part) => ({ norm: 'landmines', part })),
    ...['shallow', 'reservations', 'decoupling'].map((part) => ({
      norm: 'torture',
      part,
      score: 'cirights:physint',
    })),
  ],
  diff: [{ from: '9999-01-01' }],
  'panel status': [{ subject: 'torture', ...years }],
  'panel memberships': [years, { ...years, system: 'un' }],
  'panel scores': [{ score: 'cirights:physint', ...years, system: 'un' }],
  'panel exposure': [
    { ...years, adoption: 'cat' },
    { ...years, adoption: 'cat', lag: '0', formula: 'ti', system: 'gw' },
    { ...years, adoption: 'cat', cumulative: true },
    { ...years, adoption: 'cat', channel: 'igo,advocacy', norm: 'torture' },
  ],
  'panel event-history': [
    { subject: 'cat', system: 'un' },
    { subject: 'rome', system: 'un', channel: 'region,advocacy', norm: 'torture', score: 'pts:amnesty', spells: 'all' },
  ],
  'series exposure': [
    { state: 'deu', adoption: 'cat', from: '1989-06-01', to: '1990' },
    { state: 'deu', adoption: 'cat', from: '1990', to: '1990', channel: 'igo,region', lag: '0', formula: 'dc' },
  ],
  trends: [
    { score: 'cirights:physint,pts:amnesty', ...years, system: 'un', minYears: '2' },
    { score: 'cirights:physint,pts:amnesty', ...years, system: 'un', exposure: 'dc' },
  ],
  convergence: ['years', 'measures', 'members'].map((part) => ({
    igo: 'coe',
    score: 'pts:amnesty',
    ...years,
    system: 'un',
    part,
  })),
  influence: ['years', 'events', 'members'].map((part) => ({
    state: 'fin',
    igo: 'coe',
    score: 'pts:amnesty',
    ...years,
    part,
  })),
  'panel dyads': [{ from: '1990', to: '1991', system: 'un', states: 'aut,deu,fra,usa' }],
  events: [{ limit: '5000' }],
  states: [{ limit: '1000' }],
  state: [{ state: 'srb' }, { state: 'deu' }],
  organisations: [{ limit: '1000' }],
  treaties: [{ limit: '1000' }],
}

describe.each(questions.filter(({ table }) => table !== undefined))('the table of "$name"', (question) => {
  it(
    'has the declared types in Parquet with no rows and with those of the bundled case, ' +
      'and is empty only where it says so',
    async () => {
      for (const input of asked[question.name] ?? [{}]) {
        const table = tableOf(question, await ask(question.name, { ...input }, { asOf: '2020-01-01' }))
        const rows = [...table.rows]
        const declared = table.columns.map(({ name, type }) => `${name} ${parquetTypes[type]}`)
        expect(await schemaOf({ columns: table.columns, rows: [] })).toEqual(declared)
        expect(await schemaOf({ columns: table.columns, rows })).toEqual(declared)
        const unexplained = table.columns.filter(
          ({ empty }, index) => empty === undefined && rows.some((row) => (row[index] ?? '') === ''),
        )
        expect(unexplained.map(({ name }) => name)).toEqual([])
      }
    },
  )
})
