import { describe, expect, it } from 'vitest'
import { planOf } from '../../../src/exports/package/plan-of.ts'
import { readRecipe } from '../../../src/queries/recipes/read-recipe.ts'
import { clocksOfRecipe, tableOfRecipe } from '../../../src/queries/recipes/table-of-recipe.ts'
import { theBundledCase } from '../../support/a-workspace-of.ts'

const { workspace, ask } = theBundledCase()

/** What a package cites for its last column: ids, and how each is cited. */
const citedFor = async (recipe: object) => {
  const text = JSON.stringify(recipe)
  const read = readRecipe(text)
  const table = await tableOfRecipe(await workspace().world(clocksOfRecipe(read)), read)
  const { columns, sources } = await planOf(table, { recipe: read, text, formats: ['csv'], mayRedistribute: true })
  const own = columns.at(-1)?.sources ?? []
  return { ids: own, citations: sources.filter(({ id }) => own.includes(id)).map(({ citation }) => citation) }
}

/** Those that begin with none of the citations: an explanation adds version and place to them. */
const strayIn = (told: readonly string[], citations: readonly string[]): readonly string[] =>
  told.filter((one) => !citations.some((citation) => one.startsWith(citation)))

const years = [1970, 1994, 2018]
const states = ['usa', 'srb', 'ddr', 'tur', 'jam', 'phl']
const subjects = ['cat', 'iccpr-op1', 'echr', 'ottawa', 'rome', 'torture', 'landmines']
const ofYear = (year: number, column: object) => ({
  unit: 'state-year',
  system: 'un',
  from: year,
  to: year,
  columns: [{ name: 'x', ...column }],
})

interface ExplainedStatus {
  readonly evidence: readonly { readonly id: string; readonly citations: readonly string[] }[]
  readonly positions: readonly { readonly kind: string; readonly decidedBy: readonly string[] }[]
}

describe('what a status is explained by', () => {
  it.each(subjects)('is cited by a package with it: %s', async (subject) => {
    for (const year of years) {
      const { citations } = await citedFor(ofYear(year, { status: subject }))
      for (const state of states) {
        const { evidence, positions } = await ask<ExplainedStatus>(
          'explain status',
          { state, subject },
          { asOf: `${year}-12-31` },
        )
        // How a state answered campaigns stands beside its status, and decides nothing of it.
        const beside = positions.filter(({ kind }) => kind === 'responded' || kind === 'conceded')
        const isBeside = (id: string): boolean => beside.some(({ decidedBy }) => decidedBy.includes(id))
        const told = evidence.filter(({ id }) => !isBeside(id)).flatMap((one) => one.citations)
        expect(strayIn(told, citations), `${state} ${year}`).toEqual([])
      }
    }
  })
})

interface Explained {
  readonly evidence: readonly {
    readonly sources: readonly { readonly source: string | null; readonly title: string }[]
  }[]
}

const exposures: readonly Readonly<Record<string, string | number>>[] = [
  { adoption: 'cat' },
  { adoption: 'cat', formula: 'dc', lag: 0 },
  { adoption: 'torture', lag: '90d' },
  { adoption: 'cat', formula: 'years' },
  { score: 'cirights:physint', minCoverage: 0 },
  { adoption: 'cat', igos: 'coe,eu' },
  { adoption: 'cat', igos: '!universal' },
  { adoption: 'cat', entry: 'settled,unknown' },
  { adoption: 'cat', channel: 'informal' },
  { adoption: 'cat', channel: 'treaties' },
  { adoption: 'cat', channel: 'region' },
  { adoption: 'cat', channel: 'language' },
  { channel: 'advocacy', norm: 'torture' },
]

describe('what an exposure is explained by', () => {
  it.each(exposures)('is cited by a package with it: %o', async (exposure) => {
    let explained = 0
    for (const [year, some] of [
      [1988, ['usa', 'chl']],
      [1996, ['tur']],
    ] as const) {
      const { ids, citations } = await citedFor(ofYear(year, { exposure }))
      for (const state of some) {
        const { evidence } = await ask<Explained>(
          'explain exposure',
          { state, yearCodes: 'whole', ...exposure },
          { asOf: `${year}-12-31` },
        )
        const told = evidence.flatMap(({ sources }) => sources)
        explained += told.length
        expect(
          told.filter(({ source, title }) =>
            source === null ? strayIn([title], citations).length > 0 : !ids.includes(source),
          ),
          `${state} ${year}`,
        ).toEqual([])
      }
    }
    expect(explained).toBeGreaterThan(0)
  })
})

describe('what nothing was made from', () => {
  const formal = { adoption: 'cat', formula: 'mm' }

  it('is not cited: how states came into organisations, where nobody asks', async () => {
    const { ids } = await citedFor(ofYear(2003, { exposure: formal }))
    expect(ids).toContain('coe-members')
    expect(ids).not.toContain('eu-applications')
    const asked = await citedFor(ofYear(2003, { exposure: { ...formal, entry: 'settled' } }))
    expect(asked.ids).toContain('eu-applications')
  })

  it('is not cited: treaties other than the one that was adopted', async () => {
    const { ids } = await citedFor(ofYear(2003, { exposure: formal }))
    expect(ids.filter((id) => id.startsWith('mtdsg-') || id.startsWith('cets-'))).toEqual(['mtdsg-cat'])
  })

  it('is not cited: bodies that do not count, and organisations that were not named', async () => {
    const { citations } = await citedFor(ofYear(2003, { exposure: formal }))
    expect(citations.filter((one) => one.includes('Summit'))).toEqual([])
    const named = await citedFor(ofYear(2003, { exposure: { ...formal, igos: 'coe' } }))
    expect(named.ids).not.toContain('nato-members')
  })

  it('is not cited: scores of years that are not read', async () => {
    const before = await citedFor(ofYear(1986, { score: 'pts:amnesty' }))
    expect(before.ids).toEqual(['pts-table'])
    expect((await citedFor(ofYear(1960, { score: 'pts:amnesty' }))).ids).toEqual([])
  })
})
