import type { Express, Request, RequestHandler, Response } from 'express'
import { mediaTypes, formatNamed, formatsOf, isTable, type Format } from '../../exports/format.ts'
import type { Chunk } from '../../exports/write-answer.ts'
import { readClocks, readInput } from '../../queries/question/read-input.ts'
import type { Question } from '../../queries/question/question.ts'
import type { Part } from '../answering/answering.ts'
import { noOtherMethod } from '../problems/not-answered.ts'
import { prefersCount } from './preference.ts'
import { readGiven } from './read-query.ts'
import { alsoPosted, formerRoot, pathOf, resourceOf, root } from '../service/paths.ts'
import type { Service } from '../service/service.ts'
import { warnedOf } from '../operation/unfinished.ts'

/**
 * `GET /v1/<name>/<positional…>?fields&asOf&asKnownAt&format`: JSON unless `format` or the Accept header says
 * otherwise. What is about one thing of a list is below that list, too.
 */
export const routeQuestion = (
  app: Express,
  question: Question,
  { workspace, answering }: Service,
  under: string,
): void => {
  const positional = question.positional.reduceRight((rest, name) => `{/:${name}${rest}}`, '')
  const resource = under === root ? resourceOf(question) : undefined
  const paths = [
    `${pathOf(question, under)}${positional}`,
    ...(resource === undefined ? [] : [`${resource}${question.positional.map((name) => `/:${name}`).join('')}`]),
  ]
  const answer: RequestHandler = async (request, response) => {
    const given = readGiven(question, request.originalUrl, inPath(request))
    const format =
      given['format'] === undefined ? accepted(question, request) : formatNamed(question, given['format'], 'format')
    if (prefersCount(question, request.get('Prefer'), format)) {
      given['count'] ??= 'true'
      response.set('Preference-Applied', 'count=exact')
    }
    // What cannot be asked is refused at once, and waits for nobody.
    readInput(question, given, (field) => field)
    readClocks(given, (field) => field)
    const gone = goneOf(response)
    await warnedOf(workspace, response)
    const mayBeHeld = request.get('If-None-Match') !== undefined
    const isFormer = under === formerRoot
    const parts = answering.ask(
      { question: question.name, given, format, mayBeHeld, path: request.path, isFormer },
      gone,
    )
    try {
      await send(request, response, { question, format, parts, gone })
    } catch (thrown) {
      if (!gone.aborted) throw thrown
    } finally {
      await parts.return()
    }
  }
  for (const path of paths) {
    app.get(path, answer)
    app.all(path, noOtherMethod('GET', ...(alsoPosted.has(path) ? ['POST'] : [])))
  }
}

const inPath = ({ params }: Request): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))

const accepted = (question: Question, request: Request): Format => {
  const offered: readonly Format[] = ['json', ...formatsOf(question).filter((format) => format !== 'json')]
  const types = offered.map((format) => mediaTypes[format].split(';')[0] as string)
  const best = request.accepts(types)
  return (best === false ? undefined : offered[types.indexOf(best)]) ?? 'json'
}

/** Aborts when the client is gone before it has its answer. */
const goneOf = (response: Response): AbortSignal => {
  const controller = new AbortController()
  const abort = (): void => {
    if (!response.writableFinished) controller.abort()
  }
  if (response.destroyed) abort()
  else response.once('close', abort)
  return controller.signal
}

/**
 * Whether the client holds this very answer. Its tag names log, program, question, parameters and clocks, and is only
 * given with an answer: who holds it has asked what can be answered. `*` says nothing of the kind: the question is
 * asked all the same.
 */
const isHeld = (request: Request): boolean => request.fresh && request.get('If-None-Match') !== '*'

interface Sending {
  readonly question: Question
  readonly format: Format
  readonly parts: AsyncGenerator<Part, void>
  readonly gone: AbortSignal
}

/**
 * Sends the parts no faster than they are read. The first piece of the body is made before the headers go, so that what
 * fails early is a problem, not half an answer. Throws what a later one fails with, unless the client was gone before.
 */
const send = async (
  request: Request,
  response: Response,
  { question, format, parts, gone }: Sending,
): Promise<void> => {
  let part = await parts.next()
  for (; part.done !== true && 'headers' in part.value; part = await parts.next()) {
    response.set(part.value.headers)
    if (isHeld(request)) return void response.status(304).end()
  }
  if (request.fresh) return void response.status(304).end()
  response.status(200).set('Content-Type', mediaTypes[format])
  if (isTable(format))
    response.attachment(`${question.name.replaceAll(' ', '-')}.${format}`).set('Content-Type', mediaTypes[format])
  try {
    for (; part.done !== true; part = await parts.next())
      if ('chunks' in part.value) for (const chunk of part.value.chunks) await written(response, chunk)
    response.end()
  } catch (thrown) {
    // What is cut off must not look like a whole.
    response.destroy()
    if (!gone.aborted) throw thrown
  }
}

/** Writes a piece; resolves when it is with the system, so that its memory may be used for something else. */
const written = (response: Response, chunk: Chunk): Promise<void> =>
  new Promise((resolve, reject) => {
    const hungUp = (): void => reject(new Error('the client hung up'))
    response.once('close', hungUp)
    response.write(chunk, (thrown) => {
      response.off('close', hungUp)
      if (thrown) reject(thrown)
      else resolve()
    })
  })
