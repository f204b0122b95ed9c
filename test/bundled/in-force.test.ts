import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EntryIntoForce } from '../../projections/compose/treaty/entry-into-force.ts'
import { asker } from '../support/ask.ts'
import { loadBundledCase, type BundledCase } from './bundled-case.ts'

let bundled: BundledCase
beforeAll(async () => {
  bundled = await loadBundledCase()
})
afterAll(() => bundled.remove())
const ask = asker(() => bundled.workspace)

interface Treaty {
  enteredIntoForce: {
    date: string | null
    basis: EntryIntoForce['basis']
    triggerDate: string | null
    triggerEvents: string[]
  }
  acts: { actor: string; class: string; earliest: string; decidedBy: string[] }[]
  anomalies: { code: string; says: string }[]
}

/**
 * The day of the instrument that met the clause, and the day of entry into force: the depositaries; Kyoto, Paris:
 * UNFCCC, status of ratification.
 */
const calibration = [
  ['icerd', '1968-12-05', '1969-01-04', ['pol']],
  ['icescr', '1975-10-03', '1976-01-03', ['jam']],
  ['iccpr', '1975-12-23', '1976-03-23', ['csk']],
  ['vclt', '1979-12-28', '1980-01-27', ['tgo']],
  ['cedaw', '1981-08-04', '1981-09-03', ['vct']],
  ['cat', '1987-05-27', '1987-06-26', ['dnk']],
  ['iccpr-op2', '1991-04-11', '1991-07-11', ['esp']],
  ['unclos', '1993-11-16', '1994-11-16', ['guy']],
  ['ottawa', '1998-09-16', '1999-03-01', undefined],
  ['rome', '2002-04-11', '2002-07-01', ['bgr', 'bih', 'cod', 'irl', 'jor', 'khm', 'mng', 'ner', 'rou', 'svk']],
  ['kyoto', '2004-11-18', '2005-02-16', ['rus']],
  ['opcat', '2006-05-23', '2006-06-22', ['bol', 'hnd']],
  ['ccm', '2010-02-16', '2010-08-01', ['bfa', 'mda']],
  ['istanbul', '2014-04-22', '2014-08-01', ['and']],
  ['paris', '2016-10-05', '2016-11-04', undefined],
  ['echr', '1953-09-03', '1953-09-03', ['lux']],
] as const

describe('from shipped facts alone', () => {
  it.each(calibration)('%s: met on %s, in force on %s', async (treaty, triggerDate, date, last) => {
    const { enteredIntoForce, acts } = await ask<Treaty>('treaty', { treaty })
    expect(enteredIntoForce).toMatchObject({ date, basis: 'derived', triggerDate })
    if (last === undefined) return
    const met = acts.filter(
      ({ class: kind, decidedBy }) =>
        kind === 'consent' && decidedBy.some((id) => enteredIntoForce.triggerEvents.includes(id)),
    )
    expect(met.map(({ actor }) => actor).toSorted()).toEqual(last)
  })

  it(
    'the First Optional Protocol has its tenth instrument on 1973-12-12, ' +
      'and comes into force only with the Covenant (art 9)',
    async () => {
      const { enteredIntoForce, acts } = await ask<Treaty>('treaty', { treaty: 'iccpr-op1' }, { asOf: '1976-03-23' })
      expect(enteredIntoForce).toMatchObject({ date: '1976-03-23', basis: 'derived' })
      const consents = acts.filter(({ class: kind }) => kind === 'consent')
      expect(consents[9]).toMatchObject({ actor: 'mus', earliest: '1973-12-12' })
      expect(
        (await ask<Treaty>('treaty', { treaty: 'iccpr-op1' }, { asOf: '1976-03-22' })).enteredIntoForce.date,
      ).toBeNull()
    },
  )

  it(
    'what the clauses give is what the depositaries state; but for Greece, ' +
      'out of the European Convention a day later than six months after its notice',
    async () => {
      for (const [treaty] of calibration) {
        const differing = (await ask<Treaty>('treaty', { treaty })).anomalies.filter(({ code }) =>
          code.includes('differs'),
        )
        expect(
          differing.map(({ says }) => says),
          treaty,
        ).toEqual(treaty === 'echr' ? [expect.stringMatching(/1970-06-12.*1970-06-13/)] : [])
      }
    },
  )

  it(
    'Kyoto has 55 parties with Iceland on 2002-05-23, two years before it has the emissions (UNFCCC, ' +
      'status of ratification)',
    async () => {
      const { acts } = await ask<Treaty>('treaty', { treaty: 'kyoto' }, { asOf: '2002-05-23' })
      expect(acts.filter(({ class: kind }) => kind === 'consent')).toHaveLength(55)
    },
  )

  it(
    'Annex I emissions of 1990: the whole; and, in the tenths of a percent that the secretariat adds up, ' +
      '44.2 by April 2004 and 61.6 with Russia',
    async () => {
      const shares = new Map<string, number>()
      for await (const { event } of bundled.workspace.log.readAll())
        if (event.type === 'MeasureStated' && event.data['measure'] === 'annex-i-co2-1990')
          shares.set(String(event.data['actor']), Number(event.data['weight']))
      expect(shares.size).toBe(34)
      expect([...shares.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 4)
      const tenths = async (asOf: string) => {
        const { acts } = await ask<Treaty>('treaty', { treaty: 'kyoto' }, { asOf })
        return acts
          .filter(({ class: kind }) => kind === 'consent')
          .reduce((sum, { actor }) => sum + Math.round(1000 * (shares.get(actor) ?? 0)), 0)
      }
      expect([await tenths('2004-04-15'), await tenths('2004-11-18')]).toEqual([442, 616])
    },
  )
})
