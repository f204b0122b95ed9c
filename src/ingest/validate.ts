import type { z } from 'zod'
import { badInput } from '../error.ts'
import type { NewEvent } from '../events/envelope.ts'
import type { JsonObject } from '../events/json.ts'
import { definitionOf, familyOf } from '../events/registry.ts'
import { formatDay, type Day } from '../time/day.ts'
import { readDate } from './read-date.ts'

/** Every way in which an event may be out of shape, in words that name the field, what came and what was expected. */
const issueText = (issue: z.core.$ZodIssue, data: JsonObject): string => {
  const path = ['data', ...issue.path].join('.')
  const came = issue.path.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step],
    data,
  )
  return `${path}: ${issue.message}${came === undefined ? '' : `, got ${JSON.stringify(came)}`}`
}

/**
 * The hard rules of the log: known type, right stream, right shape, readable dates, nothing done after it was recorded.
 * What is legally odd passes; projections report it as an anomaly. `where` names the line or row in the error.
 */
export const validate = (event: Omit<NewEvent, 'id'>, stream: string, today: Day, where?: string): void => {
  const fail = (code: string, message: string, hint?: string): never => {
    throw badInput(code, message, { ...(where !== undefined && { where }), ...(hint !== undefined && { hint }) })
  }
  const definition = definitionOf(event.type)
  const families = [definition.family].flat()
  if (families.includes('load')) fail('bad-event', `${event.type} is said by normtrail alone, of its own log.`)
  if (!families.includes(familyOf(stream)))
    fail(
      'wrong-stream',
      `${event.type} cannot stand in "${stream}".`,
      `Expected a stream of ${families.map((family) => `${family}-…`).join(' or ')}.`,
    )
  if (event.schemaVersion !== definition.version)
    fail('unknown-event-version', `${event.type} version ${event.schemaVersion}; expected ${definition.version}.`)
  const parsed = definition.data.safeParse(event.data)
  if (!parsed.success)
    fail('bad-event', `${event.type}: ${parsed.error.issues.map((issue) => issueText(issue, event.data)).join('; ')}.`)
  if (event.occurred === undefined) {
    if (definition.dated)
      fail('bad-event', `${event.type}: "occurred" is missing. Expected an EDTF date, such as 1984-12-10.`)
  } else if (readDate('occurred', event.occurred, where).lo > today && !definition.scheduled)
    fail(
      'not-yet',
      `${event.type} occurred on ${event.occurred}, after ${formatDay(today)}.`,
      'Record what has happened; a date that lies ahead belongs in "effective".',
    )
  if (event.effective !== undefined) readDate('effective', event.effective, where)
}
