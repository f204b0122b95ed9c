import { describe, expect, it } from 'vitest'
import { tableOf } from '../../../src/queries/question/question.ts'
import { formatDay, parseDay, type Day } from '../../../src/time/day.ts'
import { theBundledCase } from '../../support/a-workspace-of.ts'
import { questionNamed } from '../../support/ask.ts'
import { fc } from '../../support/seeded.ts'

const { ask } = theBundledCase()

interface Days {
  from: string | null
  to: string | null
}
interface Told extends Days {
  state: string
  igo: string
  kind: string
  since: string
  until: string | null
  certainty: string
  certain: Days | null
  toldBy: string
  spell: number
  formality: string
  suspended: (Days & { scope: string; certainty: string })[]
  decidedBy: string[]
}
interface Answer {
  state: string | null
  igo: string | null
  memberships: Told[]
}
const told = async (input: object, asOf?: string) =>
  (await ask<Answer>('spells memberships', { ...input }, { asOf })).memberships
const rowsOf = (answer: Answer, names: readonly string[]) => {
  const { columns, rows } = tableOf(questionNamed('spells memberships'), answer)
  const places = names.map((wanted) => columns.findIndex(({ name }) => name === wanted))
  return [...rows].map((row) => places.map((place) => row[place]))
}
const days = ({ from, to, kind, spell }: Told) => [from, to, kind, spell]
const isOn =
  (day: string) =>
  ({ from, to }: Days): boolean =>
    (from ?? '') <= day && day < (to ?? '~')

const certaintyOn = ({ certain }: Told, day: string): string =>
  certain !== null && isOn(day)(certain) ? 'certain' : 'possible'

describe('spells memberships', () => {
  it('Greece in the Council of Europe: notice 1969-12-12, out 1970-12-31 (Statute, art. 7), back in 1974', async () => {
    const found = await ask<Answer>('spells memberships', { state: 'Greece', igo: 'Council of Europe' })
    expect([found.state, found.igo]).toEqual(['grc', 'coe'])
    expect(found.memberships.map(days)).toEqual([
      ['1949-08-09', '1970-12-31', 'full', 1],
      ['1974-11-28', null, 'full', 2],
    ])
  })
  it('Germany and the Council of Europe: associate member on 1950-07-13, member on 1951-05-02', async () =>
    expect((await told({ state: 'deu', igo: 'coe' })).map(days)).toEqual([
      ['1950-07-13', '1951-05-02', 'associate', 1],
      ['1951-05-02', null, 'full', 1],
    ]))
  it('the United States and UNESCO: gone in 1984 and 2018; its third membership ends at the end of 2026', async () => {
    const found = await told({ state: 'usa', igo: 'unesco' })
    expect(found.map(({ spell, since, until }) => [spell, since, until])).toEqual([
      [1, '1946-11-04', '1984-12-31'],
      [2, '2003-10-01', '2018-12-31'],
      [3, '2023-07-01/2023-07-31', '2026-12-31'],
    ])
    expect(found.at(-1)).toMatchObject({
      from: '2023-07-01',
      certainty: 'certain',
      certain: { from: '2023-07-31', to: '2026-12-31' },
    })
  })
  it('Honduras was suspended in the OAS from 2009-07-04 to 2011-06-01, and a member all the same', async () => {
    const found = await ask<Answer>('spells memberships', { state: 'hnd', igo: 'oas' })
    expect(found.memberships.map(({ spell, suspended }) => [spell, suspended])).toMatchObject([
      [1, [{ scope: 'all', from: '2009-07-04', to: '2011-06-01', certainty: 'certain' }]],
    ])
    const [[, suspended] = []] = rowsOf(found, ['state', 'suspended'])
    expect(suspended).toBe('all 2009-07-04/2011-05-31')
  })
  it('a suspension ends with the membership: Russia in the Council of Europe until 2022-03-16', async () =>
    expect((await told({ state: 'rus', igo: 'coe' })).map(({ to, suspended }) => [to, suspended])).toMatchObject([
      ['2022-03-16', [{ scope: 'representation', from: '2022-02-25', to: '2022-03-16' }]],
    ]))
  it('needs a state or an organisation', async () =>
    await expect(told({})).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('neither `state` nor `igo` is given') as unknown,
    }))
  it('is about all days: the day asked about cuts nothing', async () =>
    expect(await told({ igo: 'coe' }, '1950-01-01')).toEqual(await told({ igo: 'coe' }, '2020-01-01')))
  it('has the organisations that are asked for: formal ones, where nobody says', async () => {
    const formalities = async (formality: string) => [
      ...new Set((await told({ state: 'usa', formality })).map((one) => one.formality)),
    ]
    expect(await formalities('formal')).toEqual(['formal'])
    expect(await formalities('informal')).not.toContain('formal')
    expect((await told({ state: 'usa' })).length).toBe((await told({ state: 'usa', formality: 'formal' })).length)
  })
  it('is a table: a row a span', async () => {
    const answer = await ask<Answer>('spells memberships', { igo: 'unesco', state: 'usa' })
    const names = ['state', 'cow', 'iso3', 'igo', 'formality', 'from', 'to', 'told_by', 'spell', 'suspended']
    expect(rowsOf(answer, names)[0]).toEqual([
      'usa',
      2,
      'USA',
      'unesco',
      'formal',
      '1946-11-04',
      '1984-12-31',
      'days',
      1,
      null,
    ])
    expect(rowsOf(answer, [])).toHaveLength(answer.memberships.length)
  })
})

describe('what is told of a day', () => {
  interface Member {
    state: string
    kind: string
    since: string
    certainty: string
    suspended: string | null
    decidedBy: string[]
  }
  const day = fc
    .integer({ min: parseDay('1945-01-01'), max: parseDay('2027-12-31') })
    .map((number) => formatDay(number as Day))

  it('is what `members` says of it, of every member', async () => {
    const igos = ['coe', 'un', 'eu', 'unesco', 'commonwealth', 'oas', 'iwc']
    const whole = new Map<string, Told[]>()
    for (const igo of igos) whole.set(igo, await told({ igo }))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...igos), day, async (igo, on) => {
        const { members } = await ask<{ members: Member[] }>('members', { igo }, { asOf: on })
        const own = (whole.get(igo) as Told[]).filter(isOn(on))
        expect(
          own.map((one) => ({
            state: one.state,
            kind: one.kind,
            since: one.since,
            certainty: certaintyOn(one, on),
            suspended: one.suspended.find(isOn(on))?.scope ?? null,
          })),
        ).toEqual(
          members.map(({ state, kind, since, certainty, suspended }) => ({ state, kind, since, certainty, suspended })),
        )
        for (const [index, { decidedBy }] of members.entries())
          expect(own[index]?.decidedBy).toEqual(expect.arrayContaining(decidedBy))
      }),
      { numRuns: 60 },
    )
  })

  it('is what `memberships` says of it, of every organisation', async () => {
    const states = ['grc', 'deu', 'usa', 'gbr', 'rus', 'zaf', 'cub', 'ddr', 'syr']
    const whole = new Map<string, Told[]>()
    for (const state of states) whole.set(state, await told({ state }))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...states), day, async (state, on) => {
        const { memberships } = await ask<{
          memberships: (Omit<Member, 'suspended'> & {
            igo: string
            suspended: { scope: string; certainty: string } | null
          })[]
        }>('memberships', { state }, { asOf: on })
        const own = (whole.get(state) as Told[]).filter(isOn(on))
        expect(
          own.map((one) => {
            const held = one.suspended.find(isOn(on))
            return [one.igo, one.kind, one.since, certaintyOn(one, on), held?.scope, held?.certainty]
          }),
        ).toEqual(
          memberships.map(({ igo, kind, since, certainty, suspended }) => [
            igo,
            kind,
            since,
            certainty,
            suspended?.scope,
            suspended?.certainty,
          ]),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('ends when `memberships` says that it ended', async () => {
    for (const state of ['grc', 'usa', 'gbr', 'zaf', 'jpn', 'rus', 'ddr'])
      for (const one of await told({ state })) {
        if (one.to === null) continue
        const after = await ask<{ notMember: { ended: string | null } | null }>(
          'memberships',
          { state, igo: one.igo },
          { asOf: one.to },
        )
        if (after.notMember !== null)
          expect(`${state} ${one.igo} ${after.notMember.ended}`).toBe(`${state} ${one.igo} ${one.until}`)
      }
  })
})
