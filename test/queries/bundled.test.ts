import { describe, expect, it } from 'vitest'
import { theBundledCase } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { rowsOf } from '../support/ask.ts'

const { workspace, ask } = theBundledCase()

interface Status {
  status: string
  since: string | null
  until: string | null
  spell: number
  certainty: string
  decidedBy: string[]
  asOf: string
  asKnownAt: string | null
  ordinal: number
}
interface Evidence {
  evidence: { id: string; type: string; citations: string[]; occurred: string | null }[]
  decidedBy: string[]
  rules: {
    treaty: string
    rule: string
    enteredIntoForce: string
    basis: string
    triggerDate: string
    triggerEvents: string[]
  }[]
}

describe('status: the United States and the Convention against Torture', () => {
  const on = (asOf: string) => ask<Status>('status', { state: 'usa', subject: 'cat' }, { asOf })
  it.each([
    ['1988-04-17', 'NONE', null],
    ['1994-10-20', 'SIGNED', '1988-04-18'],
    ['1994-10-21', 'CONSENTED', '1994-10-21'],
    ['1994-11-19', 'CONSENTED', '1994-10-21'],
    ['1994-11-20', 'IN_FORCE', '1994-11-20'],
  ])(
    'on %s is %s (deposit 1994-10-21: United Nations Treaty Collection; thirty days: art. 27(2))',
    async (asOf, status, since) => {
      expect(await on(asOf)).toMatchObject({ status, since, certainty: 'certain' })
    },
  )
  it('says until when it is known to hold', async () => expect((await on('1994-10-21')).until).toBe('1994-11-20'))
  it('takes names and codes for ids', async () => {
    const answers = await Promise.all(
      [
        ['United States', 'CAT'],
        ['USA', '4-9'],
        ['United States of America', 'Convention against Torture'],
      ].map(([state, subject]) => ask<Status>('status', { state, subject }, { asOf: '1994-11-20' })),
    )
    for (const answer of answers) expect(answer).toMatchObject({ state: 'usa', subject: 'cat', status: 'IN_FORCE' })
  })
  it(
    'of a norm: bound to the prohibition of torture by the Covenant before the Convention, ' +
      'with its reservation to article 7 (MTDSG IV.4)',
    async () => {
      expect(await ask('status', { state: 'usa', subject: 'torture' }, { asOf: '1992-09-07' })).toMatchObject({
        status: 'COMMITTED',
      })
      expect(await ask('status', { state: 'usa', subject: 'torture' }, { asOf: '1992-09-08' })).toMatchObject({
        status: 'BOUND_QUALIFIED',
      })
    },
  )
})

describe('explain status', () => {
  it('goes down to the clause, the trigger, the deposit and its citation', async () => {
    const why = await ask<Evidence>('explain status', { state: 'usa', subject: 'cat' }, { asOf: '1994-11-20' })
    expect(why.rules).toEqual([
      expect.objectContaining({
        treaty: 'cat',
        rule: '30 days after the 20th instrument',
        enteredIntoForce: '1987-06-26',
        basis: 'derived',
        triggerDate: '1987-05-27',
      }),
    ])
    expect(why.evidence.map(({ id }) => id).toSorted()).toEqual(why.decidedBy.toSorted())
    const deposit = why.evidence.find(({ type, occurred }) => type === 'TreatyRatified' && occurred === '1994-10-21')
    expect(deposit?.citations[0]).toMatch(
      /Multilateral Treaties Deposited with the Secretary-General.*United States of America/,
    )
    for (const { citations } of why.evidence) expect(citations.join('')).not.toBe('')
  })
})

describe('treaty', () => {
  interface Treaty {
    enteredIntoForce: { date: string | null; basis: string; triggerDate: string | null; triggerEvent: string | null }
    parties: { count: number; states: string[] }
    contracting: { count: number }
  }
  it(
    'the Convention against Torture entered into force on 1987-06-26, ' +
      'triggered by Denmark on 1987-05-27 (art. 27(1))',
    async () => {
      const { enteredIntoForce } = await ask<Treaty>('treaty', { treaty: 'cat' }, { asOf: '1987-06-26' })
      expect(enteredIntoForce).toMatchObject({ date: '1987-06-26', basis: 'derived', triggerDate: '1987-05-27' })
      const { items: events } = await ask<{ items: { type: string; data: { actor: string } }[] }>('events', {
        id: enteredIntoForce.triggerEvent,
      })
      expect(events).toMatchObject([{ type: 'TreatyRatified', data: { actor: 'dnk' } }])
    },
  )
  it('on the day before nobody was bound', async () => {
    const before = await ask<Treaty>('treaty', { treaty: 'cat' }, { asOf: '1987-06-25' })
    expect([before.enteredIntoForce.date, before.enteredIntoForce.basis, before.parties.count]).toEqual([
      null,
      'not-yet',
      0,
    ])
    const after = await ask<Treaty>('treaty', { treaty: 'cat' }, { asOf: '1987-06-26' })
    expect(after.parties.count).toBeGreaterThanOrEqual(20)
    expect(after.parties.states).toContain('dnk')
    expect(after.parties.states).not.toContain('usa')
  })
})

describe('memberships', () => {
  const coe = async (asOf: string) =>
    (
      await ask<{ memberships: { igo: string; kind: string; since: string }[] }>(
        'memberships',
        { state: 'Russia', igo: 'Council of Europe' },
        { asOf },
      )
    ).memberships
  it('Russia was a full member of the Council of Europe on 2022-03-15, since 1996-02-28', async () =>
    expect(await coe('2022-03-15')).toMatchObject([{ igo: 'coe', kind: 'full', since: '1996-02-28' }]))
  it('and none from 2022-03-16 on', async () => expect(await coe('2022-03-16')).toEqual([]))
  it('South Africa was no member of the Commonwealth between 1961-05-31 and 1994-06-01', async () => {
    const commonwealth = async (asOf: string) =>
      (await ask<{ memberships: object[] }>('memberships', { state: 'zaf', igo: 'commonwealth' }, { asOf })).memberships
        .length
    expect(await Promise.all(['1961-05-30', '1961-05-31', '1994-05-31', '1994-06-01'].map(commonwealth))).toEqual([
      1, 0, 0, 1,
    ])
  })
})

describe('world', () => {
  it('counts every actor once, by its status', async () => {
    const { counts, states } = await ask<{
      counts: Record<string, number>
      states: { state: string; status: string; inSystem: boolean }[]
    }>('world', { subject: 'cat' }, { asOf: '1994-10-21' })
    expect(Object.values(counts).reduce((a, b) => a + b)).toBe(states.length)
    expect(new Set(states.map(({ state }) => state)).size).toBe(states.length)
    expect(states.find(({ state }) => state === 'usa')).toMatchObject({ status: 'CONSENTED', inSystem: true })
  })
})

describe('timeline', () => {
  it('goes from the beginning to the open end, span by span', async () => {
    const { subjects } = await ask<{
      subjects: { spans: { from: string | null; to: string | null; status: string }[] }[]
    }>('timeline', { state: 'usa', subject: 'cat' })
    expect(subjects[0]?.spans.map(({ from, to, status }) => [from, to, status])).toEqual([
      [null, '1988-04-18', 'NONE'],
      ['1988-04-18', '1994-10-21', 'SIGNED'],
      ['1994-10-21', '1994-11-20', 'CONSENTED'],
      ['1994-11-20', null, 'IN_FORCE'],
    ])
  })
  it('without a subject tells of every treaty that the state has acted on', async () => {
    const { subjects, events } = await ask<{ subjects: { subject: string }[]; events: { date: string | null }[] }>(
      'timeline',
      { state: 'usa' },
    )
    expect(subjects.map(({ subject }) => subject)).toEqual(expect.arrayContaining(['cat', 'iccpr']))
    const dates = events.map(({ date }) => date ?? '')
    expect(dates).toEqual(dates.toSorted())
  })
})

describe('events', () => {
  interface Found {
    items: { ordinal: number; stream: string; type: string; data: { actor?: string } }[]
    next: string | null
  }
  const find = (input: object) => ask<Found>('events', input as Record<string, unknown>)
  it('can be had by stream, by the beginning of a stream, by type and by actor', async () => {
    expect(new Set((await find({ stream: 'treaty-cat' })).items.map(({ stream }) => stream))).toEqual(
      new Set(['treaty-cat']),
    )
    const igos = new Set((await find({ stream: 'igo-*', limit: '10000' })).items.map(({ stream }) => stream))
    expect([igos.has('igo-un'), igos.has('igo-coe'), [...igos].every((stream) => stream.startsWith('igo-'))]).toEqual([
      true,
      true,
      true,
    ])
    expect((await find({ stream: 'treaty-cat', type: 'TreatyRatified', actor: 'United States' })).items).toMatchObject([
      { type: 'TreatyRatified', data: { actor: 'usa' } },
    ])
  })
  it('come in pages that do not overlap', async () => {
    const first = await find({ stream: 'treaty-cat', limit: '5' })
    const second = await find({ stream: 'treaty-cat', limit: '5', after: String(first.items.at(-1)?.ordinal) })
    expect([first.next !== null, first.items.length, second.items.length]).toEqual([true, 5, 5])
    expect(second.items[0]!.ordinal).toBeGreaterThan(first.items.at(-1)!.ordinal)
  })
})

describe('spread', () => {
  interface Spread {
    adopters: { order: number; state: string; date: string; exits: string | null }[]
    curve: { year: number; system: number; consented: { count: number; share: number }; hazard: number | null }[]
    exits: { state: string; date: string }[]
    regions: {
      label: string
      system: number
      adopters: number
      curve: { year: number; system: number; adopters: number; share: number }[]
    }[]
  }
  it('ranks those who consented by date, and never counts more adopters than members of the system', async () => {
    const found = await ask<Spread>('spread', { subject: 'cat' }, { asOf: '2000-12-31' })
    const dates = found.adopters.map(({ date }) => date)
    expect(dates).toEqual(dates.toSorted())
    expect(found.adopters.find(({ state }) => state === 'usa')?.date).toBe('1994-10-21')
    expect(found.adopters.every(({ date }) => date <= '2000-12-31')).toBe(true)
    for (const { system, consented } of found.curve) expect(consented.count).toBeLessThanOrEqual(system)
    expect(found.curve.map(({ year }) => year)).toEqual(found.curve.map((_, index) => found.curve[0]!.year + index))
  })
  it('counts regions year by year: together they are the curve', async () => {
    const { regions, curve } = await ask<Spread>('spread', { subject: 'cat', system: 'un' }, { asOf: '2000-12-31' })
    for (const { year, system, consented } of curve) {
      const ofYear = regions.map((region) => region.curve.find((one) => one.year === year)!)
      const sum = (of: (one: (typeof ofYear)[number]) => number) => ofYear.reduce((all, one) => all + of(one), 0)
      expect([year, sum((one) => one.system), sum((one) => one.adopters)]).toEqual([year, system, consented.count])
    }
    for (const region of regions)
      expect([region.label, region.curve.at(-1)]).toMatchObject([
        region.label,
        { year: 2000, system: region.system, adopters: region.adopters },
      ])
    // By the end of 1986 Sweden, France, Norway and Bulgaria had consented, and Switzerland, no member of the United
    // Nations then (United Nations Treaty Collection, IV-9).
    const europe = regions.find(({ label }) => label === 'Europe')?.curve.find(({ year }) => year === 1986)
    expect(europe).toMatchObject({ adopters: 4, share: 4 / europe!.system })
  })
  it('lists exits', async () => {
    const found = await ask<Spread>('spread', { subject: 'ottawa', threshold: 'IN_FORCE' }, { asOf: '2026-02-01' })
    expect(found.exits.length).toBeGreaterThan(0)
    for (const { state, date } of found.exits)
      expect((await ask<Status>('status', { state, subject: 'ottawa' }, { asOf: date })).status).toBe('EXITED')
  })
})

describe('panel status', () => {
  const usa = async (at: string) =>
    rowsOf(await ask<never>('panel status', { subject: 'cat', from: '1993', to: '1995', at })).filter(
      ({ state }) => state === 'usa',
    )
  it('on 31 December: the United States is bound from 1994 on', async () => {
    expect((await usa('dec31')).map(({ year, status, cow, iso3 }) => [year, status, cow, iso3])).toEqual([
      [1993, 'SIGNED', 2, 'USA'],
      [1994, 'IN_FORCE', 2, 'USA'],
      [1995, 'IN_FORCE', 2, 'USA'],
    ])
  })
  it('on 1 January: from 1995 on', async () =>
    expect((await usa('jan1')).map(({ status }) => status)).toEqual(['SIGNED', 'SIGNED', 'IN_FORCE']))
  it('on a day between: as of that day', async () =>
    expect((await usa('10-21')).map(({ status }) => status)).toEqual(['SIGNED', 'CONSENTED', 'IN_FORCE']))
  it('has one row for a state and year', async () => {
    const rows = rowsOf(await ask<never>('panel status', { subject: 'cat', from: '1990', to: '1993' })).map(
      ({ state, year }) => `${String(state)} ${String(year)}`,
    )
    expect(new Set(rows).size).toBe(rows.length)
  })
})

describe('every answer', () => {
  it('prints back both clocks and the last event known', async () => {
    const { ordinal, recordedAt } = await workspace().log.head()
    const clocks = { asOf: '1994-11-20', asKnownAt: '2999-01-01' }
    for (const [name, input] of [
      ['status', { state: 'usa', subject: 'cat' }],
      ['world', { subject: 'cat' }],
      ['treaty', { treaty: 'cat' }],
      ['memberships', { state: 'usa' }],
      ['spread', { subject: 'cat' }],
      ['timeline', { state: 'usa' }],
    ] as const) {
      expect(await ask(name, input, clocks)).toMatchObject({
        asOf: '1994-11-20',
        asKnownAt: recordedAt,
        ordinal,
      })
      expect(await ask(name, input, { asOf: '1994-11-20' })).toMatchObject({
        asOf: '1994-11-20',
        asKnownAt: null,
        ordinal,
      })
    }
  })
  it('needs something known: before the first commit there was nothing', async () => {
    await expect(ask('status', { state: 'usa', subject: 'cat' }, { asKnownAt: '1900-01-01' })).rejects.toMatchObject({
      code: 'nothing-known',
    })
  })
})

describe('what nobody knows', () => {
  it.each([
    ['status', { state: 'Swazilnd', subject: 'cat' }, 'unknown-actor', 'Swaziland'],
    ['status', { state: 'usa', subject: 'Convention against Tortur' }, 'unknown-subject', 'Convention against Torture'],
    ['treaty', { treaty: 'Kyoto Protocl' }, 'unknown-treaty', 'Kyoto Protocol'],
    ['memberships', { state: 'usa', igo: 'Council of Europ' }, 'unknown-organisation', 'Council of Europe'],
    ['exposure', { state: 'usa', score: 'cirights:physin' }, 'unknown-score', 'cirights:physint'],
  ])('%s %o is refused as %s, with the closest', async (name, input, code, near) => {
    await expect(ask(name, input)).rejects.toMatchObject({ code, hint: expect.stringContaining(near) as string })
  })
})

describe('a later correction', () => {
  it('changes the answer of today, and not what was known before', async () => {
    const { items: events } = await ask<{ items: { id: string }[] }>('events', {
      stream: 'treaty-cat',
      type: 'TreatyRatified',
      actor: 'usa',
    })
    const { recordedAt } = await workspace().log.head()
    const line = {
      stream: 'treaty-cat',
      type: 'EventCorrected',
      sources: [{ citation: 'A mistake, for a test', kind: 'press' }],
      data: { target: events[0]!.id, reason: 'for a test', replacement: { occurred: '1995-10-21' } },
    }
    await append(workspace(), line)
    const question = { state: 'usa', subject: 'cat' }
    expect(await ask('status', question, { asOf: '1994-12-31' })).toMatchObject({ status: 'SIGNED' })
    expect(await ask('status', question, { asOf: '1994-12-31', asKnownAt: recordedAt! })).toMatchObject({
      status: 'IN_FORCE',
      asKnownAt: recordedAt,
    })
  })
})
