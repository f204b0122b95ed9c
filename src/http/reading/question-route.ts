import type { Request, RequestHandler, Response, Router } from 'express'
import { readClocks, readInput } from '../../queries/question/read-input.ts'
import type { Question } from '../../queries/question/question.ts'
import { noOtherMethod } from '../problems/not-answered.ts'
import { codingFor } from './coding.ts'
import { keptTables } from './kept-tables.ts'
import { formatAsked } from './negotiate.ts'
import { prefersCount } from './preference.ts'
import { readGiven } from './read-query.ts'
import { sendAnswer } from './send-answer.ts'
import { sendTableFile } from './send-table-file.ts'
import { alsoPosted, formerRoot, pathOf, resourceOf, root } from '../service/paths.ts'
import type { Service } from '../service/service.ts'
import { warnedOf } from '../operation/unfinished.ts'

const tables = keptTables()

/**
 * `GET /v1/<name>/<positional…>?fields&asOf&asKnownAt&format`: JSON unless `format`, the ending of the path or the
 * Accept header says otherwise. What is about one thing of a list is below that list, too.
 */
export const routeQuestion = (
  routerOf: (path: string) => Router,
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
    const format = formatAsked(question, request, given['format'])
    if (prefersCount(question, request.get('Prefer'), format)) {
      given['count'] ??= 'true'
      response.set('Preference-Applied', 'count=exact')
    }
    // What cannot be asked is refused at once, and waits for nobody.
    readInput(question, given, (field) => field)
    readClocks(given, (field) => field)
    await warnedOf(workspace, response)
    const isFile = format === 'parquet'
    const isFormer = under === formerRoot
    const mayBeHeld = isFile || request.get('If-None-Match') !== undefined
    const asked = { question: question.name, given, format, mayBeHeld, path: pathAsked(request), isFormer }
    // A file is for all who ask for it: it is written to its end, whoever goes.
    const gone = isFile ? new AbortController().signal : goneOf(response)
    const parts = answering.ask(asked, gone)
    try {
      if (isFile) await sendTableFile(request, response, { question, parts, tables })
      else await sendAnswer(request, response, { question, format, coding: codingFor(request, format), parts, gone })
    } catch (thrown) {
      if (!gone.aborted) throw thrown
    } finally {
      await parts.return()
    }
  }
  for (const path of paths) {
    const router = routerOf(path)
    router.get(path, answer)
    router.all(path, noOtherMethod('GET', ...(alsoPosted.has(path) ? ['POST'] : [])))
  }
}

/** The path as it was asked for, with the ending that it may have. */
const pathAsked = ({ originalUrl }: Request): string => originalUrl.split('?', 1)[0] ?? originalUrl

const inPath = ({ params }: Request): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))

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
