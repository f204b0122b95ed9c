import { packagePath } from '../../../src/package/package-path.ts'
import type { documented } from '../openapi/documented.ts'
import type { Request } from './requests.ts'
import type { Answer } from './send.ts'

/**
 * What no answer may hold: frames of a stack, names of the program's own files, paths of the machine. Nothing that is
 * sent in these tests holds any of it.
 */
const leaks: readonly RegExp[] = [
  /\n\s+at .+:\d+/,
  /node_modules|node:internal|\.ts:\d|\.js:\d/,
  /\/(tmp|var|home|root|usr)\//,
  /SQLITE_|ECONN|ENOENT/,
]

/** What no refusal may speak of: over HTTP there are no flags, and no commands. */
export const flags = /(^|[\s`'"(])--[a-z]{2,}|`normtrail |\bnormtrail [a-z]+ --/

export const leaksIn = (text: string, paths: readonly string[]): string[] => [
  ...leaks.flatMap((leak) => leak.exec(text)?.[0] ?? []),
  ...[packagePath(), ...paths].filter((path) => text.includes(path)),
]

/** Statuses that come without a body, as HTTP has it. */
const bare = new Set([204, 304])

/** What never became a request, and came in several parts: nothing tells that it is not HEAD. */
const isUnread = ({ status, headers, body }: Answer): boolean =>
  [400, 431].includes(status) && headers.connection === 'close' && body.length === 0

/** What is wrong with an answer, whatever was asked; empty where nothing is. */
export const faultsOf = (
  { check }: ReturnType<typeof documented>,
  { method }: Request,
  answer: Answer,
  paths: readonly string[],
): readonly string[] => {
  const { status, headers, body } = answer
  const text = body.toString('utf8')
  const type = headers['content-type']?.split(';')[0]
  const leaked = leaksIn(`${JSON.stringify(headers)}\n${text}`, paths).map((leak) => `leaks ${leak}`)
  const flag = status < 400 ? undefined : flags.exec(text)?.[0]
  if (flag !== undefined) leaked.push(`speaks of ${flag}`)
  if (status >= 500 && status !== 503) return [`status ${status}: ${text}`, ...leaked]
  if (status < 400 || method === 'HEAD' || bare.has(status) || isUnread(answer)) return leaked
  if (type !== 'application/problem+json') return [`status ${status} with ${type}: ${text.slice(0, 300)}`, ...leaked]
  const problem = JSON.parse(text) as { status?: unknown; type?: unknown; code?: unknown }
  return [
    ...leaked,
    ...check('#/components/schemas/Problem', problem),
    ...(problem.status === status ? [] : [`says ${String(problem.status)}, is ${status}`]),
    ...(problem.type === `urn:normtrail:problem:${String(problem.code)}` ? [] : [`type ${String(problem.type)}`]),
    ...(status === 405 && headers.allow === undefined ? ['405 without Allow'] : []),
    ...(status === 401 && headers['www-authenticate'] === undefined ? ['401 without WWW-Authenticate'] : []),
  ]
}
