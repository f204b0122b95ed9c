import { once } from 'node:events'
import { request, type IncomingHttpHeaders } from 'node:http'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { issueToken } from '../../../src/access/issue-token.ts'
import { answerHere } from '../../../src/http/answering/answer-parts.ts'
import { requestLog } from '../../../src/http/operation/request-log.ts'
import { listen } from '../../../src/http/server.ts'
import { accessOnThisMachine, type AccessSettings } from '../../../src/http/service/access-settings.ts'
import { openTokens } from '../../../src/workspace/engines.ts'
import { openWorkspace } from '../../../src/workspace/workspace.ts'
import { aDataFolder } from '../../exports/a-workspace.ts'
import { fakeQuestions } from '../../exports/fake-questions.ts'

export interface Came {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** Of a problem document. */
  readonly problem: Readonly<Record<string, unknown>>
}

/** A server on a real socket, over a log with one event, with tokens and a log of its own. */
export const aGuardedServer = async (access: Partial<AccessSettings> = {}, host = '127.0.0.1') => {
  const folder = await aDataFolder()
  const workspace = await openWorkspace(folder.data)
  const tokens = await openTokens(workspace.settings)
  const logged = new PassThrough()
  const lines: string[] = []
  logged.on('data', (chunk: Buffer) => lines.push(chunk.toString('utf8')))
  const server = await listen(
    {
      questions: fakeQuestions,
      workspace,
      answering: answerHere(fakeQuestions, workspace),
      log: requestLog(logged),
      access: { ...accessOnThisMachine, tokens, ...access },
    },
    0,
    host,
  )
  const { port } = new URL(server.address)
  /** As it is given, whatever a browser or `fetch` would make of it. */
  const ask = async (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Came> => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }).end()
    const [response] = (await once(asked, 'response')) as [import('node:http').IncomingMessage]
    const body = await text(response)
    const isProblem = response.headers['content-type']?.startsWith('application/problem+json') === true
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      body,
      problem: isProblem && body !== '' ? (JSON.parse(body) as Came['problem']) : {},
    }
  }
  return {
    port,
    data: folder.data,
    tokens,
    ask,
    token: async (...scopes: readonly string[]) => (await issueToken(tokens, { scopes, name: 'Ben' }, new Date())).text,
    logText: () => lines.join(''),
    close: async () => {
      await server.close()
      await workspace.close()
      await tokens.close()
      await folder.remove()
    },
  }
}

export const bearing = (token: string): Readonly<Record<string, string>> => ({ Authorization: `Bearer ${token}` })
