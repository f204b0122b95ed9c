import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asker } from '../support/ask.ts'
import { loadBundledCase, type BundledCase } from './bundled-case.ts'

let bundled: BundledCase
beforeAll(async () => {
  bundled = await loadBundledCase()
})
afterAll(() => bundled.remove())
const ask = asker(() => bundled.workspace)

interface Listed {
  count: number
  states: string[]
}
interface Treaty {
  signatories: Listed
  parties: Listed
  contracting: Listed
}

/**
 * Signatories and parties as the depositary counts them in the headers of its status files of 15 January 2018
 * (Multilateral Treaties Deposited with the Secretary-General, IV.9, IV.4, IV.3, IV.8, IV.11, XXVI.5, XVIII.10). It
 * counts an instrument from its deposit, and leaves out signatories that are gone (Czechoslovakia, Yugoslavia, the
 * German Democratic Republic) or, as Burundi under the Rome Statute, have left.
 */
const headers = [
  ['cat', 83, 162, ['csk', 'ddr', 'yug']],
  ['iccpr', 74, 169, ['csk', 'ddr', 'yug']],
  ['icescr', 71, 166, ['csk', 'ddr', 'yug']],
  ['cedaw', 99, 189, ['csk', 'ddr', 'yug']],
  ['crc', 140, 196, ['csk', 'ddr', 'yug']],
  ['ottawa', 133, 164, []],
  ['rome', 138, 123, ['bdi']],
] as const

describe('the seven treaties that are shipped whole', () => {
  it.each(headers)('%s has %i signatories and %i parties on 2018-01-15', async (treaty, signed, parties, uncounted) => {
    const answer = await ask<Treaty>('treaty', { treaty }, { asOf: '2018-01-15' })
    expect(answer.parties.count + answer.contracting.count).toBe(parties)
    expect(answer.signatories.states).toEqual(expect.arrayContaining([...uncounted]))
    expect(answer.signatories.count - uncounted.length).toBe(signed)
  })

  it(
    '162 parties to the Convention against Torture are 160 members of the United Nations, ' +
      'the Holy See and the State of Palestine',
    async () => {
      const { parties } = await ask<Treaty>('treaty', { treaty: 'cat' }, { asOf: '2018-01-15' })
      const { members } = await ask<{ members: { state: string }[] }>('members', { igo: 'un' }, { asOf: '2018-01-15' })
      const united = new Set(members.map(({ state }) => state))
      expect(parties.states.filter((party) => !united.has(party)).toSorted()).toEqual(['pse', 'vat'])
      const { curve } = await ask<{ curve: { year: number; system: number; consented: { count: number } }[] }>(
        'spread',
        { subject: 'cat', system: 'un' },
        { asOf: '2018-01-15' },
      )
      expect(curve.at(-1)).toMatchObject({ year: 2018, system: 193, consented: { count: 160, outside: 2 } })
    },
  )

  /**
   * Deposited on 10 July 1985, 17 July 2007 and 21 February 1997; thirty days (art 27(2) of both), or article 126(2) of
   * the Statute.
   */
  it.each([
    ['deu', 'cedaw', '1985-08-09'],
    ['jpn', 'rome', '2007-10-01'],
    ['ken', 'cat', '1997-03-23'],
  ])('%s is bound by %s since %s, from the lists alone', async (state, subject, since) =>
    expect(await ask('status', { state, subject }, { asOf: '2015-01-01' })).toMatchObject({
      status: 'IN_FORCE',
      since,
    }),
  )

  /** Assembly of States Parties to the Rome Statute, press release on Hungary of June 2025: 125 parties. */
  it(
    '125 states are parties to the Rome Statute in June 2025, Malaysia, which took its instrument back, ' +
      'not among them',
    async () => {
      const { parties } = await ask<Treaty>('treaty', { treaty: 'rome' }, { asOf: '2025-06-30' })
      expect(parties.count).toBe(125)
      expect(parties.states).not.toContain('mys')
    },
  )
})

/** United Nations, Growth in United Nations membership: the number of members at the end of each of these years. */
const growth = [
  [1945, 51],
  [1946, 55],
  [1950, 60],
  [1955, 76],
  [1961, 104],
  [1973, 135],
  [1984, 159],
  [1990, 159],
  [1993, 184],
  [2000, 189],
  [2006, 192],
  [2011, 193],
  [2024, 193],
] as const

describe('the members of the United Nations', () => {
  it.each(growth)('at the end of %i they are %i', async (year, count) => {
    const { members } = await ask<{ members: unknown[] }>('members', { igo: 'un' }, { asOf: `${year}-12-31` })
    expect(members).toHaveLength(count)
  })
})
