import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clashOf, dateFormat, formatsOf } from '../../src/sources/tables/date-format.ts'
import type { BadRow } from '../../src/sources/importer/draft.ts'
import { readMapping } from '../../src/sources/tables/read-mapping.ts'
import { tableImporter } from '../../src/sources/tables/table.ts'
import { imported } from './fixtures/written-table.ts'
import { inShort } from './table-in-memory.ts'

const read = (format: string, cell: string, missing: readonly string[] = []) => {
  const reader = dateFormat(format)
  return typeof reader === 'string' ? reader : (reader(cell, new Set(missing)) ?? 'no date')
}

describe('a format of dates', () => {
  // Read by hand. The serials are those that Excel shows for these days.
  it.each([
    ['D.M.YYYY', '18.2.1986', '1986-02-18'],
    ['D.M.YYYY', '08.02.1986', '1986-02-08'],
    ['DD.MM.YYYY', '18.02.1986', '1986-02-18'],
    ['M/D/YYYY', '2/18/1986', '1986-02-18'],
    ['D MMM YYYY', '29 Jun 1999', '1999-06-29'],
    ['D MMM YYYY', '29 June 1999', '1999-06-29'],
    ['D MMM YYYY', '1 Sept. 1999', '1999-09-01'],
    ['D-MMM-YYYY', '29-JUN-1999', '1999-06-29'],
    ['MMMM D, YYYY', 'June 29, 1999', '1999-06-29'],
    ['MMM YYYY', 'May 1999', '1999-05'],
    ['YYYYMM', '198602', '1986-02'],
    ['YYYYMMDD', '19860218', '1986-02-18'],
    ['YYYY', '1986', '1986'],
    ['YYYY-MM-DD hh:mm:ss', '1986-02-18 00:00:00', '1986-02-18'],
    ['YYYY-MM-DD hh:mm:ss', '1986-02-18 23:59:59.123+02:00', '1986-02-18'],
    ['YYYY-MM-DDThh:mm:ss', '1986-02-18T00:00:00Z', '1986-02-18'],
    ['excel', '31461', '1986-02-18'],
    ['excel', '36526', '2000-01-01'],
    ['excel', '36526.75', '2000-01-01'],
    ['excel', '1', '1900-01-01'],
    ['excel', '59', '1900-02-28'],
    ['excel', '61', '1900-03-01'],
    ['excel-1904', '29999', '1986-02-18'],
    ['D.M.YYYY', '31.2.1986', 'no date'],
    ['D.M.YYYY', '1986-02-18', 'no date'],
    ['D.M.YYYY', '18.2.86', 'no date'],
    ['YYYYMM', '198613', 'no date'],
    ['D MMM YYYY', '29 Foo 1999', 'no date'],
    ['YYYY-MM-DD hh:mm:ss', '1986-02-18 25:00:00', 'no date'],
    ['excel', '60', 'no date'],
    ['excel', '0', 'no date'],
    // 8 June 1905 as a spreadsheet counts, and far more likely a year.
    ['excel', '1986', 'no date'],
    ['excel', '1986.5', '1905-06-08'],
    ['excel-1904', '2019', 'no date'],
  ])('%s: "%s" is %s', (format, cell, date) => expect(read(format, cell)).toBe(date))

  it('may lack parts that are said to be missing', () => {
    expect(read('YYYYMMDD', '19860200', ['00'])).toBe('1986-02')
    expect(read('YYYYMMDD', '19860000', ['00'])).toBe('1986')
    expect(read('YYYYMMDD', '19860200')).toBe('no date')
    for (const missing of ['0', '00']) {
      expect(read('YYYYMMDD', '19860200', [missing])).toBe('1986-02')
      expect(read('YYYYMM', '198600', [missing])).toBe('1986')
      expect(read('D.M.YYYY', '10.10.1986', [missing])).toBe('1986-10-10')
    }
    expect(read('D/M/YYYY', '0/0/1986', ['0'])).toBe('1986')
  })
  it.each([
    [['D/M/YYYY', 'M/D/YYYY'], '5/4/2003'],
    [['MM-DD-YYYY', 'YYYY', 'D-M-YYYY'], '04-05-2003'],
    [['YYYYMMDD', 'YYYYDDMM'], '20030405'],
  ])('%j are not read side by side: %s is two days', (formats, cell) => expect(clashOf(formats)).toContain(cell))
  it.each([
    [['D.M.YYYY', 'D MMM YYYY', 'YYYYMM', 'YYYY-MM-DD hh:mm:ss', 'excel']],
    [['D/M/YYYY', 'DD/MM/YYYY', 'MMM D, YYYY', 'D-M-YYYY', 'YYYY-M-D', 'YYYYMMDD', 'YYYY', 'MMMM YYYY']],
  ])('%j are', (formats) => expect(clashOf(formats)).toBeUndefined())
  it.each([
    ['dd.mm.yyyy', '"d" stands for nothing'],
    ['DD.MM.YY', '"Y" stands for nothing'],
    ['D.M', 'it has no year'],
    ['D YYYY', 'it has a day and no month'],
    ['YYYY YYYY', 'a part stands in it twice'],
    ['%Y-%m-%d', 'stands for nothing'],
  ])('%s is none: %s', (format, why) => expect(dateFormat(format)).toContain(why))

  it.each(['D.M.YYYY', 'D MMM YYYY', 'YYYYMMDD', 'D/M/YYYY', 'YYYY-MM-DD hh:mm:ss'])(
    '%s reads every day back that is written so',
    (format) => {
      const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
      fc.assert(
        fc.property(
          fc.date({
            min: new Date('1000-01-01T00:00:00Z'),
            max: new Date('2100-12-31T00:00:00Z'),
            noInvalidDate: true,
          }),
          (date) => {
            const iso = date.toISOString().slice(0, 10)
            const [year = '', month = '', day = ''] = iso.split('-')
            const written = format
              .replace('YYYY', year)
              .replace('MMM', names[Number(month) - 1] as string)
              .replace(/\bMM|MM(?=D|-)/, month)
              .replace(/DD/, day)
              .replace(/\bM\b(?!a|r)/, String(Number(month)))
              .replace(/\bD\b/, String(Number(day)))
              .replace('hh:mm:ss', '00:00:00')
            expect(read(format, written)).toBe(iso)
          },
        ),
      )
    },
  )
  it('is guessed from a cell', () => {
    expect(formatsOf('18.2.1986')).toEqual(['D.M.YYYY'])
    expect(formatsOf('2/3/1986')).toEqual(['D/M/YYYY', 'M/D/YYYY'])
    expect(formatsOf('31461')).toEqual(['excel'])
    expect(formatsOf('Feb 18 2019')).toEqual(['MMM D YYYY'])
    expect(formatsOf('2019-2-18')).toEqual(['YYYY-M-D'])
    expect(formatsOf('soon')).toEqual([])
  })
})

const mapped = (rows: object, more: object = {}) =>
  tableImporter(
    readMapping(
      { name: 'mine', reads: 'x', release: { citation: 'x', series: 'mine', version: '1' }, ...more, rows },
      'my.json',
    ),
  )
const acts = (more: object, mapping: object = {}) =>
  mapped(
    {
      kind: 'events',
      type: 'TreatyRatified',
      stream: ['treaty', 'cat'],
      fact: 'consent/1',
      locator: '{state}',
      references: { actor: { scheme: 'iso2', column: 'state' } },
      ...more,
    },
    mapping,
  )

describe('a column of dates', () => {
  it('tells of a cell in another format how the mapping can say so', async () => {
    const table = 'state,date\nFR,1986-02-18 00:00:00\nFR,18.2.1986\nFR,soon\nFR,18-Feb-86'
    const bad = (await imported(acts({ occurred: { column: 'date' } }), table)) as readonly BadRow[]
    expect(bad.map(({ expected }) => expected.replace(/^.*expression/, ''))).toEqual([
      '; a mapping can say that it is written as "YYYY-MM-DD hh:mm:ss"',
      '; a mapping can say that it is written as "D.M.YYYY"',
      '; cells without a date can be listed as "missing"',
      '; a year is written with four digits',
    ])
  })
  it('may be written in several ways, the first that fits', async () => {
    const importer = acts({ occurred: { column: 'date', format: ['D.M.YYYY', 'MMM YYYY', 'YYYY'] } })
    expect(inShort(await imported(importer, 'state,date\nFR,18.2.1986\nFR,May 1987\nFR,1988\nFR,1989-01-01'))).toEqual([
      'TreatyRatified consent/1 1986-02-18',
      'TreatyRatified consent/1 1987-05',
      'TreatyRatified consent/1 1988',
      'bad date',
    ])
  })
  it('has a format that can be read, or the mapping is refused', () =>
    expect(() => acts({ occurred: { column: 'date', format: 'dd/mm/yyyy' } })).toThrow(
      /rows\.occurred.*stands for nothing/s,
    ))
})

describe('cells that hold nothing', () => {
  it('make a row without a date no act where the mapping lists them, and a bad row where it does not', async () => {
    const table = 'state,date,force\nFR,1986-02-18,NA\nJP,NA,NA\nNA,2000-01-01,2000-02-01'
    const occurred = { column: 'date' }
    const importer = acts({ occurred, effective: { column: 'force' } })
    expect(inShort(await imported(importer, table))).toEqual([
      'bad force',
      'bad date',
      'bad force',
      'TreatyRatified consent/1 2000-01-01',
    ])
    const listing = acts({
      occurred: { ...occurred, missing: ['NA'] },
      effective: { column: 'force', missing: ['NA'] },
    })
    const yields = await imported(listing, table)
    expect(inShort(yields)).toEqual([
      'TreatyRatified consent/1 1986-02-18',
      'skipped not-an-act',
      'TreatyRatified consent/1 2000-01-01',
    ])
    expect(yields[2]).toMatchObject({ references: { actor: { code: 'NA' } }, effective: '2000-02-01' })
  })
  it('may be listed for the whole table, but for columns that say otherwise: NA is Namibia', async () => {
    const references = { actor: { scheme: 'iso2', column: 'state', missing: [] } }
    const importer = acts({ occurred: { column: 'date' }, references }, { missing: ['NA', '.'] })
    expect(inShort(await imported(importer, 'state,date\nNA,2000-01-01\nFR,.'))).toEqual([
      'TreatyRatified consent/1 2000-01-01',
      'skipped not-an-act',
    ])
  })
  it('keep the meaning that a score gives them', async () => {
    const importer = mapped(
      {
        kind: 'scores',
        rater: 'me',
        actor: { scheme: 'cow', column: 'c', otherwise: { scheme: 'name', column: 'n' }, missing: ['-9'] },
        year: 'y',
        direction: 'higher-is-better',
        missing: { NA: 'not-covered', '': 'not-rated' },
        indicators: [{ id: 'v', column: 'v' }],
      },
      { missing: ['NA'] },
    )
    const yields = await imported(importer, 'c,n,y,v\n2,x,1990,NA\n-9,France,1990,1')
    expect(yields).toMatchObject([
      { data: { reason: 'not-covered' } },
      { references: { actor: { scheme: 'name', code: 'France' } } },
    ])
  })
})

const spells = (more: object) =>
  mapped({ kind: 'spells', system: 'cow', actor: { scheme: 'cow', column: 'ccode' }, ...more })

describe('spells of real files', () => {
  it('have parts of dates that are missing: as precise as what is there', async () => {
    const parts = { missing: ['-9', '0'] }
    const importer = spells({
      start: { year: 'sy', month: 'sm', day: 'sd', ...parts },
      end: { year: 'ey', month: 'em', day: 'ed', ...parts },
      lastDay: '2016-12-31',
    })
    const table = 'ccode,sy,sm,sd,ey,em,ed\n40,1902,5,-9,1906,9,25\n40,1909,0,0,2016,12,31'
    expect(inShort(await imported(importer, table))).toEqual([
      'StateEntered cow-40/1/entered 1902-05',
      'StateEnded cow-40/1/ended 1906-09-25',
      'StateEntered cow-40/2/entered 1909',
    ])
  })
  it.each([
    ['', ['']],
    ['NA', ['NA']],
    ['.', ['NA', '.']],
  ])('go on where the end is "%s" and the mapping says so', async (cell, openEnd) => {
    const dates = { start: { column: 's' }, end: { column: 'e' } }
    const table = `ccode,s,e\n20,1920-01-10,${cell}\n200,1816-01-01,1900-01-01`
    expect(inShort(await imported(spells({ ...dates, openEnd }), table))).toEqual([
      'StateEntered cow-20/1/entered 1920-01-10',
      'StateEntered cow-200/1/entered 1816-01-01',
      'StateEnded cow-200/1/ended 1900-01-01',
    ])
    expect(inShort(await imported(spells({ ...dates, lastDay: '2016-12-31' }), table))[0]).toBe('bad e')
  })
  it('must say which of them go on', () =>
    expect(() => spells({ start: { column: 's' }, end: { column: 'e' } })).toThrow(/"lastDay", or "openEnd"/))
})
