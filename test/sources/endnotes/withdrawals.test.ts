import { describe, expect, it } from 'vitest'
import { read, readWhole } from './a-note.ts'

describe('notices of withdrawal in notes', () => {
  it.each([
    [
      'On 2 April 2001, the Government of Ruritania notified the Secretary-General of its decision to denounce ' +
        'the Convention with effect from 2 July 2001.',
      ['withdrawals notice/1 TreatyWithdrawalNotified Ruritania 2001-04-02 2001-07-02'],
    ],
    [
      'On 2-April 2001, the Government of the Republic of Ruritania informed the Secretary-General that it had ' +
        'decided to withdraw from the said Convention.',
      ['withdrawals notice/1 TreatyWithdrawalNotified Republic of Ruritania 2001-04-02'],
    ],
    [
      'By a notification received by the Secretary-General on 2 April 1965, ' +
        'the Government of Ruritania denounced the Convention; the denunciation took effect on 2 April 1966.',
      [
        'withdrawals notice/1 TreatyWithdrawalNotified Ruritania 1965-04-02 1966-04-02',
        'withdrawals tookEffect/1 TreatyWithdrawalTookEffect Ruritania 1966-04-02',
      ],
    ],
    [
      'On 2 April 2001, the Secretary-General received from the Government of Ruritania a notification of ' +
        'denunciation of the said Convention. In accordance with article 50 (2) of the Convention, ' +
        'the denunciation will take effect on 2 April 2002.',
      ['withdrawals notice/1 TreatyWithdrawalNotified Ruritania 2001-04-02 2002-04-02'],
    ],
    [
      'On 2 April 2001, the Secretary-General received from the Government of Ruritania, ' +
        'a communication notifying its withdrawal from the Convention.',
      ['withdrawals notice/1 TreatyWithdrawalNotified Ruritania 2001-04-02'],
    ],
    [
      'The instrument of denunciation of the Convention was deposited by the Government of Ruritania on 17 ' +
        'December 1968, the denunciation to take effect on 1 January 1969.',
      ['withdrawals notice/1 TreatyWithdrawalNotified Ruritania 1968-12-17 1969-01-01'],
    ],
    [
      'In a communication received on 2 April 2001, the Government of Ruritania informed the Secretary-General ' +
        'of the withdrawal of Ruritania from the Convention effective on 2 July 2001.',
      ['withdrawals notice/1 TreatyWithdrawalNotified Ruritania 2001-04-02 2001-07-02'],
    ],
  ])('%s', (sentence, facts) => expect(read(sentence)).toEqual(facts))

  it('name the only participant that refers to the note where the note names nobody', () => {
    const note =
      'A notification of denunciation was received on 16 August 1967. The denunciation took effect on 16 August 1968.'
    expect(read(note, { participants: ['Ruritania'] })).toEqual([
      'withdrawals notice/1 TreatyWithdrawalNotified Ruritania 1967-08-16 1968-08-16',
      'withdrawals tookEffect/1 TreatyWithdrawalTookEffect Ruritania 1968-08-16',
    ])
    expect(read(note, { participants: ['Ruritania', 'Graustark'] })).toEqual([])
  })

  it('are counted in the order of their days, and a day of effect has the number of its notice', () => {
    expect(
      read([
        'On 27 March 2000, the Government of Ruritania notified the Secretary-General that it had decided to ' +
          'denounce the Convention for the second time. The denunciation took effect on 27 June 2000.',
        'On 26 May 1998, the Government of Ruritania notified the Secretary-General of its decision to ' +
          'denounce the Convention with effect from 26 August 1998.',
      ]),
    ).toEqual([
      'withdrawals notice/1 TreatyWithdrawalNotified Ruritania 1998-05-26 1998-08-26',
      'withdrawals notice/2 TreatyWithdrawalNotified Ruritania 2000-03-27 2000-06-27',
      'withdrawals tookEffect/2 TreatyWithdrawalTookEffect Ruritania 2000-06-27',
    ])
  })

  it('for a part of the state are those of the state where the depositary has its row in brackets', () => {
    const note =
      'On 30 July 1985, the Secretary-General received from the Government of Ruritania a notification of ' +
      'denunciation of the said Protocol and Convention. The notification specifies that the denunciation ' +
      'shall apply in respect of the Kingdom in Europe only.'
    const row = (hasLeft: boolean) => ({ participants: [{ name: 'Ruritania', acts: [], hasLeft }] })
    expect(read(note, row(true))).toEqual(['withdrawals notice/1 TreatyWithdrawalNotified Ruritania 1985-07-30'])
    expect(readWhole(note, row(true)).facts[0]?.remark).toContain('territories')
    expect(read(note, row(false))).toEqual([])
  })

  it.each([
    [
      'a reservation is taken back',
      'On 2 April 2001, the Government of Ruritania notified the Secretary-General of its decision to withdraw ' +
        'the reservation made upon accession.',
    ],
    [
      'another treaty is left',
      'On 2 April 2001, the Government of Ruritania denounced the Convention relating to a Uniform Law on Sales.',
    ],
    [
      'a protocol to it is left',
      'On 2 April 2001, the Government of Ruritania notified the Secretary-General of its denunciation of the ' +
        'Protocol.',
    ],
    [
      'a part of the state leaves',
      'In a communication received on 2 April 2001, the Government of Ruritania notified the Secretary-General ' +
        'of its denunciation of the Convention for the territory of the Kingdom in Europe.',
    ],
    [
      'a part of the state leaves, says the next sentence',
      'On 2 April 2001, the Secretary-General received from the Government of Ruritania a notification of ' +
        'denunciation of the said Convention. The Convention remains in force for Zenda.',
    ],
    [
      'another state says so',
      '“On 2 April 2001, the Government of Ruritania notified the Secretary-General of its denunciation of the ' +
        'Convention.”',
    ],
    [
      'the effect lies before the notice',
      'On 2 April 2001, the Government of Ruritania notified the Secretary-General of its denunciation of the ' +
        'Convention with effect from 2 July 2000.',
    ],
    [
      'the day is damaged',
      'On 31 April 2001, the Government of Ruritania notified the Secretary-General of its denunciation of the ' +
        'Convention.',
    ],
  ])('are none where %s', (_why, sentence) => expect(read(sentence)).toEqual([]))
})

describe('notices of withdrawal in a table within a note', () => {
  const header = 'Participant: | Date of notification: | Date of effect:'
  const row = 'Ruritania* | 3 Dec 1992 | 31 Dec 1993'
  it('are read by the heads of its columns', () => {
    expect(
      read(['The Secretary-General received instruments of denunciation of the Convention:', header, row]),
    ).toEqual(['listed-withdrawals notice/1 TreatyWithdrawalNotified Ruritania 1992-12-03 1993-12-31'])
  })
  it('are none where the table is of something else', () => {
    expect(read(['The Secretary-General received objections to reservations:', header, row])).toEqual([])
  })
})
