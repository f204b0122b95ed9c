import type { Express, Request, RequestHandler, Response } from 'express'
import { badInput, NormtrailError, type Fault } from '../../common/error.ts'
import type { Scope } from '../../access/scope.ts'
import { callerOf } from '../access/caller.ts'
import { requireScope } from '../access/require-scope.ts'
import { readJson } from '../../text/strict-json.ts'
import { noOtherMethod } from '../problems/not-answered.ts'
import { Refusal, type RefusalStatus } from '../problems/refusal.ts'
import {
  acceptanceBody,
  amendmentOf,
  bodyBy,
  changesOf,
  correctionBody,
  rejectionBody,
  retractionBody,
} from './amendment-body.ts'
import { isDryRun } from './dry-run.ts'
import { commissionOf, inFlight } from './idempotency.ts'
import { eventTypes, linesOf, type EventType } from './lines-of-body.ts'
import { placedInBody, placedInCorrection } from './pointer.ts'
import { expectedBy, revisionBy } from './preconditions.ts'
import { bytesOf, mediaTypeOf, readBytes, requireType, textOf } from './read-body.ts'
import { recordingPaths } from './recording-paths.ts'
import type { Outcome, Recording, Task } from '../service/recording.ts'

export interface RecordingSettings {
  readonly recording: Recording
  /** How many bytes a request may bring. */
  readonly bodyLimit: number
  /** Whether whoever appends or amends must say where the stream stands. */
  readonly requireIfMatch: boolean
}

/** What is wanted of a request, read from its headers and the text of its body. */
type Reading = (request: Request, text: string) => Task

/** `POST /v1/events`, corrections, retractions, and decisions on proposals. */
export const routeRecording = (app: Express, settings: RecordingSettings): void => {
  const { requireIfMatch } = settings
  const route = routing(app, settings)
  route(recordingPaths.events, 'append', eventTypes, (request, text) => {
    const expected = expectedBy(request, requireIfMatch)
    const type = mediaTypeOf(request.get('Content-Type')) as EventType
    return { does: 'append', lines: linesOf(type, text), ...(expected !== undefined && { expected }) }
  })
  route(recordingPaths.corrections, 'correct', json, (request, text) => {
    const revision = revisionBy(request, requireIfMatch)
    const body = bodyBy(correctionBody, text)
    return { does: 'correct', amendment: amendmentOf(body, revision), changes: changesOf(body) }
  })
  route(recordingPaths.retractions, 'correct', json, (request, text) => {
    const revision = revisionBy(request, requireIfMatch)
    return { does: 'retract', amendment: amendmentOf(bodyBy(retractionBody, text), revision) }
  })
  route(recordingPaths.accept, 'review', json, (request, text) => ({
    does: 'accept',
    proposal: proposalIn(request),
    because: bodyBy(acceptanceBody, text).because,
  }))
  route(recordingPaths.reject, 'review', json, (request, text) => ({
    does: 'reject',
    proposal: proposalIn(request),
    because: bodyBy(rejectionBody, text).because,
  }))
}

const json = ['application/json']

const proposalIn = (request: Request): string => {
  for (const header of ['If-Match', 'If-None-Match'])
    if (request.get(header) !== undefined)
      throw badInput('bad-input', 'says where a stream stands; a decision is of a proposal.', {
        where: header,
        hint: 'Leave it out.',
      })
  return String(request.params['id'])
}

/** Refusals in their order: who asks, in what it is written, how long it is, what it says, how the log stands. */
const routing = (app: Express, { recording, bodyLimit }: RecordingSettings) => {
  const once = inFlight()
  return (path: string, scope: Scope, types: readonly string[], read: Reading): void => {
    const handle: RequestHandler = async (request, response) => {
      const caller = callerOf(request)
      if (caller === undefined) throw new Error('requireScope lets nobody in without a token')
      const dryRun = isDryRun(request.originalUrl)
      const bytes = bytesOf(request.body)
      const commission = dryRun ? undefined : commissionOf(request, caller.tokenId, bytes)
      const task = read(request, textOf(bytes))
      const work = { task, recordedBy: caller.name, dryRun, ...(commission !== undefined && { commission }) }
      const outcome = await once(commission?.commit, () => recording.record(work)).catch((thrown: unknown) => {
        throw asRefused(thrown, request)
      })
      send(response, outcome)
    }
    app.post(path, requireScope(scope), requireType(types), readBytes(bodyLimit), handle)
    if (path !== recordingPaths.events) app.all(path, noOtherMethod('POST'))
  }
}

/** The same request gets the same status and bytes, however often it comes. */
const send = (response: Response, { body, replayed }: Outcome): void => {
  if (replayed) response.set('Idempotency-Replayed', 'true')
  response.status(body.commit === null ? 200 : 201)
  response.set('Content-Type', 'application/json; charset=utf-8').end(`${JSON.stringify(body, null, 2)}\n`)
}

/** What only HTTP tells apart: a request whose own words came true no more, or whose key is taken. */
const statusOf = ({ code }: NormtrailError, request: Request): RefusalStatus | undefined => {
  if (code === 'key-reused') return 422
  const isConditional = request.get('If-Match') !== undefined || request.get('If-None-Match') !== undefined
  return code === 'wrong-expected-revision' && isConditional ? 412 : undefined
}

/** Where a fault is in the body of a request. */
const placeIn = ({ route, body }: Request): ((fault: Fault) => Fault) => {
  if ((route as { path?: unknown } | undefined)?.path !== recordingPaths.corrections) return placedInBody
  const read = readJson(textOf(bytesOf(body)))
  const changes = 'value' in read ? ((read.value as { changes?: object } | null)?.changes ?? {}) : {}
  return (fault) => placedInCorrection(fault, changes)
}

const asRefused = (thrown: unknown, request: Request): unknown => {
  if (!(thrown instanceof NormtrailError) || thrown instanceof Refusal) return thrown
  const { class: kind, code, message, where, hint, retryAfter } = thrown
  const details = {
    faults: thrown.faults.map(placeIn(request)),
    cause: thrown,
    ...(where !== undefined && { where }),
    ...(hint !== undefined && { hint }),
    ...(retryAfter !== undefined && { retryAfter }),
  }
  const status = statusOf(thrown, request)
  return status === undefined
    ? new NormtrailError(kind, code, message, details)
    : new Refusal(status, code, message, details)
}
