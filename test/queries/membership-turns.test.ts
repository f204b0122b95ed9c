import { describe, expect, it } from 'vitest'
import type { MembershipSpan } from '../../projections/compose/membership/membership.ts'
import { turnsOf } from '../../src/queries/audit/around.ts'
import { packSpans } from '../../src/queries/memberships/packed-spans.ts'
import { FOREVER, formatDay, parseDay } from '../../src/time/day.ts'

const spanOf = (
  kind: MembershipSpan['kind'],
  from: string,
  to: string | undefined,
  observed: boolean,
): MembershipSpan => ({
  igo: 'toyo1',
  actor: 'toya',
  kind,
  track: observed ? 'coded' : 'acts',
  from: parseDay(from),
  to: to === undefined ? FOREVER : parseDay(to),
  certainty: 'certain',
  observed,
  decidedBy: [],
})

const turns = (...spans: readonly MembershipSpan[]) =>
  turnsOf(packSpans(spans), 0).map(({ kind, day }) => `${kind} ${formatDay(day)}`)

describe('memberships gained and lost', () => {
  it('are those of dated acts', () => {
    expect(turns(spanOf('full', '1973-01-01', '2020-02-01', false))).toEqual(['gained 1973-01-01', 'lost 2020-02-01'])
  })

  it('are not lost where the years that a source coded end', () => {
    expect(
      turns(spanOf('none', '1950-01-01', '1960-01-01', true), spanOf('full', '1960-01-01', '2015-01-01', true)),
    ).toEqual(['gained 1960-01-01'])
  })

  it('are lost where it codes years without them after', () => {
    expect(
      turns(spanOf('full', '1960-01-01', '1990-01-01', true), spanOf('none', '1990-01-01', '2015-01-01', true)),
    ).toEqual(['first-coded 1960-01-01', 'lost 1990-01-01'])
  })

  it('are no observers', () => {
    expect(turns(spanOf('observer', '1996-01-01', undefined, false))).toEqual([])
  })

  it('go on where acts take over from coded years', () => {
    expect(
      turns(
        spanOf('none', '1950-01-01', '1961-01-01', true),
        spanOf('full', '1961-01-01', '1973-01-01', true),
        spanOf('full', '1973-01-01', undefined, false),
      ),
    ).toEqual(['gained 1961-01-01'])
  })
})
