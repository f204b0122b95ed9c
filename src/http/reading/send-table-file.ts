import type { Request, Response } from 'express'
import type { Question } from '../../queries/question/question.ts'
import type { Part } from '../answering/answering.ts'
import { isNamedBy } from './entity-tag.ts'
import type { keptTables } from './kept-tables.ts'
import { keepNoHalf, nameFormat, notModified } from './send-answer.ts'

interface Sending {
  readonly question: Question
  readonly parts: AsyncGenerator<Part, void>
  readonly tables: ReturnType<typeof keptTables>
}

/**
 * Sends a table whose readers take it piece by piece, as DuckDB and pandas do of a Parquet file: HEAD, ranges and
 * `If-Range` are answered from a file, which is written whole first.
 */
export const sendTableFile = async (
  request: Request,
  response: Response,
  { question, parts, tables }: Sending,
): Promise<void> => {
  const first = await parts.next()
  if (first.done === true || !('headers' in first.value)) throw new Error('an answer begins with its headers')
  const { headers } = first.value
  const tag = headers['ETag'] ?? ''
  response.set(headers)
  keepNoHalf(response)
  const ifNoneMatch = request.get('If-None-Match')
  if (ifNoneMatch?.trim() !== '*' && isNamedBy(ifNoneMatch, tag)) return void notModified(response)
  const table = await (tables.find(tag) ?? tables.write(tag, parts))
  response.set(table.headers)
  if (isNamedBy(ifNoneMatch, tag)) return void notModified(response)
  nameFormat(request, response, question, 'parquet')
  // A weak tag names no bytes: of another answer, the whole is sent (RFC 9110, 13.1.5).
  const ifRange = request.get('If-Range')
  if (ifRange !== undefined && ifRange !== tag) delete request.headers.range
  await new Promise<void>((sent, failed) => {
    const options = {
      acceptRanges: true,
      cacheControl: false,
      lastModified: false,
      etag: false,
      dotfiles: 'allow',
    } as const
    response.sendFile(table.file, options, (thrown?: Error) =>
      thrown === undefined || response.headersSent || response.closed ? sent() : failed(thrown),
    )
  })
}
