import { describe, expect, it } from 'vitest'
import { theBundledCase } from '../support/a-workspace-of.ts'
import { questionNamed } from '../support/ask.ts'

const { ask } = theBundledCase()
const asOf = '1985-01-01'

interface Listed {
  readonly state: string
  readonly inSystem: boolean | null
}
/** What is said of some states by an answer that lists them. */
const of = (list: readonly Listed[], ...states: readonly string[]) =>
  states.map((state) => list.find((one) => one.state === state)?.inSystem)

/**
 * The bundled case tells of members of the United Nations by the organisation's own list, which holds every admission,
 * and of 31 states by spells of their own: of Lithuania (admitted on 17 September 1991) and Argentina, not of Brazil.
 * Palestine and the Holy See were never admitted, and Croatia on 22 May 1992. Depositaries tell of nobody's membership.
 */
describe('a state of which the sources believed do not tell whether it was in the system', () => {
  it('is not told to be outside by world', async () => {
    const world = async (sources?: string) => {
      const found = await ask<{ states: Listed[] }>('world', { subject: 'cat', system: 'un', sources }, { asOf })
      return { ...found, text: questionNamed('world').text(found as never) }
    }
    const some = await world('depositary')
    expect(of(some.states, 'arg', 'ltu', 'bra', 'hrv', 'pse')).toEqual([true, false, null, null, null])
    expect(some.text).toMatch(/\n {2}bra .* Brazil \(not told whether in the system\)\n/)
    expect(some.text).toMatch(/\n {2}ltu .* Lithuania.* \(not in the system\)\n/)
    const untold = some.states.filter(({ inSystem }) => inSystem === null).length
    expect(some.text).toContain(`; of ${untold} the sources believed do not tell whether in the system (un)`)
    // Who believes the organisation, too, has its list of all admissions; by default it is believed.
    for (const sources of ['depositary,organisation', undefined]) {
      const { states, text } = await world(sources)
      expect(of(states, 'arg', 'ltu', 'bra', 'hrv', 'pse')).toEqual([true, false, true, false, false])
      expect(text).not.toContain('not told whether')
      expect(text).not.toContain('do not tell whether')
    }
  })
  it('is neither in it nor outside in the spells of a status', async () => {
    const system = async (sources: string) => {
      const input = { subject: 'cat', system: 'un', sources }
      const found = await ask<{ states: { state: string; system: { from: string }[]; untold?: object[] }[] }>(
        'spells status',
        input,
        { asOf },
      )
      const { columns, rows } = questionNamed('spells status').table ?? {}
      const place = columns?.findIndex(({ name }) => name === 'days_in_system') ?? -1
      const cells = [...(rows?.(found as never) ?? [])].filter(([state]) => state === 'pse')
      return {
        told: ['bra', 'pse'].map((id) => found.states.find(({ state }) => state === id)),
        days: new Set(cells.map((row) => row[place])),
      }
    }
    const always = [{ from: null, to: null }]
    const some = await system('depositary')
    expect(some.told).toMatchObject([
      { system: [], untold: always },
      { system: [], untold: always },
    ])
    expect(some.days).toEqual(new Set([null]))
    const all = await system('depositary,organisation')
    // An original member, from the day on which the Charter entered into force.
    expect(all.told).toMatchObject([{ system: [{ from: '1945-10-24', to: null }] }, { system: [] }])
    expect(all.told.map((one) => one?.untold)).toEqual([undefined, undefined])
    expect(all.days).toEqual(new Set(['none']))
  })
  it('is no outsider among those that adopted', async () => {
    const adopters = async (sources: string) => {
      const input = { subject: 'cat', system: 'un', sources }
      const found = await ask<{ adopters: Listed[] }>('spread', input, { asOf: '1990-01-01' })
      return { list: found.adopters, text: questionNamed('spread').text(found as never) }
    }
    // Switzerland consented on 2 December 1986, and was admitted to the United Nations in 2002.
    const some = await adopters('depositary')
    expect(of(some.list, 'swe', 'nor', 'che')).toEqual([true, null, null])
    expect(some.text).toMatch(/Norway \(not told whether in the system/)
    const all = await adopters('depositary,organisation')
    expect(of(all.list, 'swe', 'nor', 'che')).toEqual([true, true, false])
    expect(all.text).toMatch(/Switzerland \(not in the system/)
  })
  it('has no value by a channel since it is not known, and not since it was not there', async () => {
    const missing = async (state: string, sources: string, day: string) => {
      const input = { state, adoption: 'cat', channel: 'region', system: 'un', lag: '0', sources }
      return (await ask<{ missing: string | null }>('exposure', input, { asOf: day })).missing
    }
    expect(await missing('bra', 'm49,mtdsg-cat', '1995-06-01')).toBe('unknown')
    expect(await missing('hrv', 'm49,mtdsg-cat,un-members', '1985-06-01')).toBe('not-in-system')
  })
  it('is told of by none of its spells in the United Nations', async () => {
    const spells = async (sources?: string) => {
      const found = await ask<{ spells: { system: string; from: string }[]; untold: object[] }>('state', {
        state: 'hrv',
        sources,
      })
      return [found.spells.map(({ system, from }) => `${system} ${from}`), found.untold]
    }
    expect(await spells('depositary')).toEqual([[], [{ from: null, to: null }]])
    expect(await spells('organisation')).toEqual([['un 1992-05-22'], []])
    expect(await spells()).toEqual([['un 1992-05-22'], []])
  })
})
