import type { Request, RequestHandler } from 'express'
import { badInput } from '../../common/error.ts'
import type { Format } from '../../exports/format.ts'
import { root } from '../service/paths.ts'

/** What a path may end in, and the format that it means. */
const formats: Readonly<Record<string, Format>> = {
  json: 'json',
  csv: 'csv',
  jsonl: 'jsonl',
  parquet: 'parquet',
  svg: 'svg',
  md: 'md',
  html: 'html',
  txt: 'text',
}

const ending = new RegExp(`^(/[^?]*[^/?])\\.(${Object.keys(formats).join('|')})(?=$|\\?)`)

const reads = new Set(['GET', 'HEAD'])

const endings = new WeakMap<Request, Format>()

/**
 * Takes the ending of a path for the format that is asked for: `/v1/panel/status.csv`. What is called so by itself is
 * asked for with another ending behind: `/v1/sources/list.csv.json`. `except` are paths that are called so.
 */
export const readEnding =
  (except: readonly string[]): RequestHandler =>
  (request, _response, next) => {
    const [whole, path = '', word = ''] = ending.exec(request.url) ?? []
    const format = formats[word]
    if (whole === undefined || format === undefined || !reads.has(request.method)) return next()
    if (!path.startsWith(`${root}/`) || except.includes(request.path)) return next()
    endings.set(request, format)
    request.url = `${path}${request.url.slice(whole.length)}`
    next()
  }

/** The format that a path ends in. Throws `bad-input` where the query says another one. */
export const endingOf = (request: Request, said: string | undefined): Format | undefined => {
  const format = endings.get(request)
  if (format === undefined || said === undefined || said === format) return format
  throw badInput('bad-input', `"${said}" came, and the path ends in another format.`, {
    where: 'format',
    hint: 'Leave one of the two out.',
  })
}
