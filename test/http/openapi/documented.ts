import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { openApiOf } from '../../../src/http/openapi/document.ts'

export type Document = ReturnType<typeof openApiOf>

interface Body {
  readonly schema?: object
  readonly 'x-columns'?: { readonly $ref: string }
}

interface Response {
  readonly headers?: Readonly<Record<string, object>>
  readonly content?: Readonly<Record<string, Body>>
}

const id = 'https://normtrail.test/openapi.json'

/** A document as something that answers are held against, by a validator that is not ours. */
export const documented = (document: Document) => {
  // Each schema is compiled for few values: to make its code shorter takes longer than to run it.
  const code = { optimize: false }
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true, code })
  ;(addFormats as unknown as (to: Ajv2020) => void)(ajv)
  for (const word of ['components', 'discriminator', 'x-column-type', 'x-empty']) ajv.addKeyword(word)
  ajv.addSchema({ $id: id, components: document.components } as never, id, false, false)

  /** What is wrong with a value, by the schema that a pointer leads to; empty where nothing is. */
  const check = (pointer: string, value: unknown): readonly string[] => {
    const validate = ajv.getSchema(`${id}${pointer}`)
    if (validate === undefined) throw new Error(`the document has no ${pointer}`)
    if (validate(value) === true) return []
    return (validate.errors ?? []).map(({ instancePath, message, params }) =>
      [instancePath, message, JSON.stringify(params)].join(' '),
    )
  }

  const resolved = <T>(part: T | { readonly $ref: string }): T => {
    if (typeof part !== 'object' || part === null || !('$ref' in part)) return part as T
    return part.$ref
      .split('/')
      .slice(1)
      .reduce((at: unknown, key) => (at as Record<string, unknown>)[key], document) as T
  }

  /** What the document says of the answer with a status: of any other problem, where it does not name it. */
  const responseOf = (method: string, path: string, status: number): Response | undefined => {
    const responses = document.paths[path]?.[method.toLowerCase() as 'get']?.responses
    const found = responses?.[status] ?? (status >= 400 ? responses?.['default'] : undefined)
    return found === undefined ? undefined : resolved<Response>(found)
  }

  return { check, responseOf, resolved }
}
