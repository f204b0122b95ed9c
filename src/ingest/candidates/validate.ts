import { badInput, type NormtrailError } from '../../common/error.ts'
import type { NewEvent } from '../../events/envelope.ts'
import type { EventDefinition } from '../../events/define.ts'
import { catalogue, definitionOf, familyOf, isSaidByNormtrail, typesLike } from '../../events/registry.ts'
import { shapeFaults } from '../../events/shape-faults.ts'
import { formatDay, type Day } from '../../time/day.ts'
import { claimFaults } from './check-claim.ts'
import { checkClassified } from './check-classified.ts'
import { checkAttribute, checkRelation } from './check-relation.ts'
import { checkScore } from './check-score.ts'
import { readDate } from './read-date.ts'
import { LineFaults } from './line-faults.ts'

/**
 * The hard rules of the log: known type, right stream, right shape, readable dates, nothing done after it was recorded.
 * What is legally odd passes; projections report it as an anomaly. `where` names the line or row in the error.
 */
export const validate = (event: Omit<NewEvent, 'id'>, stream: string, today: Day, where?: string): void => {
  const faults = new LineFaults()
  checkEvent(event, stream, today, where, faults)
  faults.throwAny()
}

/** As far as a line could be read. */
type Read = Pick<NewEvent, 'type'> & { readonly [K in keyof NewEvent]?: NewEvent[K] | undefined }

/** The same for what could be read of a line, with every fault that it has. */
export const checkEvent = (
  event: Read,
  stream: string | undefined,
  today: Day,
  where: string | undefined,
  faults: LineFaults,
): void => {
  const definition = faults.try(() => withPlace(where, () => definitionOf(event.type)))
  const fail: Fail = (code, message, hint) =>
    faults.add(badInput(code, message, { ...(where !== undefined && { where }), ...(hint !== undefined && { hint }) }))
  const date = (field: string, text: string) => faults.try(() => readDate(field, text, where))
  const occurred = event.occurred === undefined ? undefined : date('occurred', event.occurred)
  if (event.effective !== undefined) date('effective', event.effective)
  if (definition === undefined) return checkAsNearest(event, fail)
  if (isSaidByNormtrail(definition))
    return fail('bad-event', `${event.type} is said by normtrail alone, of its own log.`)
  checkHeader(event, definition, stream, fail)
  for (const { path, message } of event.data === undefined ? [] : shapeFaults(definition.data, event.data, 'data'))
    if (where === undefined || !faults.isTold(where, path)) fail('bad-event', `${path}: ${message}`)
  if (event.type === 'CoverageClaimed' && event.data !== undefined)
    for (const { code, message } of claimFaults(event.data, today)) fail(code, message)
  if (stream !== undefined) checkAgainstStream(event, stream, fail)
  if (event.occurred === undefined && definition.dated)
    fail('bad-event', `occurred: is missing. ${event.type} has a date: expected EDTF, such as 1984-12-10.`)
  if (occurred !== undefined && occurred.lo > today && !definition.scheduled)
    fail(
      'not-yet',
      `occurred: ${event.type} was done on ${event.occurred}, after ${formatDay(today)}.`,
      'Record what has happened; a date that lies ahead belongs in "effective".',
    )
}

type Fail = (code: string, message: string, hint?: string) => void

/** Holds types whose stream is called by more than one field against the name of it. */
const checkAgainstStream = (event: Read, stream: string, fail: Fail): void => {
  if (event.type.startsWith('PracticeScore')) checkScore(event, stream, fail)
  if (event.type === 'ActorClassified') checkClassified(event, stream, fail)
  if (event.type === 'RelationObserved') checkRelation(event, stream, fail)
  if (event.type.startsWith('Attribute')) checkAttribute(event, stream, fail)
}

/** Whether the event may stand in its stream, and is of the version that is written today. */
const checkHeader = (event: Read, definition: EventDefinition, stream: string | undefined, fail: Fail): void => {
  const families = [definition.family].flat()
  if (stream !== undefined && !families.includes(familyOf(stream)))
    fail(
      'wrong-stream',
      `stream: ${event.type} cannot stand in "${stream}".`,
      `Expected a stream of ${families.map((family) => `${family}-…`).join(' or ')}.`,
    )
  if (event.schemaVersion !== undefined && event.schemaVersion !== definition.version)
    fail(
      'unknown-event-version',
      `schemaVersion: ${event.type} has version ${definition.version}, got ${event.schemaVersion}.`,
      'Leave it out.',
    )
}

/**
 * A payload whose type is misspelt is read as one of the nearest type, so that what is wrong with both is told at once.
 */
const checkAsNearest = ({ type, data }: Read, fail: Fail): void => {
  const [near] = typesLike(type)
  const definition = near === undefined ? undefined : catalogue.get(near)
  if (definition === undefined || data === undefined) return
  for (const { path, message } of shapeFaults(definition.data, data, 'data'))
    fail('bad-event', `${path}: ${message} (Read as ${near}.)`)
}

/** The same error, with the place where it was met. */
export const withPlace = <T>(where: string | undefined, work: () => T): T => {
  try {
    return work()
  } catch (thrown) {
    const { code, message, hint } = thrown as NormtrailError
    if (where === undefined || code === undefined) throw thrown
    throw badInput(code, message, { where, ...(hint !== undefined && { hint }), cause: thrown })
  }
}
