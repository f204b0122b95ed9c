import { parquetMetadata } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatsOf } from '../../src/exports/format.ts'
import { questions } from '../../src/queries/index.ts'
import type { Question } from '../../src/queries/question/question.ts'
import { serverOver } from '../http/a-server.ts'
import { aRivalWorld } from '../support/rival-world.ts'
import { inputOf } from './asked-of-each.ts'

/** What `every-question.test.ts` holds of every question, over HTTP, in every form. */
let made: Awaited<ReturnType<typeof aRivalWorld>>
let server: Awaited<ReturnType<typeof serverOver>>
beforeAll(async () => {
  made = await aRivalWorld()
  server = await serverOver(questions, made.workspace)
})
afterAll(async () => {
  await server.close()
  await made.dispose()
})

const overHttp = (question: Question, more: Readonly<Record<string, string>>) => {
  const input = inputOf(question, made.before)
  const path = ['api', ...question.name.split(' '), ...question.positional.flatMap((name) => input[name] ?? [])].join(
    '/',
  )
  const rest = Object.entries(input).filter(([name]) => !question.positional.includes(name))
  return fetch(`${server.address}/${path}?${new URLSearchParams([...rest, ...Object.entries(more)])}`)
}

/** What a table in Parquet says of itself. */
const aboutOf = (file: ArrayBuffer): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries((parquetMetadata(file).key_value_metadata ?? []).map(({ key, value }) => [key, value]))

type Answer = Record<string, unknown> & { parameters?: Record<string, unknown> }
const all = questions.map((one) => [one.name, one] as const)
const takesSources = all.filter(([, { withoutRivals }]) => withoutRivals === undefined)
const refusing = all.filter(([, { withoutRivals }]) => withoutRivals !== undefined)

describe.each(all)('%s', (_, question) => {
  it('takes both clocks, and says so in every form', async () => {
    const clocks = { asOf: '2000-06-01', asKnownAt: made.before.instant }
    for (const format of formatsOf(question)) {
      const response = await overHttp(question, { ...clocks, format })
      expect([
        response.status,
        response.headers.get('normtrail-as-of'),
        response.headers.get('normtrail-as-known-at'),
        response.headers.get('normtrail-ordinal'),
      ]).toEqual([200, '2000-06-01', made.before.instant, String(made.before.ordinal)])
      if (format === 'json') expect(await response.json()).toMatchObject({ ...clocks, ordinal: made.before.ordinal })
      else if (format === 'parquet')
        expect(aboutOf(await response.arrayBuffer())).toMatchObject({
          'normtrail.asOf': '2000-06-01',
          'normtrail.asKnownAt': made.before.instant,
          'normtrail.ordinal': String(made.before.ordinal),
          'normtrail.releaseId': expect.any(String),
        })
      else await response.arrayBuffer()
    }
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
    const { ordinal } = await made.workspace.log.head()
    const answer = (await (await overHttp(question, {})).json()) as Answer
    expect(answer).toMatchObject({ asOf: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/), asKnownAt: null, ordinal })
    if (question.withoutRivals !== undefined) return
    expect(answer['sources'] ?? answer.parameters?.['sources']).toBe('depositary,organisation,scholarly,dataset,press')
    const over = (await (await overHttp(question, { sources: 'dataset, depositary' })).json()) as Answer
    expect(over['sources'] ?? over.parameters?.['sources']).toBe('dataset,depositary')
    expect(answer['releaseId']).not.toBe(over['releaseId'])
  })
})

describe.each(takesSources)('%s', (_, question) => {
  it('refuses a source that nobody knows', async () => {
    const response = await overHttp(question, { sources: 'dataset,hearsay' })
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { code: 'unknown-source', detail: expect.stringContaining('sources: "hearsay"') as unknown },
    ])
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
