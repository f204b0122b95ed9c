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

export const parameterRef = (name: keyof typeof sharedParameters) => ({ $ref: `#/components/parameters/${name}` })
