import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { written } from '../../src/exports/write-answer.ts'
import { intColumn } from '../../src/queries/question/columns.ts'
import { yearInput } from '../../src/queries/question/inputs.ts'
import { question, type Question } from '../../src/queries/question/question.ts'
import type { Snapshot } from '../../src/queries/question/snapshot.ts'
import { stepByStep } from '../../src/queries/question/steps.ts'
import { aDataFolder } from '../exports/a-workspace.ts'
import { shell } from './shell.ts'

let folder: Awaited<ReturnType<typeof aDataFolder>>
beforeAll(async () => {
  folder = await aDataFolder()
})
afterAll(() => folder.remove())

/** A panel of as many rows a year as are asked for, which counts the rows that it has made. */
const counting = () => {
  const made = { rows: 0 }
  const pages = async function* (world: Snapshot, { rows, years }: { rows: number; years: number }) {
    const numbers = Array.from({ length: years }, (_, year) => year)
    for await (const year of stepByStep(world, 'years done:', numbers))
      yield (function* () {
        for (let row = 0; row < rows; row++) {
          made.rows += 1
          yield [year, row]
        }
      })()
  }
  const counted = question({
    name: 'panel counted',
    asks: 'Rows that are counted.',
    positional: [],
    sources: { withoutRivals: 'it is answered from what was given' },
    input: z.object({
      rows: yearInput.default(2).describe('How many rows a year'),
      years: yearInput.default(2).describe('How many years'),
    }),
    output: z.object({ rows: z.array(z.array(z.number())) }),
    answer: async (world, given) => {
      const rows: number[][] = []
      for await (const page of pages(world, given)) rows.push(...page)
      return { rows }
    },
    text: ({ rows }) => `${rows.length} rows`,
    table: { columns: [intColumn('year', 'The year'), intColumn('row', 'The row')], rows: ({ rows }) => rows },
    format: 'csv',
    pages,
  })
  return { made, counted }
}

const wiped = (line: string): string => `\r\u001b[2K${line}`
const rows = 'year,row\n0,0\n0,1\n1,0\n1,1\n'

describe('a long answer', () => {
  const ask = (isTerminal: boolean, ...more: readonly string[]) =>
    shell(['panel', 'counted', ...more], {
      env: { NORMTRAIL_DATA: folder.data },
      isTerminal,
      questions: [counting().counted],
    })
  it('says on a terminal how far it has come, and wipes that when its file is written', async () => {
    const path = join(folder.folder, 'counted.csv')
    const { code, out, err } = await ask(true, '--output', path)
    expect([code, out]).toEqual([0, ''])
    expect(err).toMatch(`${wiped('years done: 0 of 2 (0 %)')}${wiped('as of')}`)
    expect(await readFile(path, 'utf8')).toBe(rows)
  })
  it('says nothing of it in a pipe', async () => {
    const { out, err } = await ask(false)
    expect(out).toBe(rows)
    expect(err).not.toContain('done')
  })
  it('says nothing of it between the rows that go to the same terminal', async () => {
    const { out, err } = await ask(true)
    expect(out).toBe(rows)
    expect(err).not.toContain('done')
  })
  it('says it until the first of the rows', async () => {
    const { out, err } = await ask(true, '--format', 'text')
    expect(out).toBe('4 rows\n')
    expect(err).toBe(`${wiped('years done: 0 of 2 (0 %)')}${wiped('')}`)
  })
})

describe('the rows of a long table', () => {
  it.each(['csv', 'jsonl'] as const)('are in memory by the chunk, whatever their number: %s', async (format) => {
    const { made, counted } = counting()
    const world = { asOf: 0, ordinal: 0, asKnownAt: null } as unknown as Snapshot
    const { chunks } = await written(counted as unknown as Question, world, { rows: 1200, years: 2 }, format)
    let lines = format === 'csv' ? -1 : 0
    for await (const chunk of chunks) {
      lines += String(chunk).split('\n').length - 1
      expect(made.rows - lines).toBe(0)
    }
    expect(lines).toBe(2400)
  })
})
