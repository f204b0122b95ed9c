import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packagePath } from '../../src/package/package-path.ts'
import { asker } from '../support/ask.ts'
import { loadBundledCase, type BundledCase } from './bundled-case.ts'

interface Line {
  readonly stream: string
  readonly type: string
  readonly occurred: string
  readonly sources: readonly { readonly citation: string }[]
  readonly data: { readonly actor: string; readonly type: string; readonly stance: string }
}

const lines = readFileSync(join(packagePath('examples'), 'landmine-objectors.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((text) => JSON.parse(text) as Line)
const saidBy = (state: string) => lines.filter(({ data }) => data.actor === state)

let bundled: BundledCase
beforeAll(async () => {
  bundled = await loadBundledCase()
})
afterAll(() => bundled.remove())

const ask = asker(() => bundled.workspace)
const status = async (state: string, asOf: string) =>
  (await ask<{ status: string }>('status', { state, subject: 'landmines' }, { asOf })).status

describe('who spoke against the ban on anti-personnel mines', () => {
  it('is nine states, each twice or more, on different days', () => {
    const states = [...new Set(lines.map(({ data }) => data.actor))]
    expect(states.toSorted()).toEqual(['chn', 'cub', 'egy', 'ind', 'isr', 'lby', 'pak', 'rus', 'usa'])
    for (const state of states)
      expect(new Set(saidBy(state).map(({ occurred }) => occurred)).size, state).toBeGreaterThanOrEqual(2)
  })

  it('stands in the stream of the norm, and cites what was said', () => {
    for (const { stream, type, sources } of lines) {
      expect([stream, type]).toEqual(['norm-landmines', 'NormContested'])
      expect(sources.every(({ citation }) => citation.length > 20)).toBe(true)
    }
  })

  // The Convention was opened on 3 December 1997. Remarks on landmines, Weekly Compilation of Presidential Documents,
  // volume 33, no. 38: 17 September 1997.
  it('only the United States is on record before the Convention was opened', () =>
    expect(lines.filter(({ occurred }) => occurred < '1997-12-03').map(({ data }) => data.actor)).toEqual(
      // The statement of Cuba has no day: it was made by April 1999.
      ['usa', 'cub'],
    ))

  // Days by other documents: Arms Control Today, September 2001; Human Rights Watch, questions and answers on the
  // policy of 27 February 2004; the Cartagena summit began on 29 November 2009, five days after the briefing.
  it('the United States said so in 1997, 2001, 2004, 2009 and 2020', () =>
    expect(saidBy('usa').map(({ occurred, data }) => [occurred, data.type])).toEqual([
      ['1997-09-17', 'application'],
      ['2001-07', 'application'],
      ['2004-02-27', 'validity'],
      ['2009-11-24', 'application'],
      ['2020-01-31', 'validity'],
    ]))

  it('calls an objection what rejects being bound, and not what asks for stages', () => {
    expect(saidBy('chn').map(({ data }) => data.stance)).toEqual(['contesting', 'contesting', 'contesting'])
    expect(saidBy('pak').map(({ data }) => data.stance)).toEqual(['objecting', 'objecting'])
  })

  it('is told by the status of who is not a party, from the day on', async () => {
    expect(await status('usa', '1997-09-16')).not.toBe('OBJECTING')
    expect(await status('usa', '1997-09-17')).toBe('OBJECTING')
    expect(await status('chn', '2001-01-01')).toBe('CONTESTING')
    expect(await status('egy', '2005-01-01')).toBe('CONTESTING')
    // Sweden signed on 4 December 1997 and ratified on 30 November 1998.
    expect(await status('swe', '2005-01-01')).toMatch(/^(BOUND|INSTITUTIONALIZED)$/)
  })
})
