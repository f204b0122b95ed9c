import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { shippedMappings } from '../../src/sources/mappings/index.ts'
import { hathaway } from '../../src/sources/mappings/hathaway.ts'
import { lhrs } from '../../src/sources/mappings/lhrs.ts'
import { readMapping, readMappingFile } from '../../src/sources/tables/read-mapping.ts'
import { tableImporter } from '../../src/sources/tables/table.ts'
import { draftsOf, imported, scoresOf, written } from './fixtures/written-table.ts'

const example = 'examples/mappings/hathaway.json'
const plain = {
  name: 'mine',
  reads: 'my table',
  release: { citation: 'Me. 2020. My table', series: 'mine', version: '1' },
}
const scores = {
  kind: 'scores',
  rater: 'me',
  actor: { scheme: 'iso3', column: 'iso' },
  year: 'year',
  direction: 'higher-is-better',
  indicators: [{ id: 'openness', column: 'open' }],
}

describe('a mapping that a user writes as JSON', () => {
  it('is read from a file', async () => {
    expect((await readMappingFile(example)).rows).toEqual(hathaway.rows)
  })
  it('imports a dataset without a line of code', async () => {
    const importer = tableImporter(await readMappingFile(example))
    expect(
      scoresOf(await imported(importer, 'country,ccode,year,torture\nNowhere,999,1990,4.0\nNowhere,999,1991,')),
    ).toEqual(['torture 1990 4'])
  })
  it('reads polity2 of the workbook of Polity5, by its own numbers; an interruption is a missing score', async () => {
    const importer = tableImporter(await readMappingFile('examples/mappings/polity5.json'))
    // Columns and rows as p5v2018 has them, the rest of its columns left out.
    const table =
      'p5,cyear,ccode,scode,country,year,polity,polity2,durable\n0,3471992,347,YGS,Serbia,1992,-5,-5,0\n' +
      '0,7001979,700,AFG,Afghanistan,1979,-66,,'
    expect(
      draftsOf(await imported(importer, table)).map(({ type, data, references }) => [
        type,
        data['rater'],
        data['value'],
        references['actor'],
      ]),
    ).toEqual([
      ['PracticeScoreRecorded', 'polity', -5, { scheme: 'polity', code: '347', year: 1992 }],
      ['PracticeScoreMissing', 'polity', undefined, { scheme: 'polity', code: '700', year: 1979 }],
    ])
  })
  it('may take the state from another scheme', async () => {
    const importer = tableImporter(readMapping({ ...plain, rows: scores }, 'my.json'))
    expect(draftsOf(await imported(importer, 'iso,year,open\nNAM,1999,0.5'))[0]?.references['actor']).toEqual({
      scheme: 'iso3',
      code: 'NAM',
      year: 1999,
    })
  })
  it('may say in which column stands when the scores of a row came out, in the format that it names', async () => {
    const published = { column: 'out', format: 'D.M.YYYY', missing: ['.'] }
    const mapping = readMapping({ ...plain, rows: { ...scores, published } }, 'my.json')
    const table = 'iso,year,open,out\nNAM,1995,0.5,14.3.1997\nNAM,1996,,1.2.1998\nNAM,1997,0.6,.\nNAM,1998,0.7,soon'
    const read = await imported(tableImporter(mapping), table)
    expect(draftsOf(read).map(({ type, data }) => [type, data['year'], data['published']])).toEqual([
      ['PracticeScoreRecorded', 1995, '1997-03-14'],
      ['PracticeScoreMissing', 1996, '1998-02-01'],
      ['PracticeScoreRecorded', 1997, undefined],
    ])
    expect(read).toContainEqual(expect.objectContaining({ column: 'out', value: 'soon' }))
  })
  it.each([
    ['no release', { ...plain, release: undefined, rows: scores }, 'release:'],
    ['no rows', plain, 'rows:'],
    ['an unknown kind of rows', { ...plain, rows: { kind: 'matrix' } }, 'rows.kind:'],
    ['a field that does not exist', { ...plain, rows: { ...scores, colour: 'red' } }, '"colour"'],
    [
      'an indicator with an odd id',
      { ...plain, rows: { ...scores, indicators: [{ id: 'Open_ness', column: 'open' }] } },
      'rows.indicators[0].id:',
    ],
    [
      'an indicator with neither column nor sum',
      { ...plain, rows: { ...scores, indicators: [{ id: 'openness' }] } },
      'rows.indicators[0]:',
    ],
    ['a direction that is none', { ...plain, rows: { ...scores, direction: 'up' } }, 'rows.direction:'],
  ])('names the field that is wrong: %s', (_, value, field) => {
    expect(() => readMapping(value, 'my.json')).toThrowError(
      expect.objectContaining({ code: 'bad-mapping', where: 'my.json', message: expect.stringContaining(field) }),
    )
  })
  it('may say what its tables are written in, and nothing that cannot be read', () => {
    const mapping = { ...plain, rows: scores }
    expect(tableImporter(readMapping({ ...mapping, encoding: 'latin1' }, 'a')).encoding).toBe('latin1')
    expect(() => readMapping({ ...mapping, encoding: 'windows-1525' }, 'a')).toThrow(
      /encoding: "windows-1525" is no encoding that is read. Closest: .*windows-1252/,
    )
  })
  it('is refused where the file is no UTF-8, with the line', async () => {
    const path = written(Buffer.from('{\n"name": "\xe9tat"\n}', 'latin1'), 'm.json')
    await expect(readMappingFile(path)).rejects.toMatchObject({ code: 'undecodable-text', where: `${path}, line 2` })
  })
  it('is refused where the file is no JSON, or is not there', async () => {
    await expect(readMappingFile(written('{ name: mine }', 'my.json'))).rejects.toMatchObject({ code: 'bad-mapping' })
    await expect(readMappingFile('no-such.json')).rejects.toMatchObject({
      code: 'unreadable-file',
      where: 'no-such.json',
    })
  })
  it('is refused for a table that lacks its columns, naming them', async () => {
    const importer = tableImporter(readMapping({ ...plain, rows: scores }, 'my.json'))
    await expect(imported(importer, 'iso,jahr,open\nNAM,1999,1')).rejects.toMatchObject({
      code: 'missing-column',
      message: expect.stringContaining('year'),
    })
  })
})

describe('the mappings that ship', () => {
  it('have names, releases and orders of their own', () => {
    expect(new Set(shippedMappings.map(({ name }) => name)).size).toBe(shippedMappings.length)
    expect(new Set(shippedMappings.map(({ release }) => `${release.series}-${release.version}`)).size).toBe(
      shippedMappings.length,
    )
  })
  it('cite a whole source with a year of publication', () => {
    for (const { release } of shippedMappings)
      expect(release).toMatchObject({
        citation: expect.stringMatching(/.{40}/),
        published: expect.stringMatching(/^\d{4}/),
      })
  })
  it('have one JSON example that says the same as the one in code', () => {
    expect(readMapping(JSON.parse(readFileSync(example, 'utf8')), example).release).toEqual(hathaway.release)
  })
})

describe('a latent score', () => {
  const read = (...rows: string[]) =>
    imported(
      tableImporter(lhrs),
      ['COW,country_name,YEAR,theta_mean,theta_sd,theta_q025,theta_q975', ...rows].join('\n'),
    )

  it('carries its standard deviation', async () => {
    expect(draftsOf(await read('20,Canada,1999,2.5,0.4,1.7,3.3'))[0]?.data).toEqual({
      rater: 'lhrs',
      indicator: 'theta',
      year: 1999,
      value: 2.5,
      sd: 0.4,
    })
  })
  it('of Czechoslovakia, written under the code of the Czech Republic, is read under its own', async () => {
    const drafts = draftsOf(await read('316,Czechia,1992,1,0.4,0,2', '316,Czechia,1993,1,0.4,0,2'))
    expect(drafts.map(({ references }) => references['actor']?.code)).toEqual(['315', '316'])
  })
  it('with a negative deviation is reported', async () => {
    expect(await read('20,Canada,1999,2.5,-0.4,1.7,3.3')).toMatchObject([{ column: 'theta_sd', value: '-0.4' }])
  })
})
