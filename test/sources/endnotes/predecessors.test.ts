import { describe, expect, it } from 'vitest'
import { read } from './a-note.ts'

describe('formalities in notes', () => {
  const sentence = 'The formality was effected by Democratic Yemen. See also note 1 under “Yemen”.'
  const yemen = (occurred: string) => ({ name: 'Yemen', acts: [{ type: 'TreatyAcceded', occurred }], hasLeft: false })
  it('are the acts of the row, and of another state', () => {
    expect(read(sentence, { participants: [yemen('1987-02-09')] })).toEqual([
      'formalities consent/1 TreatyAcceded Democratic Yemen 1987-02-09',
    ])
  })
  it('are none after the end of that state, nor where several rows refer to the note', () => {
    expect(read(sentence, { participants: [yemen('1991-05-01')] })).toEqual([])
    expect(read(sentence, { participants: [yemen('1987-02-09'), yemen('1987-02-09')] })).toEqual([])
  })
})

describe('acts of states that are no more, in notes', () => {
  it.each([
    [
      'Czechoslovakia had signed and ratified the Convention on 7 October 1966 and 23-December 1975, ' +
        'respectively, with reservations. See also note 1 under “Czech Republic” in the “Historical Information” ' +
        'section.',
      [
        'predecessors signature/1 TreatySigned Czechoslovakia 1966-10-07',
        'predecessors consent/1 TreatyRatified Czechoslovakia 1975-12-23',
      ],
    ],
    [
      'The former Yugoslavia had signed and ratified the Convention on 18 December 1969 (See, ' +
        'C.N.14.1970.TREATIES-1) and 5 March 1974, respectively.',
      [
        'predecessors signature/1 TreatySigned Yugoslavia 1969-12-18',
        'predecessors consent/1 TreatyRatified Yugoslavia 1974-03-05',
      ],
    ],
    [
      'The German Democratic Republic had acceded to the Convention, with a reservation, on 4 October 1974.',
      ['predecessors consent/1 TreatyAcceded German Democratic Republic 1974-10-04'],
    ],
    [
      'Democratic Yemen had signed the Convention, definitively, on 9 February 1987.',
      ['predecessors consent/1 TreatySignedDefinitively Democratic Yemen 1987-02-09'],
    ],
    [
      'The Republic of Viet-Nam had succeeded to the Convention on 11 August 1950.',
      ['predecessors consent/1 TreatySucceeded Republic of Viet Nam 1950-08-11'],
    ],
    [
      'Signed and ratified on behalf of the Republic of China on 9 June 1953 and 21 December 1953, respectively.',
      [
        'predecessors signature/1 TreatySigned Republic of China 1953-06-09',
        'predecessors consent/1 TreatyRatified Republic of China 1953-12-21',
      ],
    ],
    [
      'The Convention was signed on 24 April 1963 on behalf of the Republic of China.',
      ['predecessors signature/1 TreatySigned Republic of China 1963-04-24'],
    ],
    [
      'An instrument of acceptance of the Convention was deposited on 2 December 1975 with the ' +
        'Secretary-General on behalf of the Government of the German Democratic Republic.',
      ['predecessors consent/1 TreatyAccepted German Democratic Republic 1975-12-02'],
    ],
  ])('%s', (sentence, facts) => expect(read(sentence)).toEqual(facts))

  it('that another organisation received first are done when the depositary received them', () => {
    const sentence =
      'The German Democratic Republic had deposited its instrument of acceptance of the amendments with the ' +
      'Secretary-General of the Organization on 18 September 1975 and with the Secretary-General of the United ' +
      'Nations on 30 September 1975.'
    expect(read(sentence, { title: 'Amendments to article 28 of the Convention on Examples' })).toEqual([
      'predecessors consent/1 TreatyAccepted German Democratic Republic 1975-09-30',
    ])
  })

  it.each([
    // So printed in the notes of chapter XVI-1 for 1955: no such state was there in 1995.
    [
      'the state was no more',
      'Czechoslovakia had signed and ratified the Convention on 31 March 1953 and 6 April 1995, respectively.',
    ],
    [
      'they are on another instrument',
      'The former Yugoslavia had accepted the Protocol of 4 May 1949, on 26 April 1951.',
    ],
    [
      'they are on agencies, one by one',
      'Czechoslovakia had acceded to the Convention on 29 December 1966 in respect of the following agencies: ' +
        'ILO, ICAO.',
    ],
    [
      'verbs and days do not match',
      'Czechoslovakia had ratified the Convention on 7 October 1966 and 23 December 1975, respectively.',
    ],
    ['the state lives on', 'The Socialist Republic of Viet Nam had acceded to the Convention on 9 June 1981.'],
    ['one day is there for two acts', 'Czechoslovakia had signed and ratified the Convention on 15 September 1982.'],
  ])('are none where %s', (_why, sentence) => expect(read(sentence)).toEqual([]))
})
