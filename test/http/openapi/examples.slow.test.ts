import { parquetMetadata } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApiOf } from '../../../src/http/openapi/document.ts'
import type { Scope } from '../../../src/access/scope.ts'
import { questions } from '../../../src/queries/index.ts'
import { aBundledServer } from '../a-bundled-server.ts'
import { documented } from './documented.ts'

const document = openApiOf(questions)
const { check, responseOf, resolved } = documented(document)

let server: Awaited<ReturnType<typeof aBundledServer>>
beforeAll(async () => {
  server = await aBundledServer()
})
afterAll(() => server.close())

interface Parameter {
  readonly name?: string
  readonly schema?: { readonly enum?: readonly string[] }
}

const inForm = (example: string, form: string): string => `${example}${example.includes('?') ? '&' : '?'}format=${form}`

/** Every example, in each of the forms that its answer comes in. */
const asked = Object.entries(document.paths).flatMap(([path, { get }]) => {
  if (path === '/v1/feed') return []
  const format = (get?.parameters as readonly Parameter[] | undefined)?.find(({ name }) => name === 'format')
  const forms = format?.schema?.enum ?? []
  return (get?.['x-examples'] ?? []).flatMap((example) =>
    forms.length === 0 ? [[example, path]] : forms.map((form) => [inForm(example, form), path]),
  )
}) as readonly (readonly [string, string])[]

/** Headers of HTTP itself, which say nothing that is of this API. */
const ordinary = new Set(
  (
    'cache-control connection content-disposition content-length content-security-policy content-type date ' +
    'keep-alive referrer-policy transfer-encoding vary content-encoding trailer accept-ranges ' +
    'x-content-type-options cross-origin-opener-policy ' +
    'cross-origin-resource-policy origin-agent-cluster x-dns-prefetch-control x-download-options x-frame-options ' +
    'x-permitted-cross-domain-policies x-xss-protection'
  ).split(' '),
)

interface Rows {
  readonly properties: Readonly<Record<string, unknown>>
  readonly additionalProperties?: boolean
}

/** The columns of a table as it came, held against those of the document. */
const columnsAreThose = (names: readonly string[], rows: Rows): void => {
  if (rows.additionalProperties === false) expect(names).toEqual(Object.keys(rows.properties))
  else expect(new Set(names).size).toBe(names.length)
}

describe('every example of the document', () => {
  it('is one of each question at least', () => expect(asked.length).toBeGreaterThan(150))
  it.each(asked)('%s', async (example, path) => {
    const response = await fetch(`${server.address}${example}`)
    const bytes = await response.arrayBuffer()
    const text = new TextDecoder().decode(bytes)
    expect([response.status, response.ok ? '' : text]).toEqual([200, ''])
    const { headers = {}, content = {} } = responseOf('get', path, 200) ?? expect.fail('no response')
    const described = new Set(Object.keys(headers).map((name) => name.toLowerCase()))
    expect([...response.headers.keys()].filter((name) => !ordinary.has(name) && !described.has(name))).toEqual([])
    const type = response.headers.get('content-type')?.split(';')[0] ?? ''
    const body = content[type] ?? expect.fail(`${type} is not in the document`)
    const { schema = {} } = body as { schema?: { $ref?: string; contentSchema?: { $ref: string } } }
    if (type === 'application/json' && schema.$ref !== undefined)
      expect(check(schema.$ref, JSON.parse(text))).toEqual([])
    if (type === 'application/jsonl')
      for (const line of text.trimEnd().split('\n').filter(Boolean))
        expect(check(schema.contentSchema?.$ref ?? '', JSON.parse(line))).toEqual([])
    const columns = body['x-columns'] === undefined ? undefined : resolved<Rows>(body['x-columns'] as never)
    if (columns === undefined) return
    const names =
      type === 'text/csv'
        ? (text.split('\n')[0] ?? '').split(',')
        : parquetMetadata(bytes)
            .schema.slice(1)
            .map(({ name }) => name)
    columnsAreThose(names, columns)
  })
})

/** What can be sent, in each of the types that it may have, with the scope that it wants. */
const sent = Object.entries(document.paths).flatMap(([path, { post }]) => {
  const { content } = (post?.requestBody ?? { content: {} }) as { content: Record<string, { example: unknown }> }
  const [{ token: [scope] = [] } = {}] = (post?.security ?? []) as { token?: readonly Scope[] }[]
  return Object.entries(content).map(([type, { example }]) => ({ path, type, example, scope: scope ?? 'admin' }))
})

describe('what is recorded, as the document shows it', () => {
  const post = ({ path, type, example, scope }: (typeof sent)[number], more: object = {}) =>
    fetch(`${server.address}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': type, Authorization: `Bearer ${server.tokens[scope]}`, ...more },
      body: typeof example === 'string' ? example : JSON.stringify(example),
    })
  /** The proposal that is not the one of the document, which is accepted. */
  const other = async (): Promise<string> => {
    const { items } = (await (await fetch(`${server.address}/v1/proposals`)).json()) as { items: { id: string }[] }
    return items.map(({ id }) => id).find((id) => id !== accepted) ?? expect.fail('no other proposal')
  }
  const accepted = 'bc7ded88-8167-5562-bf91-9ca2642d07b0'

  it('is every way to record', () => expect(new Set(sent.map(({ path }) => path)).size).toBe(5))
  it.each(sent)('$path as $type, with the scope $scope', async (example) => {
    const id = example.path.endsWith('/reject') ? await other() : accepted
    const response = await post({ ...example, path: example.path.replace('{id}', id) })
    const text = await response.text()
    expect([response.status, response.ok ? '' : text]).toEqual([expect.toBeOneOf([200, 201]), ''])
    const { headers = {} } = responseOf('post', example.path, response.status) ?? expect.fail('no response')
    const described = new Set(Object.keys(headers).map((name) => name.toLowerCase()))
    expect([...response.headers.keys()].filter((name) => !ordinary.has(name) && !described.has(name))).toEqual([])
    expect(check('#/components/schemas/Recorded', JSON.parse(text))).toEqual([])
  })
  it.each(sent)('$path as $type is refused without a token, and with one that only reads', async (example) => {
    const head = JSON.stringify(await server.workspace.log.head())
    const path = example.path.replace('{id}', accepted)
    expect((await post({ ...example, path }, { Authorization: '' })).status).toBe(401)
    expect((await post({ ...example, path, scope: 'read' })).status).toBe(403)
    expect(JSON.stringify(await server.workspace.log.head())).toBe(head)
  })
})

describe('the feed, as the document shows it', () => {
  it('tells events as the document describes them', async () => {
    const [example = ''] = document.paths['/v1/feed']?.get?.['x-examples'] ?? []
    const hangUp = new AbortController()
    const response = await fetch(`${server.address}${example}`, {
      signal: AbortSignal.any([hangUp.signal, AbortSignal.timeout(30_000)]),
    })
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8'])
    let text = ''
    for await (const part of response.body ?? expect.fail('no body')) {
      text += new TextDecoder().decode(part)
      if (text.includes('event: event') && text.endsWith('\n\n')) break
    }
    hangUp.abort()
    const events = [...text.matchAll(/^event: event\ndata: (.*)$/gm)].map(([, data = '']) => JSON.parse(data) as object)
    expect(events.length).toBeGreaterThan(0)
    for (const event of events) expect(check('#/components/schemas/CloudEvent', event)).toEqual([])
  })
})
