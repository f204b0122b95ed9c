import { describe, expect, it } from 'vitest'
import { loadAttribute } from '../../src/queries/relations/load-attributes.ts'
import { loadRelations } from '../../src/queries/relations/load-relations.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { day } from '../support/folded.ts'
import { toyStates } from '../support/toy-states.ts'

/**
 * Two lists. One has A and B border on each other by land from 1950 on, and its data end in 2016; it holds all borders
 * of the states of its system. The other says of 2010 how far A and C are from each other, and holds that of A, B, C.
 */
const sources = [{ citation: 'An invented world, for tests', kind: 'dataset' }]
const cited = (ref: string) => [{ ref }]
const registered = (source: string) => ({
  stream: `source-${source}`,
  type: 'SourceRegistered',
  sources,
  data: { source, citation: 'An invented world, for tests', kind: 'dataset', series: source },
})
const claim = (source: string, data: object) => ({
  stream: `source-${source}`,
  type: 'CoverageClaimed',
  sources: cited(source),
  data,
})
const tie = (relation: string, occurred: string, source: string, data: object) => ({
  stream: `relation-${relation}-toya`,
  type: 'RelationObserved',
  occurred,
  sources: cited(source),
  data: { relation, actor: 'toya', directed: false, ...data },
})
const figure = (year: number, type: string, data: object, source = 'powers') => ({
  stream: 'attribute-toy-power-toya',
  type,
  occurred: String(year),
  sources: cited(source),
  data: { attribute: 'toy-power', of: 'state', actor: 'toya', firstYear: year, lastYear: year, ...data },
})

const { workspace } = theWorkspaceOf((opened) =>
  append(
    opened,
    ...toyStates(['a', 'b', 'c'], { sources, since: '1950-01-01', system: 'cow' }),
    ...['borders', 'distances', 'powers', 'other-powers'].map(registered),
    claim('borders', {
      relations: ['toy-border'],
      actors: 'all',
      system: 'cow',
      classes: ['relation'],
      from: '1816-01-01',
      through: '2016-12-31',
    }),
    claim('distances', {
      relations: ['toy-distance'],
      actors: ['toya', 'toyb', 'toyc'],
      static: true,
      classes: ['relation'],
      from: '2010-01-01',
      through: '2010-12-31',
    }),
    tie('toy-border', '1950-01-01/..', 'borders', { other: 'toyb', type: 'land', from: '1950-01-01' }),
    tie('toy-distance', '2010', 'distances', { other: 'toyc', value: 812.5, describes: '2010' }),
    figure(1990, 'AttributeObserved', { value: 0.25 }),
    figure(1991, 'AttributeMissing', { reason: 'missing' }),
    figure(1991, 'AttributeObserved', { value: 0.5 }, 'other-powers'),
    figure(1992, 'AttributeMissing', { reason: 'missing' }),
  ),
)

const world = () => workspace().world({ asOf: '2020-01-01' })

describe('the ties of a day', () => {
  it('are those that hold on it, with the source that tells them', async () => {
    const { on } = await loadRelations(await world(), 'toy-border')
    expect(on(day('1949-12-31'))).toEqual([])
    expect(on(day('1950-01-01'))).toMatchObject([
      {
        a: 'toya',
        b: 'toyb',
        directed: false,
        type: 'land',
        value: undefined,
        series: 'borders',
        certainty: 'certain',
        isAssumed: false,
      },
    ])
    expect(on(day('1950-01-01'))[0]?.decidedBy).toHaveLength(1)
  })
  it('are assumed after the last day of their source, where it told no end', async () => {
    const { on } = await loadRelations(await world(), 'toy-border')
    expect(on(day('2016-12-31')).map(({ isAssumed }) => isAssumed)).toEqual([false])
    expect(on(day('2017-01-01')).map(({ isAssumed }) => isAssumed)).toEqual([true])
  })
  it('are assumed before and after the time that their source describes', async () => {
    const { on } = await loadRelations(await world(), 'toy-distance')
    const seen = ['1816-01-01', '2010-06-01', '2011-01-01'].map((date) =>
      on(day(date)).map(({ value, describes, isAssumed }) => [value, describes, isAssumed]),
    )
    expect(seen).toEqual([[[812.5, '2010', true]], [[812.5, '2010', false]], [[812.5, '2010', true]]])
  })
  it('are left out that the policy does not believe', async () => {
    const { on } = await loadRelations({ ...(await world()), sources: ['depositary'] }, 'toy-border')
    expect(on(day('1990-01-01'))).toEqual([])
  })
  it('of a relation that nobody tells of are no empty list', async () =>
    expect(loadRelations(await world(), 'toy-bordr')).rejects.toMatchObject({
      code: 'unknown-relation',
      hint: expect.stringContaining('toy-border'),
    }))
})

describe('how far the sources of a relation reach', () => {
  it('is of states of the system only, and of the years of the source: beyond, no tie is unknown', async () => {
    const { coverage } = await loadRelations(await world(), 'toy-border')
    const states = ['1949-12-31', '1950-01-01', '2016-12-31', '2017-01-01'].map(
      (date) => coverage('toyc', day(date)).state,
    )
    expect(states).toEqual(['none', 'covered', 'covered', 'carried'])
    expect(coverage('toyc', day('1990-01-01')).by).toEqual(['borders'])
    expect(coverage('fra', day('1990-01-01'))).toEqual({ state: 'none', by: [] })
  })
  it('is assumed on other days than those that a static source describes', async () => {
    const { coverage } = await loadRelations(await world(), 'toy-distance')
    expect(coverage('toyb', day('2010-01-01')).state).toBe('covered')
    expect(coverage('toyb', day('1990-01-01')).state).toBe('assumed')
    expect(coverage('fra', day('2010-01-01')).state).toBe('none')
  })
})

describe('an attribute on a day', () => {
  it('has the value of its year, or none: never 0', async () => {
    const { on, entities } = await loadAttribute(await world(), 'toy-power', 'state')
    expect(entities).toEqual(['toya'])
    expect(on('toya', day('1990-12-31'))).toMatchObject({ value: 0.25, missing: undefined, isAssumed: false })
    expect(on('toya', day('1989-12-31'))).toBeUndefined()
    expect(on('toyb', day('1990-12-31'))).toBeUndefined()
  })
  it('is that of a source with a value before one without, and else says why there is none', async () => {
    const { on } = await loadAttribute(await world(), 'toy-power', 'state')
    expect(on('toya', day('1991-06-01'))).toMatchObject({ value: 0.5, series: 'other-powers' })
    expect(on('toya', day('1992-06-01'))).toMatchObject({ value: undefined, missing: 'missing' })
  })
  it('of states is none of organisations, though an id may be that of one of each', async () =>
    expect(loadAttribute(await world(), 'toy-power', 'igo')).rejects.toMatchObject({ code: 'bad-input' }))
  it('that nobody tells of is no empty list', async () =>
    expect(loadAttribute(await world(), 'cinc', 'state')).rejects.toMatchObject({ code: 'unknown-attribute' }))
})
