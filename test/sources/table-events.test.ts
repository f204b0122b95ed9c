import { describe, expect, it } from 'vitest'
import { readMapping } from '../../src/sources/tables/read-mapping.ts'
import { tableImporter } from '../../src/sources/tables/table.ts'
import { imported } from './fixtures/written-table.ts'

const memberships = {
  kind: 'events',
  type: { column: 'act', codes: { join: 'MembershipStarted', leave: 'MembershipEnded', rumour: null } },
  stream: ['igo', { scheme: 'name', column: 'organisation', subject: 'igo' }],
  occurred: { year: 'year', month: 'month', day: 'day' },
  fact: '{act}/{number}',
  locator: '{organisation}, {state}',
  references: { actor: { scheme: 'iso3', column: 'state', year: 'year' } },
  data: {
    kind: { column: 'standing', codes: { member: 'full', guest: 'observer' }, optional: true },
    names: { constant: 'firstDayOut' },
  },
}
const importer = tableImporter(
  readMapping(
    {
      name: 'mine',
      reads: 'my memberships',
      release: { citation: 'Me. 2020. My table', series: 'mine', version: '1' },
      rows: memberships,
    },
    'my.json',
  ),
)
const read = (...rows: string[]) =>
  imported(importer, ['act,number,organisation,state,year,month,day,standing', ...rows].join('\n'))

describe('a table with one event a row', () => {
  it('takes type, stream, date, references and fields from columns and constants', async () => {
    expect(await read('join,1,Example Org,NAM,1990,4,23,member')).toEqual([
      {
        rows: [1, 1],
        stream: ['igo', { scheme: 'name', code: 'Example Org', subject: 'igo', on: '1990-04-23' }],
        type: 'MembershipStarted',
        occurred: '1990-04-23',
        fact: 'join/1',
        references: { actor: { scheme: 'iso3', code: 'NAM', year: 1990 } },
        data: { kind: 'full', names: 'firstDayOut' },
        locator: 'Example Org, NAM',
      },
    ])
  })
  it('is as precise as its cells, and leaves optional fields out', async () => {
    expect(await read('leave,1,Example Org,NAM,1999,,,')).toMatchObject([
      { type: 'MembershipEnded', occurred: '1999', data: { names: 'firstDayOut' } },
    ])
  })
  it('skips a row whose code is declared to be no act', async () => {
    expect(await read('rumour,1,Example Org,NAM,1999,,,')).toEqual([{ rows: [1, 1], skipped: 'not-an-act' }])
  })
  it.each([
    ['a code that the mapping does not know', 'wish,1,Example Org,NAM,1999,,,', 'act', 'one of join, leave, rumour'],
    ['no date', 'join,1,Example Org,NAM,,,,', 'year', 'a year, such as 1984'],
    [
      'a month that is none',
      'join,1,Example Org,NAM,1999,13,,',
      'month',
      'a whole number from 1 to 12; a part that is not known can be listed as "missing"',
    ],
    ['a value that the codes do not have', 'join,1,Example Org,NAM,1999,,,friend', 'standing', 'one of member, guest'],
    ['no state', 'join,1,Example Org,,1999,,,', 'state', 'a code or a name'],
  ])('reports %s, naming column and expectation', async (_, row, column, expected) => {
    expect(await read(row)).toContainEqual(expect.objectContaining({ rows: [1, 1], column, expected }))
  })
  it('reads whole numbers in their range', async () => {
    const sessions = tableImporter(
      readMapping(
        {
          name: 'sessions',
          reads: 'recommendations typed by hand',
          release: { citation: 'Me. 2020. My table', series: 'sessions', version: '1' },
          rows: {
            kind: 'events',
            type: 'UprRecommendationMade',
            stream: ['review', 'upr', { scheme: 'iso3', column: 'state' }],
            occurred: { column: 'year' },
            fact: 'recommendation/{session}',
            locator: '{state}',
            references: { actor: { scheme: 'iso3', column: 'state' } },
            data: { text: { column: 'text' }, session: { column: 'session', as: 'integer', range: [1, 99] } },
          },
        },
        'my.json',
      ),
    )
    expect(await imported(sessions, 'state,year,text,session\nNAM,2011,Ratify,7\nNAM,2011,Ratify,100')).toMatchObject([
      { data: { text: 'Ratify', session: 7 } },
      { rows: [2, 2], column: 'session', value: '100', expected: 'a whole number from 1 to 99' },
    ])
  })
  it('knows only event types that exist, and names the closest', () => {
    const typo = { ...memberships, type: 'MembershipStrated' }
    expect(() =>
      readMapping(
        { name: 'mine', reads: 'x', release: { citation: 'x', series: 'mine', version: '1' }, rows: typo },
        'my.json',
      ),
    ).toThrowError(/rows\.type: "MembershipStrated" is no event type .* Closest: MembershipStarted/)
  })
  it('names the field that is wrong also where there are several ways to write it', () => {
    const misdated = { ...memberships, occurred: { year: 'year', moon: 'month' } }
    expect(() =>
      readMapping(
        { name: 'mine', reads: 'x', release: { citation: 'x', series: 'mine', version: '1' }, rows: misdated },
        'my.json',
      ),
    ).toThrowError(/rows\.occurred: .*"moon"/)
  })
})

describe('a cell that JavaScript knows', () => {
  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('means nothing by itself: %s', async (cell) => {
    expect(await read(`${cell},1,Example Org,NAM,1990,4,23,member`)).toMatchObject([
      { column: 'act', value: cell, expected: 'one of join, leave, rumour' },
    ])
    expect(await read(`join,1,Example Org,NAM,1990,4,23,${cell}`)).toMatchObject([
      { column: 'standing', value: cell, expected: 'one of member, guest' },
    ])
  })
})
