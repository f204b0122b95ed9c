import { parquetMetadata } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatsOf } from '../../src/exports/format.ts'
import { chunksOf, written, type Chunk } from '../../src/exports/write-answer.ts'
import { silentLog } from '../http/a-server.ts'
import { answerHere } from '../../src/http/answering/answer-parts.ts'
import { listen } from '../../src/http/server.ts'
import { fieldsOf } from '../../src/queries/question/fields.ts'
import { questions } from '../../src/queries/index.ts'
import type { Question } from '../../src/queries/question/question.ts'
import { readInput } from '../../src/queries/question/read-input.ts'
import { shell } from '../cli/shell.ts'
import { aRivalWorld } from '../support/rival-world.ts'

/**
 * What holds for every question, so that a new one cannot forget it: both clocks, the last event known then, and whom
 * it believes.
 */
let made: Awaited<ReturnType<typeof aRivalWorld>>
let server: Awaited<ReturnType<typeof listen>>
beforeAll(async () => {
  made = await aRivalWorld()
  server = await listen(
    { questions, workspace: made.workspace, answering: answerHere(questions, made.workspace), log: silentLog },
    0,
    '127.0.0.1',
  )
})
afterAll(async () => {
  await server.close()
  await made.dispose()
})

const given: Readonly<Record<string, string>> = {
  state: 'toya',
  a: 'toya',
  b: 'toyb',
  subject: 'toytreaty',
  treaty: 'toytreaty',
  score: 'toy:score',
  igo: 'toyo1',
  norm: 'torture',
  campaign: 'campaign-toy',
  rater: 'toy',
  source: 'toy-list',
  from: '1990',
  since: '1990-12-31',
  to: '1990',
  system: 'un',
}

/** Questions that compare a first year with a last one. */
const compareYears: ReadonlySet<string> = new Set(['convergence', 'influence'])

/** What stands for one field of a question: `diff` goes from a moment, `trends` compare two scores. */
const valueOf = ({ name }: Question, field: string): string | undefined => {
  if (field === 'to' && compareYears.has(name)) return '1991'
  if (name === 'diff' && field === 'from') return made.before.instant
  if (field === 'proposal') return made.before.proposal
  return name === 'trends' && field === 'score' ? 'toy:score,toy:other' : given[field]
}

/** A field that is not required, where one of several is. */
const chosen: Readonly<Record<string, string>> = { 'spells memberships': 'igo', 'spells scores': 'state' }

/** What a user gives to ask a question: all that is required, and what is to be averaged. */
const inputOf = (question: Question): Readonly<Record<string, string>> => {
  const fields = fieldsOf(question).filter(
    ({ name, required }) => required || name === 'score' || name === chosen[question.name],
  )
  return Object.fromEntries(
    fields.map(({ name }) => {
      const value = valueOf(question, name)
      if (value === undefined) throw new Error(`"${question.name}" requires "${name}": say here what to give for it.`)
      return [name, value]
    }),
  )
}

const onCommandLine = (question: Question, more: Readonly<Record<string, string>>) => {
  const input = { ...inputOf(question), ...more }
  const positional = question.positional.flatMap((name) => input[name] ?? [])
  const flags = Object.entries(input).filter(([name]) => !question.positional.includes(name))
  const named = flags.flatMap(([name, value]) => [
    `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    value,
  ])
  const { log, read } = made.workspace.settings
  return shell([...question.name.split(' '), ...positional, ...named], {
    env: { NORMTRAIL_LOG: log, NORMTRAIL_READ: read },
    questions,
  })
}

const overHttp = (question: Question, more: Readonly<Record<string, string>>) => {
  const input = inputOf(question)
  const path = ['api', ...question.name.split(' '), ...question.positional.flatMap((name) => input[name] ?? [])].join(
    '/',
  )
  const rest = Object.entries(input).filter(([name]) => !question.positional.includes(name))
  return fetch(`${server.address}/${path}?${new URLSearchParams([...rest, ...Object.entries(more)])}`)
}

type Answer = Record<string, unknown> & { parameters?: Record<string, unknown> }
const all = questions.map((one) => [one.name, one] as const)
const takesSources = all.filter(([, { withoutRivals }]) => withoutRivals === undefined)
const refusing = all.filter(([, { withoutRivals }]) => withoutRivals !== undefined)

describe.each(all)('%s', (_, question) => {
  const clocks = () => ({ asOf: '2000-06-01', asKnownAt: made.before.instant })
  const echoed = () => ({ ...clocks(), ordinal: made.before.ordinal })

  it('takes both clocks on the command line, and prints them with the last event known then', async () => {
    const json = await onCommandLine(question, { ...clocks(), format: 'json' })
    expect(json).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(json.out)).toMatchObject(echoed())
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
    const file = await (await overHttp(question, { ...clocks(), format: 'parquet' })).arrayBuffer()
    const about = Object.fromEntries(
      (parquetMetadata(file).key_value_metadata ?? []).map(({ key, value }) => [key, value]),
    )
    expect(about).toMatchObject({
      'normtrail.asOf': '2000-06-01',
      'normtrail.asKnownAt': made.before.instant,
      'normtrail.ordinal': String(made.before.ordinal),
      'normtrail.releaseId': expect.any(String),
    })
  })

  it('takes both over HTTP, and says so in every form', async () => {
    for (const format of formatsOf(question)) {
      const response = await overHttp(question, { ...clocks(), format })
      expect([
        response.status,
        response.headers.get('normtrail-as-of'),
        response.headers.get('normtrail-as-known-at'),
        response.headers.get('normtrail-ordinal'),
      ]).toEqual([200, '2000-06-01', made.before.instant, String(made.before.ordinal)])
      if (format === 'json') expect(await response.json()).toMatchObject(echoed())
    }
  })

  it('says the same in brief', async () => {
    if (question.brief === undefined) return
    const world = await made.workspace.world(clocks())
    const input = readInput(question, inputOf(question), String)
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
    const more = question.name === 'events' ? { after: '3' } : {}
    const isList = fieldsOf(question).some(({ name }) => name === 'limit')
    for (const limit of isList ? ['1', '10000'] : [undefined]) {
      const input = readInput(question, { ...inputOf(question), ...more, limit }, String)
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
    const input = readInput(question, inputOf(question), String)
    const { chunks, releaseId } = await written(question, world, input, 'json')
    const pieces: Chunk[] = []
    for await (const piece of chunks) pieces.push(piece)
    const whole = { ...(await question.answer(world, input)), releaseId }
    expect(pieces.join('')).toBe(`${JSON.stringify(whole, null, 2)}\n`)
  })

  it('is refused whole, also page by page', async () => {
    if (question.name !== 'events') return
    for (const format of ['csv', 'jsonl']) {
      const response = await overHttp(question, { actor: 'nobody at all', format })
      expect([response.status, await response.json()]).toMatchObject([404, { code: 'unknown-actor' }])
      const misspelt = await overHttp(question, { stream: 'treaty-caat', format })
      expect([misspelt.status, await misspelt.json()]).toMatchObject([404, { code: 'unknown-stream' }])
    }
    const none = await overHttp(question, { type: 'TreatyOperationResumed', format: 'csv' })
    expect(await none.text()).toMatch(/^ordinal,id,stream,[^\n]*\n$/)
  })

  it('defaults both: today, and all that is known', async () => {
    const { log } = made.workspace
    const { ordinal } = await log.head()
    const answer = (await (
      await overHttp(question, {})
    )
      .clone()
      .json()
      .catch(() => ({}))) as Answer
    expect(answer).toMatchObject({ asOf: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/), asKnownAt: null, ordinal })
  })
})

describe.each(takesSources)('%s', (_, question) => {
  it('takes a list of sources, and prints it back', async () => {
    const over = (await (await overHttp(question, { sources: 'dataset, depositary' })).json()) as Answer
    expect(over['sources'] ?? over.parameters?.['sources']).toBe('dataset,depositary')
    const typed = JSON.parse(
      (await onCommandLine(question, { sources: 'dataset,depositary', format: 'json' })).out,
    ) as Answer
    expect(typed['sources'] ?? typed.parameters?.['sources']).toBe('dataset,depositary')
    const byDefault = (await (await overHttp(question, {})).json()) as Answer
    expect(byDefault['sources'] ?? byDefault.parameters?.['sources']).toBe(
      'depositary,organisation,scholarly,dataset,press',
    )
    expect(byDefault['releaseId']).not.toBe(over['releaseId'])
  })
  it('prints it in words, too', async () => {
    expect((await onCommandLine(question, { sources: 'dataset,depositary', format: 'text' })).out).toContain(
      'by dataset,depositary',
    )
  })
  it('refuses a source that nobody knows', async () => {
    const response = await overHttp(question, { sources: 'dataset,hearsay' })
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { code: 'unknown-source', detail: expect.stringContaining('sources: "hearsay"') as unknown },
    ])
    expect(await onCommandLine(question, { sources: 'dataset,hearsay' })).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('unknown-source: --sources: "hearsay"') as unknown,
    })
  })
})

describe.each(refusing)('%s', (_, question) => {
  it('refuses a list of sources, and says why', async () => {
    const said = `"${question.name}" takes no list of sources: ${question.withoutRivals}.`
    const response = await overHttp(question, { sources: 'dataset' })
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { code: 'bad-input', detail: `sources: ${said}` },
    ])
    expect(await onCommandLine(question, { sources: 'dataset' })).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining(`bad-input: --sources: ${said}`),
    })
  })
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

describe('the OpenAPI document', () => {
  it.each(all)('has both clocks, the last event known and the sources of %s', async (_, question) => {
    const { paths, components } = (await (await fetch(`${server.address}/openapi.json`)).json()) as {
      paths: Record<string, { get: Operation }>
      components: { schemas: Record<string, { required: string[] }> }
    }
    interface Operation {
      operationId: string
      parameters: { name?: string; $ref?: string }[]
      responses: Record<string, { headers: object; content: Record<string, { schema: { $ref: string } }> }>
    }
    const { get } =
      Object.values(paths).find((path) => path.get.operationId === question.name.replaceAll(' ', '-')) ??
      expect.fail('no path')
    expect(get.parameters.flatMap(({ $ref }) => $ref ?? [])).toEqual(
      expect.arrayContaining(['#/components/parameters/asOf', '#/components/parameters/asKnownAt']),
    )
    expect(get.parameters.some(({ name }) => name === 'sources')).toBe(question.withoutRivals === undefined)
    const answer = get.responses['200']?.content['application/json']?.schema.$ref.split('/').at(-1) ?? ''
    expect(components.schemas[answer]?.required).toEqual(
      expect.arrayContaining(['asOf', 'asKnownAt', 'ordinal', 'releaseId']),
    )
    expect(Object.keys(get.responses['200']?.headers ?? {})).toEqual(
      expect.arrayContaining([
        'Normtrail-As-Of',
        'Normtrail-As-Known-At',
        'Normtrail-Ordinal',
        'Normtrail-Release',
        'Normtrail-Not-Redistributable',
        'Normtrail-Warning',
      ]),
    )
  })
})
