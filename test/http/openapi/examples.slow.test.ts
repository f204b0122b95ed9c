import { parquetMetadata } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApiOf } from '../../../src/http/openapi/document.ts'
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
    'keep-alive referrer-policy transfer-encoding vary x-content-type-options cross-origin-opener-policy ' +
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
