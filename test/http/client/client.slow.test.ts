import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBundledServer } from '../a-bundled-server.ts'
import { generatedFrom } from './generated.ts'

/** What a client's author would write: nothing of it is typed by hand. */
const program = `
import createClient from 'openapi-fetch'
import type { paths } from './schema.js'

const baseUrl = process.argv[2] ?? ''
const client = createClient<paths, 'application/json' | 'application/problem+json'>({ baseUrl })
const inTables = createClient<paths, 'text/csv'>({ baseUrl })

const { data: status } = await client.GET('/v1/status/{state}/{subject}', {
  params: { path: { state: 'usa', subject: 'cat' }, query: { asOf: '1994-11-20' } },
})
const spells: number | undefined = status?.spell
const pageAfter = async (after?: string) => {
  const { data } = await client.GET('/v1/states', {
    params: { query: { system: 'un', asOf: '1946-01-01', limit: 3, ...(after !== undefined && { after }) } },
  })
  return data
}
const first = await pageAfter()
const second = await pageAfter(first?.next ?? undefined)
const ids = [...(first?.items ?? []), ...(second?.items ?? [])].map(({ id }) => id)
const { data: rows } = await inTables.GET('/v1/panel/status', {
  params: { query: { subject: 'cat', from: 1994, to: 1995, system: 'un', format: 'csv' } },
  parseAs: 'text',
})
const lines: readonly string[] | undefined = rows?.split('\\n')
const { error, response } = await client.GET('/v1/treaty/{treaty}', { params: { path: { treaty: 'caat' } } })

const { data: recorded, response: created } = await client.POST('/v1/events', {
  headers: { Authorization: 'Bearer ' + (process.argv[3] ?? '') },
  body: {
    stream: 'treaty-cat',
    type: 'TreatyAcceded',
    occurred: '2021-01-15',
    sources: [{ citation: 'A test', kind: 'scholarly' }],
    data: { actor: 'tuv' },
  },
})

console.log(JSON.stringify({
  created: created.status,
  appended: recorded?.appended,
  stream: recorded?.events[0]?.stream,
  status: status?.status,
  certainty: status?.certainty satisfies 'certain' | 'possible' | undefined,
  spells,
  through: status?.coverage.state,
  ids,
  header: lines?.[0],
  failed: response.status,
  code: error?.code,
  hint: error?.hint,
}))
declare const process: { readonly argv: readonly string[] }
`

const misspelt = program.replace("state: 'usa'", "stat: 'usa'").replace('status?.spell', 'status?.spells')

describe('a client that is made from the document', () => {
  let server: Awaited<ReturnType<typeof aBundledServer>>
  let client: Awaited<ReturnType<typeof generatedFrom>>
  let compiled: Record<'right' | 'wrong', { readonly file: string; readonly against: readonly string[] }>
  beforeAll(async () => {
    server = await aBundledServer()
    client = await generatedFrom((await (await fetch(`${server.address}/v1/openapi.json`)).json()) as object)
    compiled = await client.compiled({ right: program, wrong: misspelt })
  })
  afterAll(async () => {
    await client.remove()
    await server.close()
  })

  it('is held to it by the compiler', () =>
    expect(compiled.wrong.against.join('\n')).toMatch(/'stat' does not exist[^]*'spells' does not exist/))
  it('type-checks and works', async () => {
    const { file, against } = compiled.right
    expect(against).toEqual([])
    const { stdout } = await promisify(execFile)(process.execPath, [file, server.address, server.tokens.append])
    // Article 27 (2) of the Convention: the thirtieth day after the deposit, of 21 October 1994.
    expect(JSON.parse(stdout)).toEqual({
      created: 201,
      appended: 1,
      stream: 'treaty-cat',
      status: 'IN_FORCE',
      certainty: 'certain',
      spells: 1,
      through: expect.stringMatching(/^(covered|carried|none)$/) as string,
      // The first of the original members of the United Nations, in the order of their ids.
      ids: ['arg', 'aus', 'bel', 'blr', 'bol', 'bra'],
      header: expect.stringMatching(/^state,/) as string,
      failed: 404,
      code: 'unknown-treaty',
      hint: expect.stringContaining('cat') as string,
    })
  })
})
