import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asker } from '../support/ask.ts'
import { loadBundledCase, type BundledCase } from './bundled-case.ts'

/**
 * Reservations and declarations as "Multilateral Treaties Deposited with the Secretary-General" prints them, chapters
 * IV.4 and IV.9.
 */
let bundled: BundledCase
beforeAll(async () => {
  bundled = await loadBundledCase()
})
afterAll(() => bundled.remove())
const ask = asker(() => bundled.workspace)

interface Row {
  actor: string
  reservation: string
  attached: string
  standing: string
  fate: string
  boundWithQualification: boolean
}
const ledger = async (treaty: string, asOf: string, state?: string) =>
  (await ask<{ reservations: Row[] }>('reservations', { treaty, ...(state !== undefined && { state }) }, { asOf }))
    .reservations

describe('the bundled reservations', () => {
  it(
    "China's to the inquiry (art. 20), made at signature, wait for its consent, " +
      'which confirms them (Vienna Convention art. 23(2))',
    async () => {
      const art20 = async (asOf: string) =>
        (await ledger('cat', asOf, 'chn'))
          .filter(({ reservation }) => reservation === 'art-20')
          .map(({ attached, standing, fate }) => [attached, standing, fate])
      expect(await art20('1988-10-03')).toEqual([['signature', 'no', 'pending']])
      expect(await art20('1988-10-04')).toEqual([
        ['signature', 'no', 'confirmed'],
        ['consent', 'yes', 'effective'],
      ])
    },
  )
  it('those of the United States qualify its bond, to article 7 of the Covenant and 16 of the Convention', async () => {
    expect(
      (await ledger('iccpr', '1992-09-08', 'usa'))
        .filter(({ boundWithQualification }) => boundWithQualification)
        .map(({ reservation }) => reservation),
    ).toEqual(['I-3'])
    expect(
      (await ledger('cat', '1994-11-20', 'usa'))
        .filter(({ boundWithQualification }) => boundWithQualification)
        .map(({ reservation }) => reservation),
    ).toEqual(['I-1'])
    expect(await ask('status', { state: 'usa', subject: 'torture' }, { asOf: '2000-01-01' })).toMatchObject({
      status: 'BOUND_QUALIFIED',
      norm: { reservations: ['cat: I-1', 'iccpr: I-3'], monitoring: ['cat 21'] },
    })
  })
  it("China's qualify nothing: they touch no core article", async () =>
    expect(await ask('status', { state: 'chn', subject: 'torture' }, { asOf: '2000-01-01' })).toMatchObject({
      status: 'BOUND',
    }))
  it('a declaration under article 22 is an attribute from its day on', async () => {
    const accepted = async (asOf: string) =>
      (await ask<{ attributes: { optionalClauses: string[] } }>('status', { state: 'mex', subject: 'cat' }, { asOf }))
        .attributes.optionalClauses
    expect([await accepted('2002-03-14'), await accepted('2002-03-15')]).toEqual([[], ['22']])
  })
  it('none of them is odd', async () => {
    for (const treaty of ['cat', 'iccpr'])
      expect(await ask('reservations', { treaty }, { asOf: '2020-01-01' })).toMatchObject({ anomalies: [] })
  })
})
