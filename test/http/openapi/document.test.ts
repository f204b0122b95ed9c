import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { appOf } from '../../../src/http/app.ts'
import { openApiOf } from '../../../src/http/openapi/document.ts'
import { exampleOf } from '../../../src/events/described/example.ts'
import { catalogue, isSaidByNormtrail } from '../../../src/events/registry.ts'
import { withExamples } from '../../../src/queries/examples.ts'
import { questions } from '../../../src/queries/index.ts'
import { silentLog } from '../a-server.ts'
import { documented } from './documented.ts'

const document = openApiOf(questions)
const paths = Object.entries(document.paths)

describe('the OpenAPI document', () => {
  it('is one, as a validator that is not ours says', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document) as never)
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined })
  })
  it('has schemas that a validator of JSON Schema takes, in strict mode', () => {
    const { check } = documented(document)
    for (const name of Object.keys(document.components.schemas))
      expect(() => check(`#/components/schemas/${name}`, {}), name).not.toThrow()
  })
  it('refers to nothing that it does not have, and has nothing that nothing refers to', () => {
    const text = JSON.stringify(document)
    const referred = new Set([...text.matchAll(/"\$ref":"#\/components\/([^"]+)"/g)].map(([, name]) => name))
    const { securitySchemes: _, ...components } = document.components
    const held = Object.entries(components).flatMap(([kind, all]) => Object.keys(all).map((name) => `${kind}/${name}`))
    expect([...referred].toSorted()).toEqual(held.filter((name) => referred.has(name)).toSorted())
    const unused = held.filter((name) => !referred.has(name))
    expect(unused.filter((name) => !name.startsWith('responses/'))).toEqual([])
  })
  it('has operations that no two share, each with a summary, a tag that is explained, and an example', () => {
    const operations = paths.flatMap(([, path]) => Object.values(path))
    const ids = operations.map(({ operationId }) => operationId)
    expect(new Set(ids).size).toBe(ids.length)
    const tags = document.tags.map(({ name }) => name)
    for (const { operationId, summary, tags: own, requestBody, 'x-examples': examples = [] } of operations) {
      expect([operationId, summary.length > 10]).toEqual([operationId, true])
      expect(tags).toEqual(expect.arrayContaining([...own]))
      const { content = {} } = (requestBody ?? {}) as { content?: Record<string, { example?: unknown }> }
      expect(Object.values(content).filter(({ example }) => example === undefined)).toEqual([])
      expect([operationId, examples.length + Object.keys(content).length > 0]).toEqual([operationId, true])
    }
  })
  it('has an example of every event, which is one by its schema', () => {
    const { check } = documented(document)
    const types = [...catalogue.values()].filter((one) => !isSaidByNormtrail(one))
    for (const definition of types) {
      const example = exampleOf(definition)
      expect([definition.type, check(`#/components/schemas/${definition.type}`, example)]).toEqual([
        definition.type,
        [],
      ])
      expect(check('#/components/schemas/Event', { ...example, type: 'Nothing' })).not.toEqual([])
    }
  })
  it('has examples of questions that there are', () =>
    expect([...withExamples].toSorted()).toEqual(questions.map(({ name }) => name).toSorted()))
})

/** `/v1/timeline{/:state{/:subject}}` as every path that it stands for, the longest first. */
const pathsOf = (route: string): readonly string[] => {
  const optional = route.split('{').map((part) => part.replaceAll('}', '').replaceAll(/:(\w+)/g, '{$1}'))
  return optional.map((_, left) => optional.slice(0, optional.length - left).join(''))
}

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> }
  readonly handle?: { readonly stack?: readonly Layer[] }
}

/** The routes of a router, with those of the routers in it. */
const layersOf = (stack: readonly Layer[]): readonly Layer[] =>
  stack.flatMap((layer) => [layer, ...layersOf((layer.route === undefined && layer.handle?.stack) || [])])

const never = (): never => expect.fail('nothing is asked here')
const app = appOf({
  questions,
  workspace: { log: {}, check: never, unfinished: never } as never,
  answering: { ask: never, hindrance: never } as never,
  recording: { record: never },
  feed: { begin: never, join: never } as never,
  log: silentLog,
})
const routes = layersOf(app.router.stack as unknown as readonly Layer[]).flatMap(({ route }) =>
  route === undefined || typeof route.path !== 'string'
    ? []
    : Object.keys(route.methods)
        // What takes every method refuses them.
        .filter((method) => !Object.hasOwn(route.methods, 'purge') && method !== 'head' && method !== '_all')
        .map((method) => ({ method, paths: pathsOf(route.path) })),
)

/** What is there for one release more, in the shape of before, and is documented no more. */
const isFormer = (path: string): boolean => /^\/api(\/|$)/.test(path)

describe('the paths of the app', () => {
  it('are seen', () => {
    expect(pathsOf('/v1/a{/:b{/:c}}')).toEqual(['/v1/a/{b}/{c}', '/v1/a/{b}', '/v1/a'])
    expect(routes.length).toBeGreaterThan(80)
  })
  it('are in the document, each with all that may stand in it', () => {
    const missing = routes
      .filter(({ method, paths: [longest = ''] }) => !isFormer(longest) && !(method in (document.paths[longest] ?? {})))
      .map(({ method, paths: [longest] }) => `${method} ${longest}`)
    expect(missing).toEqual([])
  })
  it('are all that is in the document', () => {
    const answered = new Set(routes.flatMap(({ method, paths: all }) => all.map((path) => `${method} ${path}`)))
    const described = paths.flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`))
    expect(described.filter((path) => !answered.has(path))).toEqual([])
  })
})
