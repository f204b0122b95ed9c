import { DOMParser, type Document, type Element } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import { networks } from '../../src/queries/graphs/index.ts'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { shell } from '../cli/shell.ts'
import { copyCatalogueTo } from '../support/made-once.ts'
import { aToyNetwork } from '../support/toy-network.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'normtrail-gexf-'))
  await copyCatalogueTo(folder)
  const workspace = await openWorkspace(folder)
  await aToyNetwork(workspace)
  await workspace.close()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const exported = (...args: readonly string[]) =>
  shell(['export', 'network', ...args, '--as-of', '2010-01-01', '--data', folder], { networks })

/** What a strict parser makes of it: whatever is not well-formed is thrown. */
const parsed = (text: string): Document =>
  new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`)
    },
  }).parseFromString(text, 'text/xml')

const all = (within: Document | Element, name: string): readonly Element[] => [...within.getElementsByTagName(name)]
const spellsOf = (one: Element) =>
  all(one, 'spell').map((spell) => `${spell.getAttribute('start') ?? ''}/${spell.getAttribute('end') ?? ''}`)
const valuesOf = (one: Element, of: string) =>
  all(one, 'attvalue')
    .filter((value) => value.getAttribute('for') === of)
    .map((value) =>
      [value.getAttribute('value'), value.getAttribute('start'), value.getAttribute('end')].join(' ').trim(),
    )

describe('GEXF of memberships', () => {
  const graph = async () => parsed((await exported('gexf', '--from', '1991', '--to', '1996')).out)
  it('is a dynamic graph of intervals of days, in the namespace of GEXF 1.3', async () => {
    const document = await graph()
    expect([document.documentElement?.namespaceURI, document.documentElement?.getAttribute('version')]).toEqual([
      'http://gexf.net/1.3',
      '1.3',
    ])
    const [found] = all(document, 'graph')
    expect(
      ['mode', 'timeformat', 'timerepresentation', 'defaultedgetype'].map((name) => found?.getAttribute(name)),
    ).toEqual(['dynamic', 'date', 'interval', 'undirected'])
    expect(all(document, 'spell').every((spell) => !spell.hasAttribute('timestamp'))).toBe(true)
  })
  it('has states for their days in the system, and organisations for those of their lives', async () =>
    expect(
      all(await graph(), 'node').map((node) => [
        node.getAttribute('id'),
        node.getAttribute('label'),
        ...spellsOf(node),
      ]),
    ).toEqual([
      ['toya', 'Toyland a', '1991-01-01/1996-12-31'],
      ['toyb', 'Toyland b', '1991-01-01/1996-12-31'],
      ['toyc', 'Toyland c', '1991-01-01/1996-12-31'],
      ['igo-toyo1', 'Arms & <Trade> "Union"', '1992-03-15/1996-12-31'],
    ]))
  it('has edges with the days of their memberships, the last one among them', async () =>
    expect(
      all(await graph(), 'edge').map((edge) => [
        edge.getAttribute('source'),
        edge.getAttribute('target'),
        edge.getAttribute('kind'),
        spellsOf(edge),
        valuesOf(edge, 'certainty'),
        valuesOf(edge, 'told_by'),
      ]),
    ).toEqual([
      [
        'toya',
        'igo-toyo1',
        'full',
        ['1992-03-15/1995-06-01'],
        ['certain 1992-03-15 1995-06-01'],
        ['days 1992-03-15 1995-06-01'],
      ],
      [
        'toyb',
        'igo-toyo1',
        'full',
        ['1992-03-15/1996-12-31'],
        ['certain 1992-03-15 1996-12-31'],
        ['days 1992-03-15 1996-12-31'],
      ],
      [
        'toyc',
        'igo-toyo1',
        'observer',
        ['1993-01-01/1996-12-31'],
        ['possible 1993-01-01 1993-12-30', 'certain 1993-12-31 1996-12-31'],
        ['days 1993-01-01 1996-12-31'],
      ],
    ]))
  it('names no attribute that it does not declare, and no node that it does not have', async () => {
    const document = await graph()
    const declared = new Set(all(document, 'attribute').map((one) => one.getAttribute('id')))
    expect(all(document, 'attvalue').filter((value) => !declared.has(value.getAttribute('for')))).toEqual([])
    const nodes = new Set(all(document, 'node').map((node) => node.getAttribute('id')))
    const ends = all(document, 'edge').flatMap((edge) => [edge.getAttribute('source'), edge.getAttribute('target')])
    expect(ends.filter((end) => !nodes.has(end))).toEqual([])
  })
})

describe('GEXF of ties between states', () => {
  it('tells by edge which is told by the year, with its weight on these days', async () => {
    const { out } = await exported('gexf', '--ties', 'toy-pact', '--from', '1991', '--to', '1995')
    const [defense, trade] = all(parsed(out), 'edge')
    expect(defense && [defense.getAttribute('kind'), spellsOf(defense), valuesOf(defense, 'told_by')]).toEqual([
      'defense',
      ['1991-02-10/1994-08-04'],
      ['days 1991-02-10 1994-08-04'],
    ])
    expect(trade && [trade.getAttribute('kind'), valuesOf(trade, 'weight'), valuesOf(trade, 'told_by')]).toEqual([
      'trade',
      ['2.5 1992-01-01 1993-12-31'],
      ['years 1992-01-01 1993-12-31'],
    ])
  })
})

describe('what a source does not let pass on', () => {
  const closed = ['--ties', 'toy-closed', '--from', '1991', '--to', '1992']
  it.each([['gexf'], ['edges'], ['netdiffuser', 'edges']])('is refused by name and terms: %s', async (...command) => {
    const { code, out, err } = await exported(...command, ...closed)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(
      'not-redistributable: this would pass on, as they came, values of closed-list (For members only)',
    )
    expect(err).toContain('--i-may-redistribute')
  })
  it('is written for who says to have the right, to a file, too', async () => {
    const file = join(folder, 'closed.gexf')
    const { code, err } = await exported('gexf', ...closed, '--i-may-redistribute', '--output', file)
    expect([code, /release [0-9a-f]{32}/.test(err)]).toEqual([0, true])
    expect(await readFile(file, 'utf8')).toContain('defaultedgetype="directed"')
  })
  it('does not bind what others tell, nor what is derived', async () => {
    expect((await exported('edges', '--ties', 'toy-pact', '--from', '1991', '--to', '1992')).code).toBe(0)
    expect((await exported('adoptions', 'toy')).code).toBe(0)
  })
})
