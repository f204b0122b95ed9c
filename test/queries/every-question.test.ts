import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatsOf } from '../../src/exports/format.ts'
import { chunksOf, written, type Chunk } from '../../src/exports/write-answer.ts'
import { fieldsOf } from '../../src/queries/question/fields.ts'
import { questions } from '../../src/queries/index.ts'
import type { Question } from '../../src/queries/question/question.ts'
import { readInput } from '../../src/queries/question/read-input.ts'
import { shell } from '../cli/shell.ts'
import { aRivalWorld } from '../support/rival-world.ts'
import { inputOf } from './asked-of-each.ts'

/**
 * What holds for every question, so that a new one cannot forget it: both clocks, the last event known then, and whom
 * it believes. Here on the command line, whose commands share one opened workspace, and page by page; over HTTP in
 * `every-question-over-http.slow.test.ts`.
 */
let made: Awaited<ReturnType<typeof aRivalWorld>>
beforeAll(async () => {
  made = await aRivalWorld()
})
afterAll(() => made.dispose())

const onCommandLine = (question: Question, more: Readonly<Record<string, string>>) => {
  const input = { ...inputOf(question, made.before), ...more }
  const positional = question.positional.flatMap((name) => input[name] ?? [])
  const flags = Object.entries(input).filter(([name]) => !question.positional.includes(name))
  const named = flags.flatMap(([name, value]) => [
    `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    value,
  ])
  return shell([...question.name.split(' '), ...positional, ...named], {
    questions: [question],
    workspace: made.workspace,
  })
}

type Answer = Record<string, unknown> & { parameters?: Record<string, unknown> }
const all = questions.map((one) => [one.name, one] as const)
const takesSources = all.filter(([, { withoutRivals }]) => withoutRivals === undefined)
const refusing = all.filter(([, { withoutRivals }]) => withoutRivals !== undefined)

describe.each(all)('%s', (_, question) => {
  const clocks = () => ({ asOf: '2000-06-01', asKnownAt: made.before.instant })

  it('takes both clocks on the command line, and prints them with the last event known then', async () => {
    const json = await onCommandLine(question, { ...clocks(), format: 'json' })
    expect(json).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(json.out)).toMatchObject({ ...clocks(), ordinal: made.before.ordinal })
    const { out } = await onCommandLine(question, { ...clocks(), format: 'text' })
    expect(out).toContain('2000-06-01')
    expect(out).toContain(`known at ${made.before.instant}`)
    expect(out).toContain(`up to event ${made.before.ordinal}`)
  })

  it('prints them beside a table', async () => {
    if (!formatsOf(question).includes('csv')) return
    const { code, err } = await onCommandLine(question, { ...clocks(), format: 'csv' })
    expect(code).toBe(0)
    expect(err).toMatch(
      new RegExp(
        `^as of 2000-06-01, as known at ${made.before.instant}, up to event ${made.before.ordinal}; ` +
          `release [0-9a-f]{32}\n$`,
      ),
    )
  })

  it('says the same in brief', async () => {
    if (question.brief === undefined) return
    const world = await made.workspace.world(clocks())
    const input = readInput(question, inputOf(question, made.before), String)
    const whole = await question.answer(world, input)
    for (const format of ['text', 'csv', 'jsonl'] as const) {
      if (!formatsOf(question).includes(format)) continue
      const pieces: Chunk[] = []
      for await (const piece of (await written(question, world, input, format)).chunks) pieces.push(piece)
      expect(pieces.join('')).toBe([...chunksOf(question, whole, format)].join(''))
    }
  })

  it('gives the same rows page by page', async () => {
    if (question.pages === undefined) return
    const world = await made.workspace.world({})
    const isList = fieldsOf(question).some(({ name }) => name === 'limit')
    for (const limit of isList ? ['1', '10000'] : [undefined]) {
      // One by one the last events alone: there are thousands.
      const after = limit === '1' ? world.ordinal - 40 : 3
      const more = question.name === 'events' ? { after: String(after) } : {}
      const input = readInput(question, { ...inputOf(question, made.before), ...more, limit }, String)
      const whole = await question.answer(world, isList ? { ...input, limit: 1_000_000_000 } : input)
      for (const format of ['csv', 'jsonl'] as const) {
        const pieces: Chunk[] = []
        for await (const piece of (await written(question, world, input, format)).chunks) pieces.push(piece)
        expect(pieces.join('')).toBe([...chunksOf(question, whole, format)].join(''))
      }
    }
  })

  it('gives the same JSON page by page', async () => {
    if (question.frame === undefined) return
    const world = await made.workspace.world({})
    const input = readInput(question, inputOf(question, made.before), String)
    const { chunks, releaseId } = await written(question, world, input, 'json')
    const pieces: Chunk[] = []
    for await (const piece of chunks) pieces.push(piece)
    const whole = { ...(await question.answer(world, input)), releaseId }
    expect(pieces.join('')).toBe(`${JSON.stringify(whole, null, 2)}\n`)
  })
})

describe.each(takesSources)('%s', (_, question) => {
  it('takes a list of sources, and prints it back, also in words', async () => {
    const typed = JSON.parse(
      (await onCommandLine(question, { sources: 'dataset,depositary', format: 'json' })).out,
    ) as Answer
    expect(typed['sources'] ?? typed.parameters?.['sources']).toBe('dataset,depositary')
    expect((await onCommandLine(question, { sources: 'dataset,depositary', format: 'text' })).out).toContain(
      'by dataset,depositary',
    )
  })
  it('refuses a source that nobody knows', async () =>
    expect(await onCommandLine(question, { sources: 'dataset,hearsay' })).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('unknown-source: --sources: "hearsay"') as unknown,
    }))
})

describe.each(refusing)('%s', (_, question) => {
  it('refuses a list of sources, and says why', async () =>
    expect(await onCommandLine(question, { sources: 'dataset' })).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining(
        `bad-input: --sources: "${question.name}" takes no list of sources: ${question.withoutRivals}.`,
      ),
    }))
})

describe('diff', () => {
  it.each(['from', 'to'])('names the moment that cannot be read: %s', async (field) => {
    const diff = questions.find(({ name }) => name === 'diff') ?? expect.fail('no diff')
    const { code, err } = await onCommandLine(diff, { [field]: 'yesterday' })
    expect([code, err]).toEqual([
      2,
      expect.stringContaining(
        `bad-input: --${field}: "yesterday" is no instant. Expected a date (its end is meant) or a UTC instant`,
      ),
    ])
  })
})
