import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Express, Request, Response } from 'express'
import { mediaTypes, formatNamed, formatsOf, type Format } from '../exports/format.ts'
import { loadSources } from '../queries/holdings/registered-sources.ts'
import { releaseIdOf, settled } from '../queries/question/ask.ts'
import { readClocks, readInput } from '../queries/question/read-input.ts'
import { written, type Chunk } from '../exports/write-answer.ts'
import type { Question } from '../queries/question/question.ts'
import { clocksOf, type Snapshot } from '../queries/question/snapshot.ts'
import { readGiven } from './read-query.ts'
import { pathOf, type Service } from './service.ts'
import { warnedOf } from './unfinished.ts'

/**
 * `GET /api/<name>/<positional…>?fields&asOf&asKnownAt&format`: JSON unless `format` or the Accept header says
 * otherwise.
 */
export const routeQuestion = (app: Express, question: Question, { workspace }: Service): void => {
  const positional = question.positional.reduceRight((rest, name) => `{/:${name}${rest}}`, '')
  app.get(`${pathOf(question)}${positional}`, async (request, response) => {
    const given = readGiven(question, request.originalUrl, inPath(request))
    const format =
      given['format'] === undefined ? accepted(question, request) : formatNamed(question, given['format'], 'format')
    const asked = readInput(question, given, (field) => field)
    await warnedOf(workspace, response)
    const world = await workspace.world(readClocks(given, (field) => field))
    const input = await settled(question, world, asked)
    const releaseId = releaseIdOf(world, question, input)
    response.set({
      ETag: `W/"${releaseId}-${format}"`,
      Vary: 'Accept',
      ...clockHeaders(world),
      'Normtrail-Release': releaseId,
    })
    if (isHeld(request)) return void response.status(304).end()
    const { chunks } = await written(question, world, input, format)
    if (isTable(format)) response.set(await termsHeaders(world))
    await send(request, response, question, format, chunks)
  })
}

const inPath = ({ params }: Request): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))

const accepted = (question: Question, request: Request): Format => {
  const offered: readonly Format[] = ['json', ...formatsOf(question).filter((format) => format !== 'json')]
  const types = offered.map((format) => mediaTypes[format].split(';')[0] as string)
  const best = request.accepts(types)
  return (best === false ? undefined : offered[types.indexOf(best)]) ?? 'json'
}

/** Both clocks and the last event known: a table has no room for them. */
const clockHeaders = (world: Snapshot): Readonly<Record<string, string>> => {
  const { asOf, asKnownAt, ordinal } = clocksOf(world)
  return {
    'Normtrail-As-Of': asOf,
    ...(asKnownAt !== null && { 'Normtrail-As-Known-At': asKnownAt }),
    'Normtrail-Ordinal': String(ordinal),
  }
}

const isTable = (format: Format): boolean => format !== 'json' && format !== 'text'

/**
 * What goes with a table that leaves the log: the sources that may not be passed on. Their ids are whatever text they
 * were registered by.
 */
const termsHeaders = async (world: Snapshot): Promise<Readonly<Record<string, string>>> => {
  const refused = (await loadSources(world)).filter(({ redistributable }) => redistributable === 'no')
  return refused.length === 0
    ? {}
    : { 'Normtrail-Not-Redistributable': refused.map(({ id }) => encodeURIComponent(id)).join(', ') }
}

/**
 * Whether the client holds this very answer. Its tag names log, program, question, parameters and clocks, and is only
 * given with an answer: who holds it has asked what can be answered. `*` says nothing of the kind: the question is
 * asked all the same.
 */
const isHeld = (request: Request): boolean => request.fresh && request.get('If-None-Match') !== '*'

/** Whether it failed because nobody waits for the answer any more. */
const hungUp = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_STREAM_PREMATURE_CLOSE'

async function* inTurn(chunks: Iterable<Chunk> | AsyncIterable<Chunk>): AsyncGenerator<Chunk> {
  yield* chunks
}

/**
 * Sends the pieces no faster than they are read. The first is made before the headers go, so that what fails early is a
 * problem, not half an answer.
 */
const send = async (
  request: Request,
  response: Response,
  question: Question,
  format: Format,
  chunks: Iterable<Chunk> | AsyncIterable<Chunk>,
): Promise<void> => {
  const pieces = inTurn(chunks)
  const first = await pieces.next()
  if (request.fresh) return void response.status(304).end()
  async function* all(): AsyncGenerator<Chunk> {
    for (let piece = first; piece.done !== true; piece = await pieces.next()) yield piece.value
  }
  response.status(200).set('Content-Type', mediaTypes[format])
  if (isTable(format))
    response.attachment(`${question.name.replaceAll(' ', '-')}.${format}`).set('Content-Type', mediaTypes[format])
  try {
    await pipeline(Readable.from(all()), response)
  } catch (thrown) {
    if (!hungUp(thrown)) throw thrown
  }
}
