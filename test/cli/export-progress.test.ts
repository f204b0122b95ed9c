import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countingRows } from '../../src/cli/commands/export/counting-rows.ts'
import { networks } from '../../src/queries/graphs/index.ts'
import { aLogWithTerms } from './a-log-with-terms.ts'
import { shell } from './shell.ts'

let log: Awaited<ReturnType<typeof aLogWithTerms>>
beforeAll(async () => {
  log = await aLogWithTerms()
  const recipe = { unit: 'state-year', system: 'cow', from: 2000, to: 2003, columns: [] }
  await writeFile(join(log.folder, 'recipe.json'), JSON.stringify(recipe))
})
afterAll(() => log.remove())

const run = (isTerminal: boolean, ...args: readonly string[]) =>
  shell(['export', ...args], { env: { NORMTRAIL_DATA: log.data }, isTerminal, networks })
const inFolder = (name: string): string => join(log.folder, name)

/** Wiped before it is written, and before what comes behind it. */
const line = '\r\u001b[2Kyears done: 0 of 4 (0 %), 0 rows\r\u001b[2K'

describe('a table that is written to a file', () => {
  it('says on a terminal how many years and rows are done', async () => {
    const table = await run(true, 'table', inFolder('recipe.json'), '--output', inFolder('table.csv'))
    expect([table.code, table.err]).toEqual([0, expect.stringContaining(line)])
    const made = await run(true, 'package', inFolder('recipe.json'), '--into', inFolder('made'))
    expect([made.code, made.err]).toEqual([0, expect.stringContaining(line)])
    const verified = await run(true, 'verify', inFolder('made'))
    expect([verified.code, verified.err]).toEqual([0, expect.stringContaining(line)])
  })

  it('says nothing of it in a pipe', async () => {
    const table = await run(false, 'table', inFolder('recipe.json'), '--output', inFolder('table.csv'))
    const made = await run(false, 'package', inFolder('recipe.json'), '--into', inFolder('again'))
    for (const { code, err } of [table, made]) {
      expect([code, err]).toEqual([0, expect.stringContaining(' rows, ')])
      expect(err).not.toContain('done')
    }
  })
})

describe('a table on the terminal itself', () => {
  it('has no such line between its rows', async () => {
    const { code, out, err } = await run(true, 'table', inFolder('recipe.json'))
    expect([code, out]).toEqual([0, expect.stringMatching(/^state,name,/)])
    expect(err).not.toContain('done')
  })
})

describe('ties of states that are written to a file', () => {
  it('say on a terminal how many states are done', async () => {
    const years = ['--from', '2000', '--to', '2003', '--system', 'cow', '--i-may-redistribute']
    const { code, err } = await run(true, 'network', 'edges', ...years, '--output', inFolder('edges.csv'))
    expect([code, err]).toEqual([0, expect.stringMatching(/states done: 0 of \d+ \(0 %\)/)])
    const inPipe = await run(false, 'network', 'edges', ...years, '--output', inFolder('edges.csv'))
    expect([inPipe.code, inPipe.err]).toEqual([0, expect.not.stringContaining('done')])
  })
})

describe('the rows of a table', () => {
  it('are counted as they are taken', async () => {
    const shown: string[] = []
    const { progress, counted } = countingRows((words, done, of, beside) =>
      shown.push(`${words} ${done} ${of} ${beside}`),
    )
    const pages = async function* () {
      for (const year of [0, 1, 2]) {
        progress('years done:', year, 3)
        yield [[year], [year]]
      }
    }
    for await (const rows of counted({ pages }).pages()) for (const _ of rows);
    expect(shown).toEqual(['years done: 0 3 0 rows', 'years done: 1 3 2 rows', 'years done: 2 3 4 rows'])
  })
})
