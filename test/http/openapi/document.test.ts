import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { openApiOf } from '../../../src/http/openapi/document.ts'
import { exampleOf } from '../../../src/events/described/example.ts'
import { catalogue, isSaidByNormtrail } from '../../../src/events/registry.ts'
import { withExamples } from '../../../src/queries/examples.ts'
import { questions } from '../../../src/queries/index.ts'
import { documented } from './documented.ts'

const document = openApiOf(questions)
const { check } = documented(document)
const paths = Object.entries(document.paths)

describe('the OpenAPI document', () => {
  it('is one, as a validator that is not ours says', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document) as never)
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined })
  })
  it('has schemas that a validator of JSON Schema takes, in strict mode', () => {
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

interface Operation {
  readonly parameters?: readonly { readonly name?: string; readonly in?: string; readonly required?: boolean }[]
}

describe('the paths of the document', () => {
  it('name each parameter in a path, and no other, and each is required', () => {
    const all = paths.flatMap(([path, methods]) =>
      Object.values<Operation>(methods as never).map((operation) => [path, operation] as const),
    )
    for (const [path, { parameters = [] }] of all) {
      const inPath = parameters.filter((parameter) => parameter.in === 'path')
      expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? [])
      expect(inPath.every(({ required }) => required)).toBe(true)
    }
  })
  it('stand for every number of parts that may be left off', () => {
    const known = paths.map(([path]) => path)
    for (const pair of [
      ['/v1/timeline/{state}/{subject}', '/v1/timeline/{state}'],
      ['/v1/exits/{subject}', '/v1/exits'],
      ['/v1/conflicts/{subject}', '/v1/conflicts'],
    ])
      expect(known).toEqual(expect.arrayContaining(pair))
    expect(known).toContain('/v1/status/{state}/{subject}')
    expect(known).not.toContain('/v1/status/{state}')
  })
})
