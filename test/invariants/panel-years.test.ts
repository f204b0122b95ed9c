import { describe, expect, it } from 'vitest'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { record } from '../support/a-read-model.ts'
import { aWorkspaceOf } from '../support/a-workspace-of.ts'
import { asker, rowsOf } from '../support/ask.ts'
import { said, type Said } from '../support/recorded.ts'
import { fc } from '../support/seeded.ts'

/*
 * What a panel says of a state and year does not depend on the other years that are asked for with it, nor on the order
 * in which formulas are named: the panel of some years is that of each of them, one after the other. And each of its
 * cells is what `exposure` says of that state and day.
 */

const actors = ['aaa', 'bbb', 'ccc', 'ddd']
const igos = ['one', 'two']
const first = 1980
const last = 1990
const year = fc.integer({ min: first, max: last })
const actor = fc.constantFrom(...actors)
const kind = fc.constantFrom('full', 'full', 'associate', 'observer')
const date = fc.oneof(
  year.map(String),
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`),
  fc.tuple(year, fc.constantFrom('01-01', '06-15', '12-31')).map(([y, day]) => `${y}-${day}`),
)
const stream = fc.constantFrom(...igos.map((igo) => `igo-${igo}`))
const dataset = { sources: [{ citation: 'Coded years, for tests', kind: 'dataset' as const, series: 'coded-years' }] }

const coded = fc
  .tuple(stream, actor, fc.constantFrom('full', 'full', 'associate', 'observer', 'none', 'unknown'), year, fc.nat(4))
  .map(([in_, who, code, from, more]) =>
    said(in_, 'MembershipObserved', undefined, { actor: who, code, firstYear: from, lastYear: from + more }, dataset),
  )
const started = fc
  .tuple(stream, actor, kind, date)
  .map(([in_, who, as, when]) => said(in_, 'MembershipStarted', when, { actor: who, kind: as }))
const changed = fc
  .tuple(stream, actor, kind, date)
  .map(([in_, who, as, when]) => said(in_, 'MembershipKindChanged', when, { actor: who, kind: as }))
const ended = fc
  .tuple(stream, actor, date)
  .map(([in_, who, when]) => said(in_, 'MembershipEnded', when, { actor: who, names: 'firstDayOut' }))
const noticed = fc
  .tuple(stream, actor, date)
  .map(([in_, who, when]) => said(in_, 'MembershipWithdrawalNotified', when, { actor: who }))
const histories = fc.array(fc.oneof(coded, coded, coded, started, changed, ended, noticed), {
  minLength: 8,
  maxLength: 24,
})

/** Four states: one enters late, another leaves, so that the number of states is another in many years. */
const definitions: readonly Said[] = [
  ...actors.map((id) =>
    said(`state-${id}`, 'ActorDefined', undefined, { actor: id, name: `The land of ${id}`, kind: 'state' }),
  ),
  ...actors.map((id, index) =>
    said(`state-${id}`, 'StateEntered', `${index === 3 ? 1986 : 1970}-03-01`, { actor: id, system: 'cow' }),
  ),
  said('state-ccc', 'StateEnded', '1984-06-30', { actor: 'ccc', system: 'cow', names: 'lastDayIn' }),
  ...igos.map((id) =>
    said(`igo-${id}`, 'IgoFounded', '1970-01-01', { igo: id, name: id, exit: { notice: { years: 1 } } }),
  ),
  ...actors.flatMap((id, index) =>
    Array.from({ length: last + 2 - first }, (_, k) => first - 1 + k)
      .filter((y) => (y + index) % 4 !== 0)
      .map((y) =>
        said(`practice-toy-score-${id}`, 'PracticeScoreRecorded', String(y), {
          actor: id,
          rater: 'toy',
          indicator: 'score',
          year: y,
          value: ((y * 7 + index * 3) % 9) + index / 4,
        }),
      ),
  ),
]

const options = fc.record({
  lag: fc.constantFrom('0', '1', '2', '90d'),
  at: fc.constantFrom('dec31', 'jan1', '06-15'),
  yearCodes: fc.constantFrom('whole', 'edges', 'edges'),
  dates: fc.constantFrom('bounds', 'bounds', 'earliest', 'latest', 'midpoint', 'exclude'),
  missing: fc.constantFrom('renormalise', 'zero'),
  minCoverage: fc.constantFrom('0', '0.5'),
  kinds: fc.constantFrom('full', 'full,associate,observer'),
  partnerKinds: fc.constantFrom('full', 'associate,full'),
  sources: fc.constantFrom(undefined, 'dataset,depositary', 'depositary', 'dataset'),
})
type Options = typeof options extends fc.Arbitrary<infer O> ? O : never

const formulas = ['mm', 'dc', 'bin', 'spmon', 'ti', 'raw', 'max', 'years']
type Panel = { columns: string[]; rows: unknown[][] }
const dayOf = { dec31: '12-31', jan1: '01-01', '06-15': '06-15' }

const checked = async (workspace: Workspace, asked: Options): Promise<void> => {
  const ask = asker(() => workspace)
  const given = { score: 'toy:score', ...asked, ...(asked.sources === undefined && { sources: undefined }) }
  const panel = async (from: number, to: number, formula = formulas.join(',')) =>
    rowsOf(await ask<Panel>('panel exposure', { ...given, formula, from: String(from), to: String(to) }))
  const whole = await panel(first, last)
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const apart = await Promise.all(years.map((one) => panel(one, one)))
  const inOrder = (a: Record<string, unknown>, b: Record<string, unknown>) =>
    String(a['state']) < String(b['state']) || (a['state'] === b['state'] && Number(a['year']) < Number(b['year']))
      ? -1
      : 1
  expect(apart.flat().toSorted(inOrder)).toEqual(whole)
  expect(await panel(first, last, formulas.toReversed().join(','))).toEqual(whole)
  const lagged = (name: string) => (asked.lag === '0' ? name : `${name}_lag${asked.lag}`)
  for (const row of whole.filter((_, index) => index % 5 === 0))
    for (const formula of formulas) {
      const { value, min, max, missing, coverage, degree, own, ownOnReadDay } = await ask<Record<string, unknown>>(
        'exposure',
        { ...given, formula, state: row['state'] },
        { asOf: `${row['year']}-${dayOf[asked.at as keyof typeof dayOf]}` },
      )
      const cell = (name: string) => row[lagged(`${name}_${formula}`)]
      expect([row[lagged(formula)], cell('min'), cell('max'), cell('missing')]).toEqual([value, min, max, missing])
      expect([cell('coverage'), cell('degree'), row['own'], row[lagged('own')]]).toEqual([
        coverage,
        degree,
        own,
        ownOnReadDay,
      ])
    }
}

/** Few, since each of them writes a log; each is asked in several ways. A slow machine tries fewer. */
const runs = { numRuns: 12, interruptAfterTimeLimit: 60_000 }

describe('a panel of exposures', () => {
  it('is the panels of its years, one after the other, and the exposures of its states', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.array(options, { minLength: 2, maxLength: 3 }), async (history, asked) => {
        const { workspace, dispose } = await aWorkspaceOf((opened) => record(opened.log, ...definitions, ...history))
        try {
          for (const one of asked) await checked(workspace, one)
        } finally {
          await dispose()
        }
      }),
      runs,
    )
  }, 90_000)
})
