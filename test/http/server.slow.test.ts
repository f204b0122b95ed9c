import { once } from 'node:events'
import { connect } from 'node:net'
import { z } from 'zod'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { question } from '../../src/queries/question/question.ts'
import { version } from '../../src/package/version.ts'
import { aServer, silentLog } from './a-server.ts'

const jsonOf = async (response: Response): Promise<Record<string, unknown>> =>
  (await response.json()) as Record<string, unknown>

describe('around the questions', () => {
  let server: Awaited<ReturnType<typeof aServer>>
  beforeAll(async () => {
    server = await aServer()
  })
  afterAll(() => server.close())

  it('says that it is well', async () =>
    expect(await jsonOf(await server.get('/healthz'))).toEqual({ status: 'ok', version, ordinal: 1 }))
  it('lists the questions', async () => {
    const { questions } = await jsonOf(await server.get('/v1'))
    expect(questions).toMatchObject([
      { path: '/v1/greeting/{state}/{subject}', formats: ['text', 'json'] },
      { path: '/v1/panel/numbers' },
      { name: 'explain greeting' },
    ])
  })
  it('describes itself in OpenAPI, from the schemas', async () => {
    const { openapi, paths, components } = await jsonOf(await server.get('/openapi.json'))
    expect(openapi).toBe('3.1.0')
    expect(await jsonOf(await server.get('/v1/openapi.json'))).toEqual({
      openapi,
      paths,
      components,
      info: expect.anything() as unknown,
      servers: [{ url: '/' }],
      security: expect.anything() as unknown,
      tags: expect.anything() as unknown,
    })
    const { get } =
      (paths as Record<string, { get: { parameters: unknown[]; responses: Record<string, unknown> } }>)[
        '/v1/greeting/{state}/{subject}'
      ] ?? expect.fail('no path')
    expect(get.parameters).toContainEqual({
      name: 'manner',
      in: 'query',
      required: false,
      description: 'How it is greeted',
      schema: expect.objectContaining({ enum: ['warm', 'cool'], default: 'warm' }),
    })
    expect(get.parameters).toContainEqual({ $ref: '#/components/parameters/asKnownAt' })
    expect(get.responses[200]).toMatchObject({
      content: { 'application/json': { schema: { $ref: '#/components/schemas/GreetingAnswer' } } },
    })
    expect(components).toMatchObject({
      schemas: {
        GreetingAnswer: { properties: { words: { type: 'string', description: 'The greeting' } } },
        PanelNumbersRow: { properties: { gap: { type: ['number', 'null'], 'x-empty': 'There is a gap' } } },
      },
    })
  })
  it('serves the page, which may load nothing from elsewhere', async () => {
    const response = await server.get('/')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch(/^text\/html/)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(await response.text()).not.toMatch(/(src|href)="(https?:)?\/\//)
  })
})

describe('stopping', () => {
  it('answers what has begun', async () => {
    let answer = (): void => {}
    let begun = (): void => {}
    const hasBegun = new Promise<void>((done) => (begun = done))
    const slow = question({
      name: 'slow',
      asks: 'Takes its time.',
      positional: [],
      sources: { withoutRivals: 'it is answered from nothing' },
      input: z.object({}),
      output: z.object({ done: z.boolean() }),
      text: String,
      answer: () =>
        new Promise<{ done: boolean }>((done) => {
          answer = () => done({ done: true })
          begun()
        }),
    })
    const server = await aServer([slow])
    const asked = server.get('/v1/slow')
    await hasBegun
    const stopped = server.stop()
    setTimeout(() => answer(), 20)
    expect(await (await asked).json()).toMatchObject({ done: true })
    await stopped
    await expect(server.get('/healthz')).rejects.toThrow()
  })
  it('does not wait for a connection that asks nothing', async () => {
    const server = await aServer()
    const silent = connect(Number(new URL(server.address).port), '127.0.0.1')
    await once(silent, 'connect')
    await server.get('/healthz')
    await server.close()
    silent.destroy()
  }, 2_000)
  it('says that an address is taken', async () => {
    const { listen } = await import('../../src/http/server.ts')
    const server = await aServer()
    const port = Number(new URL(server.address).port)
    const unused = { head: () => expect.fail() } as never
    await expect(
      listen(
        {
          questions: [],
          workspace: { log: unused, check: unused, unfinished: unused, standing: unused },
          answering: { ask: unused, hindrance: unused, upToHead: unused },
          log: silentLog,
        },
        port,
        '127.0.0.1',
      ),
    ).rejects.toMatchObject({ code: 'cannot-listen', exitCode: 4 })
    await server.close()
  })
})
