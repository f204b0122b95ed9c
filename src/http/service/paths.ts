import type { Question } from '../../queries/question/question.ts'

/** Where all that is asked is found. */
export const root = '/v1'

/** Where it was found before: in the shape of that time, for one release. */
export const formerRoot = '/api'

/** Where a question is: `panel status` is at `/v1/panel/status`. */
export const pathOf = ({ name }: Pick<Question, 'name'>, under: string = root): string =>
  `${under}/${name.replaceAll(' ', '/')}`

/** Where a question about one thing of a list is, too: `treaty` at `/v1/treaties/cat`; undefined of any other. */
export const resourceOf = ({ resource }: Pick<Question, 'resource'>): string | undefined =>
  resource === undefined ? undefined : `${root}/${resource}`

/** Questions that are recorded to where they are asked. */
export const alsoPosted: ReadonlySet<string> = new Set([`${root}/events`])

/** Where the OpenAPI document is: the second is below all that it describes. */
export const documentPaths: readonly string[] = ['/openapi.json', `${root}/openapi.json`]

/** Where it is as a page. */
export const documentPage = `${root}/docs`
