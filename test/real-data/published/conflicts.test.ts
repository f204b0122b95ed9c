import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { asker } from '../../support/ask.ts'
import { dataFolder } from '../../support/run/published.ts'
import { long, theLog } from './the-log.ts'

interface Side {
  value: string
  citations: string[]
  decidedBy: string[]
}
interface Row {
  actor: string
  subject: string
  from: string | null
  to: string | null
  follows: Side
  against: Side
}

describe.skipIf(!existsSync(dataFolder))(
  'the Correlates of War memberships beside the lists of the organisations',
  () => {
    const { workspace } = theLog()
    let rows: readonly Row[]
    const ask = asker(workspace)
    const between = (actor: string, subject: string) =>
      rows
        .filter((row) => row.actor === actor && row.subject === subject)
        .map(({ from, to, follows, against }) => [from, to, follows.value, against.value])

    beforeAll(async () => {
      rows = (await ask<{ rows: Row[] }>('conflicts', { about: 'memberships' })).rows
    }, long)

    // Admitted on 18 September 1973 (General Assembly resolution 3050 (XXVIII)); coded from 1965 on.
    it.each(['deu', 'ddr'])('disagree about %s in the United Nations before 1973', (actor) =>
      expect(between(actor, 'un')).toEqual([['1965-01-01', '1973-09-18', 'none', 'full']]),
    )
    // Out from 31 December 1970, back on 28 November 1974 (Council of Europe); coded without a gap.
    it('disagree about Greece in the Council of Europe', () =>
      expect(between('grc', 'coe')).toEqual([['1970-12-31', '1974-11-28', 'none', 'full']]))
    // Back on 1 October 2003 (UNESCO); coded as no member to the end of the data, in 2014.
    it('disagree about the United States in UNESCO', () =>
      expect(between('usa', 'unesco')).toContainEqual(['2003-10-01', '2015-01-01', 'full', 'none']))
    // The member is a founding one; the code follows the government that was represented.
    it('disagree about China in the United Nations before 1971', () =>
      expect(between('chn', 'un')).toEqual([['1949-01-01', '1971-01-01', 'full', 'none']]))

    it('are both cited, down to their events', () => {
      for (const { follows, against } of rows)
        for (const side of [follows, against])
          expect(Math.min(side.citations.length, side.decidedBy.length)).toBeGreaterThan(0)
    })

    it(
      'agree about years of joining and of leaving: the United Kingdom left UNESCO and came back, ' +
        'Iceland the whaling commission',
      () => {
        expect(between('gbr', 'unesco').filter(([from]) => String(from) > '1946-11-04')).toEqual([])
        expect(between('isl', 'iwc')).toEqual([])
      },
    )

    it('decide as one asks: the organisation, or the codes', async () => {
      const kinds = async (state: string, igo: string, asOf: string, sources?: string) =>
        (
          await ask<{ memberships: { kind: string }[] }>(
            'memberships',
            { state, igo, ...(sources !== undefined && { sources }) },
            { asOf },
          )
        ).memberships.map(({ kind }) => kind)
      expect([
        await kinds('grc', 'coe', '1972-06-01'),
        await kinds('grc', 'coe', '1972-06-01', 'cow-igo,organisation'),
      ]).toEqual([[], ['full']])
      expect([
        await kinds('ddr', 'un', '1970-06-01', 'organisation'),
        await kinds('ddr', 'un', '1970-06-01', 'dataset'),
      ]).toEqual([[], ['full']])
    })
  },
)
