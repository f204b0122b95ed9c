import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { written } from '../../../src/exports/write-answer.ts'
import { networks } from '../../../src/queries/graphs/index.ts'
import type { Given } from '../../../src/queries/question/given.ts'
import { readInput } from '../../../src/queries/question/read-input.ts'
import { theWorkspaceOf } from '../../support/a-workspace-of.ts'
import { aToyNetwork } from '../../support/toy-network.ts'

type Row = Readonly<Record<string, string>>

const { workspace } = theWorkspaceOf(aToyNetwork)

const networkNamed = (name: string) => {
  const found = networks.find((one) => one.name === `network ${name}`)
  if (found === undefined) throw new Error(`There is no network "${name}".`)
  return found
}

/** The table as a program reads it that was given the file. */
const tableOf = async (name: string, given: Given): Promise<readonly Row[]> => {
  const asked = networkNamed(name)
  const world = await workspace().world({ asOf: '2010-01-01' })
  const { chunks } = await written(asked, world, readInput(asked, given, String), 'csv')
  const pieces: string[] = []
  for await (const piece of chunks) pieces.push(String(piece))
  return parse(pieces.join(''), { columns: true })
}
const pick = (rows: readonly Row[], ...columns: readonly string[]) =>
  rows.map((row) => columns.map((column) => row[column]).join(' '))

describe('edges of memberships', () => {
  const edges = (given: Given) => tableOf('edges', { from: '1991', to: '1996', ...given })
  it('are there in the years on whose last day they held, with what is not told to the day', async () =>
    expect(pick(await edges({}), 'ego', 'alter', 'year', 'kind', 'certainty', 'told_by')).toEqual([
      'toya toyo1 1992 full certain days',
      'toya toyo1 1993 full certain days',
      'toya toyo1 1994 full certain days',
      ...[1992, 1993, 1994, 1995, 1996].map((year) => `toyb toyo1 ${year} full certain days`),
      ...[1993, 1994, 1995, 1996].map((year) => `toyc toyo1 ${year} observer certain days`),
    ]))
  it('are read on another day, on which some only may have held', async () =>
    expect(pick(await edges({ at: '06-30', to: '1993' }), 'ego', 'year', 'kind', 'certainty')).toEqual([
      'toya 1992 full certain',
      'toya 1993 full certain',
      'toyb 1992 full certain',
      'toyb 1993 full certain',
      'toyc 1993 observer possible',
    ]))
  it('are of the kinds asked for', async () =>
    expect(pick(await edges({ kinds: 'observer', to: '1993' }), 'ego', 'alter_is', 'alter_name', 'alter_cow')).toEqual([
      'toyc igo Arms & <Trade> "Union" ',
    ]))
})

describe('edges between states', () => {
  it('are there once, of each type, with its value and whether it is told by the year', async () =>
    expect(
      pick(
        await tableOf('edges', { ties: 'toy-pact', from: '1991', to: '1993' }),
        'ego',
        'alter',
        'year',
        'kind',
        'weight',
        'directed',
        'certainty',
        'told_by',
      ),
    ).toEqual([
      ...[1991, 1992, 1993].map((year) => `toya toyb ${year} defense  false certain days`),
      ...[1992, 1993].map((year) => `toya toyb ${year} trade 2.5 false certain years`),
      ...[1991, 1992, 1993].map((year) => `toyb toyc ${year}   false certain years`),
    ]))
  it('wait for both states to be in the system', async () =>
    expect(
      pick(await tableOf('edges', { ties: 'toy-pact', from: '2000', to: '2003' }), 'ego', 'alter', 'year', 'certainty'),
    ).toEqual([
      'toyb toyc 2000 certain',
      'toyb toyc 2001 certain',
      'toyb toyc 2002 certain',
      'toyc toyd 2001 possible',
      'toyc toyd 2002 certain',
      'toyc toyd 2003 certain',
    ]))
  it('are not tied by treaties that are in force for them: each is tied to the treaty', async () =>
    expect(
      pick(await tableOf('edges', { ties: 'treaties', from: '1991', to: '1996' }), 'ego', 'alter', 'alter_is', 'year'),
    ).toEqual([
      ...[1991, 1992, 1993, 1994, 1995, 1996].map((year) => `toya toy treaty ${year}`),
      ...[1992, 1993, 1996].map((year) => `toyb toy treaty ${year}`),
      ...[1993, 1994, 1995, 1996].map((year) => `toyc toy treaty ${year}`),
    ]))
  it.each([
    [{ ties: 'toy-pact', kinds: 'full' }, /^says which memberships are ties/],
    [{ types: 'land' }, /^says which ties of a relation/],
    [{ ties: 'nothing' }, /^nobody has recorded ties of "nothing"/],
  ])('%o is refused', async (given, message) =>
    expect(tableOf('edges', { from: '1991', to: '1992', ...given })).rejects.toThrow(message),
  )
})

describe('what netdiffuseR takes', () => {
  const given = { from: '1991', to: '2002', ties: 'toy-pact' }
  it('has a row for all years that follow one another, both ways, the greatest value of a pair in each', async () =>
    expect(pick(await tableOf('netdiffuser edges', given), 'ego', 'alter', 'w', 't0', 't1')).toEqual([
      'toya toyb 1 1991 1991',
      'toyb toya 1 1991 1991',
      'toya toyb 2.5 1992 1993',
      'toyb toya 2.5 1992 1993',
      'toyb toyc 1 1991 2002',
      'toyc toyb 1 1991 2002',
      'toyc toyd 1 2002 2002',
      'toyd toyc 1 2002 2002',
    ]))
  it('counts what is only possible where that is asked', async () =>
    expect(pick(await tableOf('netdiffuser edges', { ...given, possible: true }), 'ego', 'alter', 't0')).toContain(
      'toyc toyd 2001',
    ))
  it('has those without ties, too', async () =>
    expect(
      pick(await tableOf('netdiffuser edges', { ...given, types: 'defense', to: '1992' }), 'ego', 'alter', 'w', 't1'),
    ).toEqual(['toya toyb 1 1992', 'toyb toya 1 1992', 'toyc  0 1992']))
  it('has one time for each of the same states: the first year on whose day it had adopted', async () =>
    expect(
      pick(await tableOf('netdiffuser toa', { subject: 'toy', from: '1991', to: '2002' }), 'node', 'toa', 'adopted'),
    ).toEqual(['toya 1991 1991-05-01', 'toyb 1992 1992-06-30', 'toyc 1993 1993-12-31', 'toyd  ']))
  it('has the last adoption instead, and no time before the first year or after the last', async () => {
    const toa = (more: Given) => tableOf('netdiffuser toa', { subject: 'toy', from: '1992', to: '1994', ...more })
    expect(pick(await toa({ spells: 'last' }), 'node', 'toa')).toEqual(['toya 1992', 'toyb ', 'toyc 1993'])
    expect(pick(await toa({ at: '06-01' }), 'node', 'toa', 'left')).toEqual([
      'toya 1992 ',
      'toyb 1993 1994-06-30',
      'toyc 1994 ',
    ])
  })
  it('gives back the exposures that follow by hand, from both files and nothing else', async () => {
    const edges = await tableOf('netdiffuser edges', given)
    const nodes = await tableOf('netdiffuser toa', { subject: 'toy', from: '1991', to: '2002' })
    const adopted = new Map(nodes.flatMap(({ node = '', toa = '' }) => (toa === '' ? [] : [[node, Number(toa)]])))
    const exposure = (ego: string, year: number): number => {
      const alters = new Set(
        edges
          .filter((row) => row['ego'] === ego && Number(row['t0']) <= year && year <= Number(row['t1']))
          .map((row) => row['alter'] ?? ''),
      )
      return [...alters].filter((alter) => (adopted.get(alter) ?? Infinity) <= year).length / alters.size
    }
    // A is tied to B until 1993, B to C as well, D to C in 2002. A adopts in 1991, B in 1992, C in 1993.
    const byHand = [
      ['toya', 1991, 0],
      ['toya', 1992, 1],
      ['toyb', 1991, 1 / 2],
      ['toyb', 1993, 1],
      ['toyc', 1991, 0],
      ['toyc', 1992, 1],
      ['toyd', 2002, 1],
      ['toyc', 2002, 1 / 2],
    ] as const
    for (const [ego, year, share] of byHand) expect([ego, year, exposure(ego, year)]).toEqual([ego, year, share])
  })
  it.each(['memberships', 'treaties'])('takes no %s: these tie no two states', async (ties) =>
    expect(tableOf('netdiffuser edges', { ...given, ties })).rejects.toThrow(/ties between two states were expected/),
  )
})

describe('a list of adoptions', () => {
  const adoptions = (given: Given = {}) => tableOf('adoptions', { subjects: 'toy', ...given })
  it('has the first adoption of each that adopted, and nobody else', async () =>
    expect(pick(await adoptions(), 'state', 'policy', 'adopt_year', 'date', 'earliest', 'spell')).toEqual([
      'toya toy 1991 1991-05-01 1991-05-01 1',
      'toyb toy 1992 1992-06-30 1992-06-30 1',
      'toyc toy 1993 1993-12-31 1993-01-01 1',
    ]))
  it('has the last one where that is asked, and the years asked for', async () =>
    expect(pick(await adoptions({ spells: 'last', from: '1992' }), 'state', 'adopt_year', 'spell')).toEqual([
      'toyc 1993 1',
      'toyb 1996 2',
    ]))
  it('says beside it what it leaves out', async () => {
    const asked = networkNamed('adoptions')
    const world = await workspace().world({ asOf: '2010-01-01' })
    const given = { subjects: 'toy', to: '1992' }
    const { remarks } = await written(asked, world, readInput(asked, given, String), 'csv')
    // No source claims to hold all acts: D may have adopted, for all that is known.
    expect(remarks?.[0]).toBe(
      'toy: not listed: 1 member of the system that had not adopted (1 of them may have), 0 adoptions by whoever was ' +
        'no member then, 1 in other years',
    )
  })
})
