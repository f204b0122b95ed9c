/** A parameter that is given after the question mark. */
export const queryParameter = (name: string, description: string, schema: object, more: object = {}) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
  ...more,
})

/** Parameters that all questions share. */
export const sharedParameters = {
  asOf: queryParameter(
    'asOf',
    'The day the answer is about. Default: today (UTC).',
    { type: 'string', format: 'date' },
    { example: '1994-11-20' },
  ),
  asKnownAt: queryParameter(
    'asKnownAt',
    'What the log knew then: an instant in UTC, or a date for the end of that day; of a day that has not ' +
      'ended, the last commit. An instant ahead of the clock is refused. Default: all it knows.',
    { type: 'string' },
  ),
  prefer: {
    name: 'Prefer',
    in: 'header',
    required: false,
    description: '`count=exact`: also how many there are in all. `Preference-Applied` says that they were counted',
    schema: { type: 'string' },
  },
}

/** Parameters of what is recorded, and of who follows it. */
const headerParameter = (name: string, description: string, schema: object = { type: 'string' }) => ({
  name,
  in: 'header',
  required: false,
  description,
  schema,
})

export const headerParameters = {
  idempotencyKey: headerParameter(
    'Idempotency-Key',
    'Names the request: the same one again is answered as before, and nothing is recorded twice. 1 to 255 visible ' +
      'characters of ASCII, such as a UUID.',
    { type: 'string', minLength: 1, maxLength: 257 },
  ),
  ifMatch: headerParameter(
    'If-Match',
    'The revision that the stream has, in quotes: `"41"`. 412 where it has another.',
  ),
  ifNoneMatch: headerParameter('If-None-Match', '`*`: there is no such stream yet. 412 where there is one.'),
  lastEventId: headerParameter('Last-Event-ID', 'How far a client had come that was cut off; counts before `after`.'),
}

export const parameterRef = (name: keyof typeof sharedParameters | keyof typeof headerParameters) => ({
  $ref: `#/components/parameters/${name}`,
})
