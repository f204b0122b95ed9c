import createClient from 'openapi-fetch'
import type { paths } from '#v1'
import { patientFetch } from './patient-fetch.ts'
import { Problem, problemOf } from './problem.ts'

export type { paths }

/** The server's own address, wherever the page is mounted. */
export const baseUrl = new URL('.', document.baseURI).href.replace(/\/$/, '')

/** `/v1`, as the OpenAPI document types it. What is read is asked for once. */
export const v1 = createClient<paths, 'application/json'>({ baseUrl, fetch: patientFetch })

/** What a path answers, as JSON: `Answer<'/v1/status/{state}/{subject}'>`. */
export type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

interface Answered<Body> {
  readonly data?: Body
  readonly error?: unknown
  readonly response: Response
}

/** The body of an answer; throws a `Problem` in words where none came. */
export const bodyOf = async <Body>(asked: Promise<Answered<Body>>): Promise<Body> => {
  const { data, error, response } = await asked
  if (response.ok && data !== undefined) return data
  if (response.ok) throw new Problem('The answer was cut off.')
  throw problemOf(response, error)
}
