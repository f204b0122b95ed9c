import { describe, expect, it } from 'vitest'
import { factsOf } from '../../projections/fold/facts.ts'
import { formatDay } from '../../src/time/day.ts'
import { corrected, recorded, retracted, said, type Said } from '../support/recorded.ts'

const ratified = (occurred: string, actor = 'usa') => said('treaty-cat', 'TreatyRatified', occurred, { actor })

/** What stands, as type and day. */
const standing = (...list: readonly Said[]) =>
  factsOf(recorded(list)).map(({ type, occurred }) => `${type} ${formatDay(occurred.lo)}`)

describe('what the log leaves standing', () => {
  const first = ratified('1994-10-12')

  it('without corrections: every event', () => expect(standing(first)).toEqual(['TreatyRatified 1994-10-12']))

  it('a corrected date', () =>
    expect(standing(first, corrected(first, { occurred: '1994-10-21' }))).toEqual(['TreatyRatified 1994-10-21']))

  it('a corrected kind of act', () =>
    expect(standing(first, corrected(first, { type: 'TreatyAcceded' }))).toEqual(['TreatyAcceded 1994-10-12']))

  it('a corrected payload, source and day of effect; nothing else changes', () => {
    const sources = [{ citation: 'A better table', kind: 'depositary' }] as const
    const [fact] = factsOf(
      recorded([
        first,
        corrected(first, {
          effective: '1994-11-20',
          sources: sources as never,
          data: { actor: 'usa', kind: 'simple' },
        }),
      ]),
    )
    expect(fact).toMatchObject({ id: first.event.id, data: { kind: 'simple' }, sources })
    expect(formatDay(fact!.effective!.lo)).toBe('1994-11-20')
    expect(formatDay(fact!.occurred.lo)).toBe('1994-10-12')
  })

  it('of two corrections the later one where they differ, and both where they do not', () => {
    const list = [
      first,
      corrected(first, { occurred: '1994-10-20', type: 'TreatyAcceded' }),
      corrected(first, { occurred: '1994-10-21' }),
    ]
    expect(standing(...list)).toEqual(['TreatyAcceded 1994-10-21'])
  })

  it('a correction of a correction amends what that one amended', () => {
    const once = corrected(first, { occurred: '1994-10-20' })
    expect(standing(first, once, corrected(once, { occurred: '1994-10-21' }))).toEqual(['TreatyRatified 1994-10-21'])
  })

  it('nothing of what was retracted', () => {
    expect(standing(first, retracted(first))).toEqual([])
    expect(standing(first, corrected(first, { occurred: '1994-10-21' }), retracted(first))).toEqual([])
  })

  it('the event as it first read, where its correction was retracted', () => {
    const wrong = corrected(first, { occurred: '1999-01-01' })
    expect(standing(first, wrong, retracted(wrong))).toEqual(['TreatyRatified 1994-10-12'])
  })

  it('the event as it first read, where the correction was retracted that others amended', () => {
    const wrong = corrected(first, { occurred: '1999-01-01' })
    const second = corrected(wrong, { occurred: '1999-02-01' })
    expect(standing(first, wrong, second, corrected(second, { occurred: '1999-03-01' }), retracted(wrong))).toEqual([
      'TreatyRatified 1994-10-12',
    ])
  })

  it('the earlier correction, where the later one was retracted', () => {
    const right = corrected(first, { occurred: '1994-10-21' })
    const wrong = corrected(first, { occurred: '1999-01-01' })
    expect(standing(first, right, wrong, retracted(wrong))).toEqual(['TreatyRatified 1994-10-21'])
  })

  it('the event again, where its retraction was retracted', () => {
    const gone = retracted(first)
    expect(standing(first, gone, retracted(gone))).toEqual(['TreatyRatified 1994-10-12'])
  })
})

describe('deciding events', () => {
  it('are the event and the corrections that shaped it', () => {
    const first = ratified('1994-10-12')
    const once = corrected(first, { occurred: '1994-10-21' })
    const wrong = corrected(first, { occurred: '1999-01-01' })
    const [fact] = factsOf(recorded([first, once, wrong, retracted(wrong)]))
    expect(fact?.decidedBy).toEqual([first.event.id, once.event.id])
  })
})

describe('legal order', () => {
  const signed = said('treaty-cat', 'TreatySigned', '1990-01-01', { actor: 'usa' })
  const consented = ratified('1990-01-01')
  const notified = said('treaty-cat', 'TreatyWithdrawalNotified', '1990-01-01', { actor: 'usa' })

  it('is by date, whatever was recorded first', () => {
    expect(standing(ratified('1995-01-01'), ratified('1990-01-01'))).toEqual([
      'TreatyRatified 1990-01-01',
      'TreatyRatified 1995-01-01',
    ])
  })
  it('of one day: signature, exit, consent, whatever was recorded first', () => {
    const right = ['TreatySigned 1990-01-01', 'TreatyWithdrawalNotified 1990-01-01', 'TreatyRatified 1990-01-01']
    for (const order of [
      [signed, consented, notified],
      [consented, notified, signed],
      [notified, signed, consented],
    ])
      expect(standing(...order)).toEqual(right)
  })
  it('of one day and kind: by event id', () => {
    const [a, b] = [ratified('1990-01-01', 'aaa'), ratified('1990-01-01', 'bbb')]
    const ids = (list: readonly Said[]) => factsOf(recorded(list)).map(({ id }) => id)
    expect(ids([b, a])).toEqual(ids([a, b]))
  })
})
