import { describe, expect, it } from 'vitest'
import { read, readWhole } from './a-note.ts'

const ruritania = { participants: ['Ruritania (Kingdom of)'] }

describe('acts of participants that their row does not show', () => {
  it.each([
    [
      'The Government of the Kingdom of Ruritania had initially acceded to the Convention on 10 May 1993. ' +
        'On 5 January 1999, the Government of Ruritania denounced the Convention. On that same date, ' +
        'the Government of Ruritania re-acceded to the Convention with a reservation.',
      [
        'earlier-acts consent/1 TreatyAcceded Ruritania (Kingdom of) 1993-05-10',
        'withdrawals notice/1 TreatyWithdrawalNotified Ruritania (Kingdom of) 1999-01-05',
        'earlier-acts consent/2 TreatyAcceded Ruritania (Kingdom of) 1999-01-05',
      ],
    ],
    [
      'Ruritania had signed the Convention on 14 October 1994 and had ratified it subsequently on 1 December ' +
        '1995. On 21 December 2016, Ruritania deposited with the Secretary-General an instrument of accession to ' +
        'the Convention.',
      [
        'earlier-acts signature/1 TreatySigned Ruritania (Kingdom of) 1994-10-14',
        'earlier-acts consent/1 TreatyRatified Ruritania (Kingdom of) 1995-12-01',
        'earlier-acts consent/2 TreatyAcceded Ruritania (Kingdom of) 2016-12-21',
      ],
    ],
    [
      'On 3 May 2010, the Government of Ruritania notified the Secretary-General that its ratification would ' +
        'extend to the territory of Zenda.',
      [],
    ],
    ['On 3 May 2010, the Government of Ruritania accepted the Amendments to the Convention.', []],
    ['On 3 May 2010, the Government of Graustark ratified the Convention.', []],
  ])('%s', (note, facts) => expect(read(note, ruritania)).toEqual(facts))
})

describe('a re-accession without a day', () => {
  const note = 'Following denunciation, the Kingdom of Ruritania re-acceded to the Convention with a reservation.'
  const row = (hasLeft: boolean) => ({
    participants: [{ name: 'Ruritania', acts: [{ type: 'TreatyAcceded', occurred: '2013-01-11' }], hasLeft }],
  })
  it('has the day of the row, unless that is in brackets', () => {
    expect(read(note, row(false))).toEqual(['earlier-acts consent/1 TreatyAcceded Ruritania 2013-01-11'])
    expect(readWhole(note, row(false)).facts[0]?.remark).toBe('The day is that of the row of Ruritania.')
    expect(read(note, row(true))).toEqual([])
  })
})

describe('successions in notes', () => {
  it('have the day of the table and the effect of the note', () => {
    const note =
      'In its notification of succession the Government of Ruritania indicated that it considers itself bound ' +
      'by the Convention as from 1 October 1964.'
    expect(
      read(note, {
        participants: [
          { name: 'Ruritania', acts: [{ type: 'TreatySucceeded', occurred: '1967-03-07' }], hasLeft: false },
        ],
      }),
    ).toEqual(['successions consent/1 TreatySucceeded Ruritania 1967-03-07 1964-10-01'])
    expect(read(note)).toEqual([])
  })
  it('may stand in prose alone', () => {
    expect(
      read(
        'On 3 January 1966, the Government of Ruritania notified the Secretary-General of its succession to ' +
          'the Convention.',
      ),
    ).toEqual(['successions consent/1 TreatySucceeded Ruritania 1966-01-03'])
  })
  it('are what a state calls reapplication, with a remark', () => {
    const { facts } = readWhole(
      'In a notification received on 21 February 1974, the Government of Ruritania stated that the Ruritania ' +
        'had declared the reapplication of the Convention as from 16 December 1957.',
    )
    expect(facts).toMatchObject([{ type: 'TreatySucceeded', data: { effectFrom: '1957-12-16' } }])
    expect(facts[0]?.remark).toContain('reapplication')
  })
})

describe('corrections in notes', () => {
  it('take a notice back', () => {
    expect(
      read(
        'On 15 May 2001, the Government of Ruritania notified the Secretary-General that it had decided to ' +
          'withdraw from the Convention, the date of effect being 14 May 2002. Subsequently, ' +
          'in a communication received on 9 May 2002, the Government of Ruritania notified the Secretary-General ' +
          'that it had decided to withdraw its notification of withdrawal of 15 May 2001.',
      ),
    ).toEqual([
      'withdrawals notice/1 TreatyWithdrawalNotified Ruritania 2001-05-15 2002-05-14',
      'corrections revocation/1 TreatyWithdrawalRevoked Ruritania 2002-05-09',
    ])
  })
  it('take an instrument back for another one', () => {
    expect(
      read(
        'The Government of Ruritania had deposited an instrument of accession on 29 July 1958. ' +
          'On 2 October 1958, the Government of Ruritania withdrew the said instrument and deposited a new ' +
          'instrument of accession containing a declaration.',
        { participants: ['Ruritania'] },
      ),
    ).toEqual([
      'earlier-acts consent/1 TreatyAcceded Ruritania 1958-07-29',
      'corrections consentWithdrawn/1 TreatyConsentWithdrawn Ruritania 1958-10-02',
      'corrections consent/2 TreatyAcceded Ruritania 1958-10-02',
    ])
  })
  it('take an instrument back', () => {
    expect(
      read(
        'On 6 April 1956, the Secretary-General has issued a depositary notification notifying the withdrawal ' +
          'by the Government of Ruritania of its instrument of acceptance of the Convention.',
      ),
    ).toEqual(['corrections consentWithdrawn/1 TreatyConsentWithdrawn Ruritania 1956-04-06'])
  })
})
