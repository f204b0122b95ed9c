import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asker } from '../support/ask.ts'
import { loadBundledCase, type BundledCase } from './bundled-case.ts'

let bundled: BundledCase
beforeAll(async () => {
  bundled = await loadBundledCase()
})
afterAll(() => bundled.remove())

const ask = asker(() => bundled.workspace)
const status = async (state: string, subject: string, asOf: string): Promise<string> =>
  (await ask<{ status: string }>('status', { state, subject }, { asOf })).status

/**
 * What the depositary's tables do not say: the dates are those of its notes and notifications, and of the treaties' own
 * clauses on exit.
 */
describe('who left, who took that back, who will not join', () => {
  it.each([
    // Rome Statute, art 127: one year after receipt.
    ['bdi', 'rome', '2016-10-26', 'IN_FORCE'],
    ['bdi', 'rome', '2016-10-27', 'EXIT_PENDING'],
    ['bdi', 'rome', '2017-10-26', 'EXIT_PENDING'],
    ['bdi', 'rome', '2017-10-27', 'EXITED'],
    ['phl', 'rome', '2019-03-16', 'EXIT_PENDING'],
    ['phl', 'rome', '2019-03-17', 'EXITED'],
    // VCLT art 68: revoked before it took effect.
    ['gmb', 'rome', '2017-02-09', 'EXIT_PENDING'],
    ['gmb', 'rome', '2017-02-10', 'IN_FORCE'],
    ['gmb', 'rome', '2017-11-10', 'IN_FORCE'],
    ['zaf', 'rome', '2017-03-06', 'EXIT_PENDING'],
    ['zaf', 'rome', '2017-03-07', 'IN_FORCE'],
    ['zaf', 'rome', '2017-10-19', 'IN_FORCE'],
    // VCLT art 18: the signature stays in the record, the duty ends.
    ['usa', 'rome', '2002-05-05', 'SIGNED'],
    ['usa', 'rome', '2002-05-06', 'SIGNATURE_REPUDIATED'],
    ['isr', 'rome', '2002-08-28', 'SIGNATURE_REPUDIATED'],
    ['sdn', 'rome', '2008-08-26', 'SIGNATURE_REPUDIATED'],
    ['rus', 'rome', '2016-11-29', 'SIGNED'],
    ['rus', 'rome', '2016-11-30', 'SIGNATURE_REPUDIATED'],
    // Kyoto Protocol, art 27; Paris Agreement, art 28: one year after receipt.
    ['can', 'kyoto', '2012-12-14', 'EXIT_PENDING'],
    ['can', 'kyoto', '2012-12-15', 'EXITED'],
    ['usa', 'paris', '2020-11-03', 'EXIT_PENDING'],
    ['usa', 'paris', '2020-11-04', 'EXITED'],
    ['usa', 'paris', '2021-02-19', 'IN_FORCE'],
    ['usa', 'paris', '2026-01-26', 'EXIT_PENDING'],
    ['usa', 'paris', '2026-01-27', 'EXITED'],
    // Istanbul Convention, art 80: first day of the month after three months.
    ['tur', 'istanbul', '2021-06-30', 'EXIT_PENDING'],
    ['tur', 'istanbul', '2021-07-01', 'EXITED'],
    // First Optional Protocol, art 12: three months. Trinidad and Tobago, and Guyana, were in again on the day on which
    // they would have been out.
    ['jam', 'iccpr-op1', '1998-01-22', 'EXIT_PENDING'],
    ['jam', 'iccpr-op1', '1998-01-23', 'EXITED'],
    ['tto', 'iccpr-op1', '1998-08-25', 'EXIT_PENDING'],
    ['tto', 'iccpr-op1', '1998-08-26', 'IN_FORCE'],
    ['tto', 'iccpr-op1', '2000-06-26', 'EXIT_PENDING'],
    ['tto', 'iccpr-op1', '2000-06-27', 'EXITED'],
    ['guy', 'iccpr-op1', '1998-12-31', 'IN_FORCE'],
    ['guy', 'iccpr-op1', '1999-04-04', 'EXIT_PENDING'],
    ['guy', 'iccpr-op1', '1999-04-05', 'IN_FORCE'],
    ['blr', 'iccpr-op1', '2023-02-07', 'EXIT_PENDING'],
    ['blr', 'iccpr-op1', '2023-02-08', 'EXITED'],
    // The Covenant has no clause on exit: declared ineffective, still a party.
    ['prk', 'iccpr', '2000-01-01', 'IN_FORCE'],
    // Ottawa Convention and Convention on Cluster Munitions, art 20: six months.
    ['est', 'ottawa', '2025-12-26', 'EXIT_PENDING'],
    ['est', 'ottawa', '2025-12-27', 'EXITED'],
    ['fin', 'ottawa', '2026-01-10', 'EXITED'],
    ['ltu', 'ccm', '2025-03-06', 'EXITED'],
    // Not in force: the instrument is taken back, the signature stays.
    ['rus', 'ctbt', '2023-11-02', 'CONSENTED'],
    ['rus', 'ctbt', '2023-11-03', 'SIGNED'],
  ])('%s under %s on %s is %s', async (state, subject, day, expected) =>
    expect(await status(state, subject, day)).toBe(expected),
  )
})

/** The dates are those of the notifications above: by 2018 Burundi alone had left the Rome Statute. */
describe('exposure to adopters, of whom some left', () => {
  interface Exposure {
    value: number
    own: number
    degree: number
  }
  const exposure = (state: string, adoption: string, asOf: string, more: object = {}) =>
    ask<Exposure>('exposure', { state, adoption, formula: 'bin', lag: '0', minCoverage: '0', ...more }, { asOf })
  const ever = { cumulative: 'true' }

  it.each([
    ['usa', 'paris', '2020-12-31', 0, 1],
    ['usa', 'paris', '2021-03-01', 1, 1],
    ['usa', 'rome', '2020-12-31', 0, 0],
    ['bdi', 'rome', '2017-10-26', 1, 1],
    ['bdi', 'rome', '2017-10-27', 0, 1],
    // The notice was ineffective: a party throughout.
    ['prk', 'iccpr', '2000-01-01', 1, 1],
  ])('%s under %s on %s: %d on the day, %d if adoption is cumulative', async (state, subject, day, now, once) => {
    expect((await exposure(state, subject, day)).own).toBe(now)
    expect((await exposure(state, subject, day, ever)).own).toBe(once)
  })

  it('of France on 1 January 2018 counts one adopter more, Burundi, where adoption is cumulative', async () => {
    const [now, once] = [await exposure('fra', 'rome', '2018-01-01'), await exposure('fra', 'rome', '2018-01-01', ever)]
    expect(once.degree).toBe(now.degree)
    expect(once.value * once.degree - now.value * now.degree).toBeCloseTo(1, 9)
  })
})
