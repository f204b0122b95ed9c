import { randomUUID } from 'node:crypto'
import { digestOf, newTokenText } from '../../../src/access/token-text.ts'
import type { Scope } from '../../../src/access/scope.ts'
import type { Token } from '../../../src/access/token.ts'
import { answerHere } from '../../../src/http/answering/answer-parts.ts'
import { record } from '../../../src/http/recording/record.ts'
import { listen } from '../../../src/http/server.ts'
import { accessOnThisMachine } from '../../../src/http/service/access-settings.ts'
import { questions } from '../../../src/queries/index.ts'
import type { Workspace } from '../../../src/workspace/workspace.ts'
import { silentLog } from '../a-server.ts'

/** What a test sends: text in JSON unless it says otherwise, by a token of a scope. */
export interface Sent {
  readonly scope?: Scope | 'none'
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A server that records in this thread, with a token for each scope, on a real socket. */
export const aRecordingServer = async (workspace: Workspace, { requireIfMatch = false, bodyLimit = 100_000 } = {}) => {
  const tokens = new Map<string, Token>()
  const texts = new Map<Scope, string>()
  for (const scope of ['read', 'append', 'correct', 'review'] as const) {
    const { id, text } = newTokenText()
    texts.set(scope, text)
    tokens.set(id, { id, name: `a test (${scope})`, scopes: [scope], digest: digestOf(text), created: '2026-01-01' })
  }
  const server = await listen(
    {
      questions,
      workspace,
      answering: answerHere(questions, workspace),
      recording: { record: (work) => record(workspace, work) },
      requireIfMatch,
      log: silentLog,
      access: {
        ...accessOnThisMachine,
        bodyLimit,
        tokens: { find: async (id) => tokens.get(id), noteUse: async () => undefined },
      },
    },
    0,
    '127.0.0.1',
  )
  const post = async (
    path: string,
    body: unknown,
    { scope = 'append', type = 'application/json', headers }: Sent = {},
  ) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const response = await fetch(`${server.address}${path}`, {
      method: 'POST',
      body: text,
      headers: {
        'Content-Type': type,
        ...(scope !== 'none' && { Authorization: `Bearer ${texts.get(scope) ?? ''}` }),
        ...headers,
      },
    })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  return { address: server.address, post, close: server.close, key: () => ({ 'Idempotency-Key': randomUUID() }) }
}
