import { describe, expect, it } from 'vitest'
import { untcIndex } from '../../src/sources/untc/untc-index.ts'
import { untcNondate } from '../../src/sources/untc/undated-cells.ts'
import { conclusionOf } from '../../src/sources/untc/untc-title.ts'
import { inShort, read } from './table-in-memory.ts'

describe('the list of instruments', () => {
  it('defines a treaty by title, place and date; its clauses stay unknown', async () => {
    expect(
      await read(untcIndex, [
        {
          chapter_no: '18',
          treaty_no: '10',
          treaty_file: '18-10',
          treaty_name: 'Rome Statute of the International Criminal Court. Rome, 17 July 1998',
        },
      ]),
    ).toEqual([
      {
        rows: [1, 1],
        stream: ['treaty', { scheme: 'untc', code: '18-10' }],
        type: 'TreatyConcluded',
        occurred: '1998-07-17',
        fact: 'concluded',
        references: { treaty: { scheme: 'untc', code: '18-10', subject: 'treaty' } },
        data: {
          title: 'Rome Statute of the International Criminal Court',
          place: 'Rome',
          entryIntoForce: 'unknown',
          exit: 'unknown',
        },
        locator: 'Chapter 18, 10',
        weight: -1,
      },
    ])
  })

  it('numbers instruments without a table of participants by chapter and number', async () => {
    const [draft] = await read(untcIndex, [
      { chapter_no: '19', treaty_no: '5.a', treaty_name: 'Extension of an agreement*. London, 3 July 1989' },
    ])
    expect(draft).toMatchObject({
      stream: ['treaty', { scheme: 'untc', code: '19-5-a' }],
      data: { title: 'Extension of an agreement' },
    })
  })

  it('skips the one title that ends without a date', async () => {
    const rows = [{ chapter_no: '19', treaty_no: '40', treaty_name: 'International Coffee Agreement, 1994*. London' }]
    expect(inShort(await read(untcIndex, rows))).toEqual(['skipped no-value'])
  })

  it.each([
    ['Convention on missing persons. Lake Success, New York, 6 April 1950', 'Lake Success, New York', '1950-04-06'],
    ['Declarations under the Statute of the Court. 15 October 1946', undefined, '1946-10-15'],
    [
      'International Sugar Agreement, 1968*. New York, 3 December 1968 and 24 December 1968',
      'New York',
      '1968-12-03/1968-12-24',
    ],
    [
      'Agreement on Olive Oil. Geneva, 17 October 1955 and New York, 15 November 1955',
      'Geneva and New York',
      '1955-10-17/1955-11-15',
    ],
    [
      'Convention on Dangerous Drugs. Geneva, 26 June 1936, and Lake Success, New York, 11 December 1946',
      'Geneva and Lake Success, New York',
      '1936-06-26/1946-12-11',
    ],
  ])('reads the end of "%s"', (name, place, occurred) => {
    const conclusion = conclusionOf(name)
    expect([conclusion?.place, conclusion?.occurred]).toEqual([place, occurred])
  })
})

describe('the cells without a date', () => {
  it('are accounted for, and are no acts', async () => {
    const rows = [{ treaty: '1-2', participant: 'Afghanistan', column_header: 'Resolution', raw_value: '34 (I)' }]
    expect(inShort(await read(untcNondate, rows))).toEqual(['skipped not-an-act'])
  })
})
