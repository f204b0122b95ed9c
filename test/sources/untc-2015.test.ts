import { describe, expect, it } from 'vitest'
import { untc2015 } from '../../src/sources/untc/untc-2015.ts'
import { inShort, read } from './table-in-memory.ts'

const consent = 'Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)'
const cell = (participant: string, column_header: string, date: string, suffix = '', treaty = '4-9') => ({
  treaty,
  participant,
  column_header,
  date,
  suffix,
  action: 'other',
  raw_value: `${date} ${suffix}`.trim(),
})

describe('the participants tables of 2015', () => {
  it('say who did what to which treaty, and when', async () => {
    expect(await read(untc2015, [cell('Argentina', 'Ratification', '1986-09-24')])).toEqual([
      {
        rows: [1, 1],
        stream: ['treaty', { scheme: 'untc', code: '4-9' }],
        type: 'TreatyRatified',
        occurred: '1986-09-24',
        fact: 'consent/1',
        references: { actor: { scheme: 'name', code: 'Argentina', on: '2015-03-14' } },
        data: {},
        locator: '4-9, Argentina: 1986-09-24',
      },
    ])
  })

  it('tell acts by the letter behind the date, and case matters', async () => {
    const letters = ['', 'A', 'AA', 'a', 'd']
    const rows = letters.map((letter, index) => cell(`State ${index}`, consent, '1990-01-02', letter))
    expect(inShort(await read(untc2015, rows))).toEqual([
      'TreatyRatified consent/1 1990-01-02',
      'TreatyAccepted consent/1 1990-01-02',
      'TreatyApproved consent/1 1990-01-02',
      'TreatyAcceded consent/1 1990-01-02',
      'TreatySucceeded consent/1 1990-01-02',
    ])
  })

  it('do not ask the decoded action where the header says something else', async () => {
    const header =
      'Provisional application by virtue of signature, adoption of the Agreement or accession thereto, ' +
      'Provisional application by virtue of a notification (n)'
    expect(
      inShort(await read(untc2015, [{ ...cell('Austria', header, '1994-11-16', '', '21-6-a'), action: 'signature' }])),
    ).toEqual(['TreatyProvisionallyApplied provisional/1 1994-11-16'])
  })

  it(
    'put signature before consent where a state signed; accession and succession have none; ' +
      'several cells to a row are several acts',
    async () => {
      const rows = [
        cell('Austria', 'Signature', '1994-07-29', '', '21-6-a'),
        cell('Austria', 'Provisional application(n)', '1994-11-16', 'n', '21-6-a'),
        cell('Austria', consent, '1995-07-14', '', '21-6-a'),
        cell('Zimbabwe', consent, '1995-07-28', 'a', '21-6-a'),
      ]
      expect(inShort(await read(untc2015, rows))).toEqual([
        'TreatySigned signature/1 1994-07-29',
        'TreatyProvisionallyApplied provisional/1 1994-11-16',
        'TreatyRatified consent/1 1995-07-14',
        'TreatyAcceded consent/1 1995-07-28',
      ])
    },
  )

  it('keep signature and consent of the same day apart', async () => {
    const rows = [cell('Ghana', 'Signature', '2000-09-07', '', '4-4'), cell('Ghana', consent, '2000-09-07', '', '4-4')]
    expect(inShort(await read(untc2015, rows))).toEqual([
      'TreatySigned signature/1 2000-09-07',
      'TreatyRatified consent/1 2000-09-07',
    ])
  })

  it('keep the names of the day of the table, whenever the act was done: Swaziland is not renamed here', async () => {
    const [draft] = await read(untc2015, [cell('Swaziland', consent, '2004-03-26', 'a')])
    expect(draft).toMatchObject({ references: { actor: { scheme: 'name', code: 'Swaziland', on: '2015-03-14' } } })
  })

  it('number a second consent by its date, wherever it stands in the file', async () => {
    const rows = [cell('Guyana', consent, '1999-01-05', 'a', '4-5'), cell('Guyana', consent, '1993-05-10', 'a', '4-5')]
    expect(inShort(await read(untc2015, rows))).toEqual([
      'TreatyAcceded consent/2 1999-01-05',
      'TreatyAcceded consent/1 1993-05-10',
    ])
  })

  it(
    'count admission to the United Nations once, on the day of its adoption; ' +
      'registration repeats it or is no act of the state',
    async () => {
      const of = (participant: string, header: string, date: string) => cell(participant, header, date, '', '1-2')
      const rows = [
        of('Albania', 'Date of Adoption', '1955-12-14'),
        of('Albania', 'Registration Date', '1955-12-14'),
        of('Algeria', 'Date of Adoption', '1962-10-08'),
        of('Algeria', 'Registration Date', '1962-10-11'),
      ]
      expect(inShort(await read(untc2015, rows))).toEqual([
        'TreatyConsentExpressed consent/1 1955-12-14',
        'skipped repeated',
        'TreatyConsentExpressed consent/1 1962-10-08',
        'skipped not-an-act',
      ])
    },
  )

  it('take two columns of 21-6-a that decode alike for the two acts that they are, even on one day', async () => {
    const rows = [
      cell('Togo', 'Signature', '1994-08-03', '', '21-6-a'),
      cell(
        'Togo',
        'Provisional application by virtue of signature, adoption of the Agreement or accession thereto',
        '1994-08-03',
        '',
        '21-6-a',
      ),
    ]
    expect(inShort(await read(untc2015, rows))).toEqual([
      'TreatySigned signature/1 1994-08-03',
      'TreatyProvisionallyApplied provisional/1 1994-08-03',
    ])
  })

  it('show a party that withdrew as if it were one still: no withdrawal is made up', async () => {
    const rows = [cell('Jamaica', consent, '1975-10-03', '', '4-5')]
    expect(inShort(await read(untc2015, rows))).toEqual(['TreatyRatified consent/1 1975-10-03'])
    expect(untc2015.vanished).toBe('anomaly')
  })

  it('skip a label that nobody has decided on, and name it', async () => {
    expect(
      await read(untc2015, [cell('Chad', 'Ratification, Acceptance of an amendment(A)', '1995-02-03', 'A')]),
    ).toEqual([
      {
        rows: [1, 1],
        skipped: 'unknown-label',
        detail: 'Acceptance of an amendment (A)',
        stream: ['treaty', { scheme: 'untc', code: '4-9' }],
      },
    ])
  })

  it('report a row that breaks the format by its column', async () => {
    const rows = [
      cell('Chad', consent, '1995-02-30'),
      cell('Chad', consent, '1995-02-03', 'z'),
      cell('', consent, '1995-02-03'),
      cell('Chad', consent, '1995-02-03', '', ''),
    ]
    expect(inShort(await read(untc2015, rows))).toEqual([
      'bad date',
      'bad column_header',
      'bad participant',
      'bad treaty',
    ])
  })
})
