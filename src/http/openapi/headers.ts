const header = (description: string, schema: object) => ({ description, schema })

/** Every header that is worth a word, by its name. */
export const headers = {
  'Normtrail-As-Of': header('The day that the answer is about', { type: 'string', format: 'date' }),
  'Normtrail-As-Known-At': header(
    'The moment of knowledge asked for, or the last commit where that ' +
      'has not passed; left out where it is all that is known',
    { type: 'string', format: 'date-time' },
  ),
  'Normtrail-Ordinal': header('The last event known then', { type: 'integer' }),
  'Normtrail-Release': header('Names this answer: the same id, the same bytes', { type: 'string' }),
  'Normtrail-Not-Redistributable': header(
    'With a table: the registered sources of the log that may not be passed on, by id, with ' +
      'commas between; left out where there is none. /v1/sources has their terms',
    { type: 'string' },
  ),
  'Normtrail-Warning': header(
    'Only while the log holds no more than a part of an import, which is under way or was ' +
      'cut off: the answer may be incomplete. /healthz says which, and what to do',
    { type: 'string', enum: ['unfinished-load'] },
  ),
  ETag: header('Names these bytes: give it back in `If-None-Match`', { type: 'string' }),
  Link: header('`rel="next"`: where the next page of a list is', { type: 'string' }),
  'Preference-Applied': header('What was done of `Prefer`', { type: 'string' }),
  'Idempotency-Replayed': header('`true` where the request had been answered before', { type: 'string' }),
  'Retry-After': header('After how many seconds to ask again', { type: 'integer', minimum: 1 }),
  Allow: header('The methods that are answered there, with commas between', { type: 'string' }),
  'X-Request-Id': header('Names this request in the log of the server: the one that it brought, or a new one', {
    type: 'string',
  }),
  RateLimit: header('Where requests are counted: how many are left, and for how many seconds', { type: 'string' }),
  'RateLimit-Policy': header('Where requests are counted: how many are answered, and within how many seconds', {
    type: 'string',
  }),
  'WWW-Authenticate': header('`Bearer`, and what is wrong with the token that came', { type: 'string' }),
} as const

export type HeaderName = keyof typeof headers

/** References to them. */
export const headersOf = (...names: readonly HeaderName[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))

/** What comes with every answer, whatever was asked. */
export const everyHeader = headersOf('X-Request-Id', 'RateLimit', 'RateLimit-Policy')

/** What every answer to a question says of itself, in whatever form it comes. */
export const answerHeaders = {
  ...headersOf(
    'Normtrail-As-Of',
    'Normtrail-As-Known-At',
    'Normtrail-Ordinal',
    'Normtrail-Release',
    'Normtrail-Not-Redistributable',
    'Normtrail-Warning',
    'ETag',
  ),
  ...everyHeader,
}

/** What a list says besides. */
export const listHeaders = headersOf('Link', 'Preference-Applied')
