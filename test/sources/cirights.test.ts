import { describe, expect, it } from 'vitest'
import { cirights } from '../../src/sources/mappings/cirights.ts'
import { tableImporter } from '../../src/sources/tables/table.ts'
import { draftsOf, imported, scoresOf } from './fixtures/written-table.ts'

const importer = tableImporter(cirights)
const header = [...new Set(['country', 'iso_a3', 'year', 'ciri', 'cow', ...importer.header])]
const line = (cells: Record<string, string | number>) => header.map((column) => cells[column] ?? '').join(',')
const read = (...rows: Record<string, string | number>[]) =>
  imported(importer, [header.join(','), ...rows.map(line)].join('\n'))
const physint = (yields: Awaited<ReturnType<typeof read>>) =>
  draftsOf(yields).filter(({ data }) => data['indicator'] === 'physint')

describe('a row of CIRIGHTS', () => {
  it('is one score for each right, in the stream of rater, indicator and state, dated to its year', async () => {
    expect(physint(await read({ country: 'Canada', year: 1999, cow: 20, physint_sum: '7.0' }))).toEqual([
      {
        rows: [1, 1],
        stream: ['practice', 'cirights', 'physint', { scheme: 'cow', code: '20', year: 1999 }],
        type: 'PracticeScoreRecorded',
        occurred: '1999',
        fact: '1999',
        references: { actor: { scheme: 'cow', code: '20', year: 1999 } },
        data: { rater: 'cirights', indicator: 'physint', year: 1999, value: 7 },
        locator: 'cow 20, 1999, column physint_sum',
        weight: 1,
      },
    ])
  })
  it('without a rating is a missing score with a reason, never a 0', async () => {
    const [missing] = physint(await read({ country: 'Canada', year: 1999, cow: 20, speech: 2 }))
    expect(missing).toMatchObject({ type: 'PracticeScoreMissing', data: { reason: 'not-rated' }, weight: 0 })
  })
  it('says nothing about a right that was not coded that year', async () => {
    const scores = scoresOf(await read({ country: 'Canada', year: 1990, cow: 20, physint_sum: 8 }))
    expect(scores.some((score) => score.startsWith('union-l') || score.startsWith('ngo-investigate'))).toBe(false)
    expect(scores).toContain('speech 1990 not-rated')
  })
  it('of Serbia after 2006 outweighs the empty one of Serbia and Montenegro, under its own number', async () => {
    const [union, serbia] = physint(
      await read(
        { country: 'Serbia and Montenegro', year: 2008, cow: 345 },
        { country: 'Serbia', year: 2008, cow: 342, physint_sum: 6 },
      ),
    )
    expect(union).toMatchObject({ type: 'PracticeScoreMissing', references: { actor: { code: '345', year: 2008 } } })
    expect(serbia).toMatchObject({ type: 'PracticeScoreRecorded', references: { actor: { code: '342', year: 2008 } } })
    expect(serbia?.weight).toBeGreaterThan(union?.weight ?? 0)
  })
  it('of Serbia and Montenegro that is rated outweighs an empty one of Serbia', async () => {
    const [union, serbia] = physint(await read({ year: 2016, cow: 345, physint_sum: 5 }, { year: 2016, cow: 342 }))
    expect(union?.weight).toBeGreaterThan(serbia?.weight ?? 1)
  })
  it.each([
    ['9', 'a whole number from 0 to 8, or an empty cell for a missing value'],
    ['good', 'a whole number from 0 to 8, or an empty cell for a missing value'],
    ['2.5', 'a whole number from 0 to 8, or an empty cell for a missing value'],
  ])('with a score of "%s" is reported, and its other rights are kept', async (value, expected) => {
    const yields = await read({ year: 1999, cow: 20, physint_sum: value, tort: 1 })
    expect(yields[0]).toEqual({ rows: [1, 1], column: 'physint_sum', value, expected })
    expect(scoresOf(yields)).toContain('tort 1999 1')
  })
  it('without a state or a year is reported', async () => {
    expect(await read({ year: 1999, physint_sum: 1 }, { cow: 20, physint_sum: 1 })).toMatchObject([
      { column: 'cow', value: '' },
      { column: 'year', value: '' },
    ])
  })
})

describe('a release of CIRIGHTS', () => {
  it('is a batch of assertions about the same facts, under an id of its own: never an edit', async () => {
    const later = tableImporter({ ...cirights, release: { ...cirights.release, version: '2.0' } })
    const table = [header.join(','), line({ year: 1999, cow: 20, physint_sum: 7 })].join('\n')
    const [before, after] = [await imported(importer, table), await imported(later, table)]
    expect(draftsOf(after).map(({ fact }) => fact)).toEqual(draftsOf(before).map(({ fact }) => fact))
    expect(later.release).toMatchObject({ id: 'cirights-2.0', series: 'cirights' })
    expect(importer.release.id).toBe('cirights-1.22.11.25')
  })
})
