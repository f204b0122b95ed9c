import type { Request, Response } from 'express'
import { isTable, mediaTypes, type Format } from '../../exports/format.ts'
import type { Question } from '../../queries/question/question.ts'
import type { Part } from '../answering/answering.ts'
import { isNamedBy, tagIn, type Coding } from './entity-tag.ts'
import { bodyOf } from './write-body.ts'

interface Sending {
  readonly question: Question
  readonly format: Format
  readonly coding: Coding
  readonly parts: AsyncGenerator<Part, void>
  readonly gone: AbortSignal
}

/** What may be half an answer, as while an import is under way, is kept by nobody. */
export const keepNoHalf = (response: Response): void => {
  if (response.get('Normtrail-Warning') !== undefined) response.set('Cache-Control', 'no-cache')
}

/** A file is named for what it holds: whom and what it is of, and both clocks where they are asked. */
const fileNameOf = ({ params, query }: Request, response: Response, { name }: Question): string => {
  const { part, asOf, asKnownAt } = query
  const day = asOf === undefined ? undefined : response.get('Normtrail-As-Of')
  const known = typeof asKnownAt === 'string' ? `as-known-${asKnownAt.slice(0, 10)}` : undefined
  const words = [...Object.values(params), name, part, day, known].filter((word) => typeof word === 'string')
  return words.map((word) => word.replaceAll(/[^\p{L}\p{N}.]+/gu, '-')).join('-')
}

/** What goes before any answer in a format. */
export const nameFormat = (request: Request, response: Response, question: Question, format: Format): void => {
  if (isTable(format)) response.attachment(`${fileNameOf(request, response, question)}.${format}`)
  response.set('Content-Type', mediaTypes[format])
}

/**
 * Sends the parts no faster than they are read. The first piece of the body is made before the headers go, so that what
 * fails early is a problem, not half an answer. Throws what a later one fails with, unless the client was gone before.
 */
export const sendAnswer = async (
  request: Request,
  response: Response,
  { question, format, coding, parts, gone }: Sending,
): Promise<void> => {
  const ifNoneMatch = request.get('If-None-Match')
  // Before HTTP/1.1, and so behind many a proxy, a body comes in one piece with nothing behind it.
  const hasTrailers = request.httpVersion === '1.1'
  let tag = ''
  let part = await parts.next()
  for (; part.done !== true && 'headers' in part.value; part = await parts.next()) {
    const { ETag, Trailer, ...headers } = part.value.headers
    if (Trailer !== undefined && hasTrailers) response.set({ Trailer })
    if (ETag !== undefined) tag = tagIn(ETag, coding)
    response.set({ ...headers, ETag: tag })
    keepNoHalf(response)
    // Who holds this very answer has asked what can be answered; `*` says nothing of the kind.
    if (ifNoneMatch?.trim() !== '*' && isNamedBy(ifNoneMatch, tag)) return void notModified(response)
  }
  if (isNamedBy(ifNoneMatch, tag)) return void notModified(response)
  nameFormat(request, response.status(200), question, format)
  if (coding !== 'identity') response.set('Content-Encoding', coding)
  if (request.method === 'HEAD') {
    // What stands at its end is no part of an answer without a body.
    response.removeHeader('Trailer')
    return void response.end()
  }
  const body = bodyOf(response, coding)
  try {
    for (; part.done !== true; part = await parts.next()) {
      if ('chunks' in part.value) for (const chunk of part.value.chunks) await body.write(chunk)
      if ('trailers' in part.value && hasTrailers) response.addTrailers(part.value.trailers)
    }
    await body.end()
    response.end()
  } catch (thrown) {
    // What is cut off must not look like a whole.
    response.destroy()
    if (!gone.aborted) throw thrown
  }
}

export const notModified = (response: Response): void => {
  response.removeHeader('Trailer')
  response.status(304).end()
}
