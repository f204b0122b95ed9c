import type { z } from 'zod'
import { acceptanceBody, correctionBody, rejectionBody, retractionBody } from '../recording/amendment-body.ts'
import { eventSchemas } from './event-schemas.ts'
import { described, partsOf, schemaRef, type JsonSchema } from './json-schema.ts'

const text = (description: string) => ({ type: 'string', description })
const whole = (description: string) => ({ type: 'integer', description })
const object = (properties: Readonly<Record<string, object>>, required = Object.keys(properties)): JsonSchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})

const placeSchema = object({
  id: text('The id of the event'),
  stream: text('The stream that it stands in'),
  type: text('Its type'),
  revision: whole('Its place in the stream: the next one goes into `If-Match`'),
  ordinal: whole('Its place in the log'),
})

const recordedSchema = object(
  {
    commit: { type: ['string', 'null'], description: 'The commit; null where nothing was appended' },
    recordedAt: { type: ['string', 'null'], format: 'date-time', description: 'When it was recorded' },
    appended: whole('How many events were appended'),
    known: whole('How many events the log had already'),
    ordinal: whole('The last of the events, by its place in the log'),
    events: { type: 'array', items: schemaRef('RecordedPlace'), description: 'Where each event stands' },
    dryRun: { const: true, description: 'Nothing was to be recorded: places are not known' },
  },
  ['commit', 'recordedAt', 'appended', 'known', 'ordinal', 'events'],
)

const bodyOf = (name: string, body: z.ZodType): Readonly<Record<string, JsonSchema>> => {
  const { schema, named } = described(body, 'input')
  return partsOf(name, { [name]: schema, ...named })
}

/** The bodies of what is recorded, by the schemas that they are read by, and what is answered. */
export const recordingSchemas = (): Readonly<Record<string, JsonSchema>> => ({
  ...eventSchemas(),
  ...bodyOf('Correction', correctionBody),
  ...bodyOf('Retraction', retractionBody),
  ...bodyOf('Acceptance', acceptanceBody),
  ...bodyOf('Rejection', rejectionBody),
  RecordedPlace: placeSchema,
  Recorded: recordedSchema,
})
