import { describe, expect, it } from 'vitest'
import type { Act } from '../../projections/compose/treaty/acts.ts'
import { readingsOf } from '../../projections/compose/treaty/date-combinations.ts'
import { formatDay } from '../../src/time/day.ts'
import { parseDate } from '../../src/time/edtf.ts'
import type { EventId } from '../../src/time/event-id.ts'

const may = parseDate('1990-05')
const act = (kind: 'signature' | 'consent', form: string, done = may): Act => ({
  actor: 'aaa',
  class: kind,
  form,
  done,
  effect: undefined,
  detail: {},
  decidedBy: [form as EventId],
})
const told = (acts: readonly Act[]) =>
  readingsOf(acts).map((dated) => dated.map(({ class: kind, day }) => `${kind} ${formatDay(day)}`).join(', '))

describe('acts on the exact days that their dates may mean', () => {
  it('are done on days of their own, also where two dates are one and the same', () =>
    expect(told([act('signature', 'TreatySigned'), act('consent', 'TreatyRatified')])).toEqual([
      'signature 1990-05-01, consent 1990-05-01',
      'signature 1990-05-01, consent 1990-05-31',
      'consent 1990-05-01, signature 1990-05-31',
      'signature 1990-05-31, consent 1990-05-31',
    ]))
  it('leave an act of one day on it', () =>
    expect(told([act('signature', 'TreatySigned', parseDate('1990-04-02')), act('consent', 'TreatyRatified')])).toEqual(
      ['signature 1990-04-02, consent 1990-05-01', 'signature 1990-04-02, consent 1990-05-31'],
    ))
})
