import { afterAll, describe, expect, it } from 'vitest'
import { planOf } from '../../../src/exports/package/plan-of.ts'
import { readRecipe } from '../../../src/queries/recipes/read-recipe.ts'
import { clocksOfRecipe, tableOfRecipe } from '../../../src/queries/recipes/table-of-recipe.ts'
import type { Workspace } from '../../../src/workspace/workspace.ts'
import { aWorkspaceOf } from '../../support/a-workspace-of.ts'
import { append } from '../../support/append.ts'
import { toyScores } from '../../support/toy-scores.ts'
import { toyOrganisation, toyStates } from '../../support/toy-states.ts'

/**
 * An invented world in which every statement has a source of its own. Whatever source is taken out of the log, with all
 * that it tells: where a cell is another one then, the column cites it.
 */
const by = (name: string) => [{ citation: name, kind: 'dataset', series: name }]
const since = '1980-01-01'
const said = (source: string, stream: string, type: string, data: object, occurred?: string) => ({
  stream,
  type,
  sources: by(source),
  data,
  ...(occurred !== undefined && { occurred }),
})
const letters = ['a', 'b', 'c', 'd']
const member = (source: string, igo: string, state: string, firstYear: number, lastYear: number) => {
  const data = { actor: `toy${state}`, code: 'full', firstYear, lastYear }
  return said(source, `igo-${igo}`, 'MembershipObserved', data, String(firstYear))
}
const admission = (source: string, igo: string, state: string) =>
  said(source, `igo-${igo}`, 'MembershipStarted', { actor: `toy${state}`, kind: 'full' }, since)
const act = (source: string, treaty: string, state: string, occurred: string, type = 'TreatyAcceded') =>
  said(source, `treaty-${treaty}`, type, { actor: `toy${state}` }, occurred)
const treaty = (source: string, id: string) =>
  said(
    source,
    `treaty-${id}`,
    'TreatyConcluded',
    { treaty: id, title: id, entryIntoForce: { trigger: { kind: 'count', n: 2 } }, exit: { notice: { years: 1 } } },
    '1985-01-01',
  )
const claim = (source: string, data: object) => [
  said(source, `source-${source}`, 'SourceRegistered', { source, citation: source, kind: 'dataset', series: source }),
  said(source, `source-${source}`, 'CoverageClaimed', { actors: 'all', through: '2010-12-31', ...data }),
]
const igoValue = (source: string, igo: string, firstYear: number, value: number) => {
  const data = { attribute: 'toy-size', of: 'igo', igo, firstYear, lastYear: firstYear + 2, value }
  return said(source, `attribute-toy-size-${igo}`, 'AttributeObserved', data, String(firstYear))
}

interface Line {
  readonly sources: readonly { readonly citation: string }[]
}

const lines = [
  ...toyStates(letters, { sources: by('states'), since, system: 'cow' }),
  said('numbers', 'state-toya', 'IdentifierMapped', { scheme: 'cow', code: '901' }),
  said('numbers-of-others', 'state-toya', 'IdentifierMapped', { scheme: 'vdem', code: '7777' }),
  said('renaming', 'state-toyb', 'StateRenamed', { actor: 'toyb', name: 'New Toyland' }, '2000-06-01'),
  ...toyOrganisation('toyo1', [], { sources: by('founding'), since }),
  ...['a', 'b', 'c'].map((state) => admission('first', 'toyo1', state)),
  ...toyOrganisation('toyo2', [], { sources: by('founding'), since }),
  ...['a', 'd'].map((state) => admission('second', 'toyo2', state)),
  said('renaming-of-first', 'igo-toyo1', 'IgoRenamed', { name: 'Newer' }, '1999-01-01'),
  said('leaving', 'igo-toyo1', 'MembershipEnded', { actor: 'toyc', names: 'firstDayOut' }, '2001-03-01'),
  said('later-leaving', 'igo-toyo1', 'MembershipEnded', { actor: 'toyb', names: 'firstDayOut' }, '2006-03-01'),
  said('coming-back', 'igo-toyo1', 'MembershipStarted', { actor: 'toyc', kind: 'full' }, '2008-03-01'),
  said('applying', 'igo-toyo1', 'MembershipApplied', { actor: 'toyd' }, '1999-05-01'),
  said('applying-late', 'igo-toyo2', 'MembershipApplied', { actor: 'toyb' }, '2009-05-01'),
  said('suspending', 'igo-toyo2', 'MembershipSuspended', { actor: 'toyd', scope: 'voting' }, '1999-05-01'),
  said('imputing', 'igo-toyo2', 'MembershipsImputed', { firstYear: 2000, lastYear: 2001 }, '2000'),
  said('founding', 'igo-toyo3', 'IgoFounded', { igo: 'toyo3', name: 'Third' }, since),
  member('coded', 'toyo3', 'b', 1999, 2003),
  member('coded', 'toyo3', 'd', 1999, 2003),
  member('coded-before', 'toyo3', 'a', 1985, 1990),
  member('coded-after', 'toyo3', 'c', 2007, 2009),
  said('informal', 'igo-toyclub', 'IgoFounded', { igo: 'toyclub', name: 'Club', formality: 'informal' }, since),
  member('club-list', 'toyclub', 'a', 1999, 2003),
  member('club-list', 'toyclub', 'c', 1999, 2003),
  said('late-founding', 'igo-toyo4', 'IgoFounded', { igo: 'toyo4', name: 'Fourth' }, '2007-01-01'),
  igoValue('sizes', 'toyo1', 1999, 3),
  igoValue('sizes', 'toyo2', 1999, 1),
  igoValue('sizes-before', 'toyo1', 1990, 4),
  ...toyScores(1999, { a: [1, 2, 3], b: [4, 5, 6], d: [0, 9, 3] }, by('scores')),
  ...toyScores(1999, { c: [4, 1, 5] }, by('scores-of-c')),
  ...toyScores(1990, { a: [1], b: [4] }, by('scores-before')),
  ...toyScores(2008, { a: [1], b: [4] }, by('scores-after')),
  treaty('treaty', 'toytreaty'),
  act('first-accession', 'toytreaty', 'a', '1990-05-05'),
  act('second-accession', 'toytreaty', 'b', '2000-05-05'),
  act('third-accession', 'toytreaty', 'c', '2000-09-05'),
  act('withdrawal', 'toytreaty', 'c', '2000-10-05', 'TreatyWithdrawalNotified'),
  said(
    'declaration',
    'treaty-toytreaty',
    'DeclarationMade',
    { actor: 'toya', declaration: '1', kind: 'interpretative', at: 'late' },
    '1991-05-05',
  ),
  ...claim('whole', { treaties: ['toytreaty'], classes: ['signature', 'consent', 'exit'] }),
  treaty('other-treaty', 'othertreaty'),
  act('other-accession', 'othertreaty', 'a', '1990-05-05'),
  act('other-second', 'othertreaty', 'd', '1991-05-05'),
  ...claim('whole-members', { organisations: ['toyo1', 'toyo2', 'toyo3'], classes: ['membership'] }),
  said('regions', 'classification-m49-subregion-toya', 'ActorClassified', {
    classification: 'm49-subregion',
    class: '1',
    label: 'One',
    actor: 'toya',
  }),
  said('regions-of-b', 'classification-m49-subregion-toyb', 'ActorClassified', {
    classification: 'm49-subregion',
    class: '1',
    label: 'One',
    actor: 'toyb',
  }),
] as readonly Line[]
/** Who tells something of it. */
const tellers = [...new Set(lines.flatMap(({ sources: some }) => some.map(({ citation }) => citation)))]

const exposure = { score: 'toy:score', formula: 'mm', lag: 1, minCoverage: 0 }
const columns: Readonly<Record<string, object>> = {
  score: { score: 'toy:score' },
  score_before: { score: 'toy:score', lag: 10 },
  status: { status: 'toytreaty', with: ['why', 'coverage', 'since', 'possible'] },
  years: { since: { status: 'toytreaty', holds: 'IN_FORCE' } },
  member: { membership: 'toyo1', with: ['why', 'coverage'] },
  igos: { count: 'full', with: ['why', 'coverage'] },
  treaties: { count: 'treaties' },
  mm: { exposure, with: ['why', 'bounds', 'observed', 'coverage'] },
  dc_years: { exposure: { ...exposure, formula: 'years' } },
  informal: { exposure: { ...exposure, channel: 'informal' } },
  named: { exposure: { ...exposure, igos: 'toyo2' } },
  large: { exposure: { ...exposure, igos: 'toy-size>2' } },
  weighed: { exposure: { ...exposure, weight: 'toy-size' } },
  told: { exposure: { ...exposure, excludeImputed: true, excludeSuspended: true } },
  entry: { exposure: { ...exposure, entry: 'settled,unknown' } },
  adopted: { exposure: { adoption: 'toytreaty', formula: 'dc', lag: 0, minCoverage: 0 } },
  fellows: { exposure: { ...exposure, channel: 'treaties' } },
  region: { exposure: { ...exposure, channel: 'region' } },
}
const recipe = {
  unit: 'state-year',
  system: 'cow',
  from: 2000,
  to: 2001,
  states: ['toya', 'toyb', 'toyc'],
  columns: Object.entries(columns).map(([name, column]) => ({ name, ...column })),
}

/** Without these the log could hold nothing of what others tell. */
const unmoved = new Set(['states', 'treaty', 'other-treaty', 'founding', 'informal'])

const opened: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const dispose of opened) await dispose()
})

const tableIn = async (workspace: Workspace) => {
  const read = readRecipe(JSON.stringify(recipe))
  return { read, table: await tableOfRecipe(await workspace.world(clocksOfRecipe(read)), read) }
}

/** The cells of each column of the recipe, with what stands beside it. */
const cellsIn = async (without: string | undefined): Promise<ReadonlyMap<string, string>> => {
  const kept = lines.filter(({ sources }) => !sources.some(({ citation }) => citation === without))
  const { workspace, dispose } = await aWorkspaceOf((one) => append(one, ...kept))
  opened.push(dispose)
  const { table } = await tableIn(workspace)
  const cells = new Map<string, string>()
  let asked = 'identifiers'
  const owners = table.columns.map(({ name }) => (asked = Object.hasOwn(columns, name) ? name : asked))
  for await (const page of table.pages())
    for (const row of page)
      for (const [index, owner] of owners.entries()) cells.set(owner, `${cells.get(owner) ?? ''}|${row[index] ?? ''}`)
  return cells
}

/** What the package cites for each of them. */
const cited = async (): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const { workspace, dispose } = await aWorkspaceOf((one) => append(one, ...lines))
  opened.push(dispose)
  const { read, table } = await tableIn(workspace)
  const plan = await planOf(table, { recipe: read, text: '', formats: ['csv'], mayRedistribute: true })
  const citations = new Map(plan.sources.map(({ id, citation }) => [id, citation]))
  const found = new Map<string, Set<string>>()
  for (const { sources, asked } of plan.columns) {
    const owner = String(asked?.['name'] ?? 'identifiers')
    const known = found.get(owner) ?? new Set<string>()
    found.set(owner, known)
    for (const id of sources) known.add(citations.get(id) ?? id)
  }
  return found
}

describe('sources that a package cites', () => {
  it('are all by which a cell would be another one', async () => {
    const [whole, found] = [await cellsIn(undefined), await cited()]
    const moved: string[] = []
    const missed: string[] = []
    for (const source of tellers.filter((one) => !unmoved.has(one))) {
      const cells = await cellsIn(source)
      for (const [column, told] of whole) {
        if (cells.get(column) === told) continue
        moved.push(`${column} ${source}`)
        if (found.get(column)?.has(source) !== true) missed.push(`${column} ${source}`)
      }
    }
    expect(missed).toEqual([])
    // That the test could fail: these are moved by what only they are made of.
    expect(moved).toEqual(expect.arrayContaining(['weighed sizes', 'informal club-list', 'status second-accession']))
    expect(moved).toEqual(expect.arrayContaining(['told suspending', 'identifiers renaming', 'region regions-of-b']))
  })

  it('are none that tell of other years, other treaties, other organisations, or of what nobody asked', async () => {
    const found = await cited()
    const cites = (column: string) => [...(found.get(column) ?? [])].filter((one) => tellers.includes(one)).toSorted()
    expect(cites('score')).toEqual(['scores', 'scores-of-c'])
    expect(cites('score_before')).toEqual(['scores-before'])
    expect(cites('identifiers')).toEqual(['numbers', 'renaming', 'states'])
    expect(cites('member')).toEqual(['coming-back', 'first', 'founding', 'later-leaving', 'leaving', 'whole-members'])
    expect(cites('named')).toEqual(['founding', 'scores', 'scores-of-c', 'second'])
    expect(cites('informal')).toEqual(['club-list', 'informal', 'scores', 'scores-of-c'])
    expect(cites('years')).not.toContain('other-accession')
    expect(cites('mm')).toEqual([
      'coded',
      'coming-back',
      'first',
      'founding',
      'later-leaving',
      'leaving',
      'scores',
      'scores-of-c',
      'second',
      'whole-members',
    ])
    const all = new Set([...found.values()].flatMap((some) => [...some]))
    const never = ['applying-late', 'declaration', 'late-founding', 'numbers-of-others', 'renaming-of-first']
    expect(never.filter((one) => all.has(one))).toEqual([])
  })
})
