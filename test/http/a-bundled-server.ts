import { issueToken } from '../../src/access/issue-token.ts'
import { scopes, type Scope } from '../../src/access/scope.ts'
import { answerHere } from '../../src/http/answering/answer-parts.ts'
import { openFeed } from '../../src/http/feed/feed.ts'
import { readHere } from '../../src/http/feed/read-here.ts'
import { record } from '../../src/http/recording/record.ts'
import { listen } from '../../src/http/server.ts'
import { accessOnThisMachine, type AccessSettings } from '../../src/http/service/access-settings.ts'
import { proposeFacts } from '../../src/ingest/proposals/propose.ts'
import { questions } from '../../src/queries/index.ts'
import { openTokens } from '../../src/workspace/engines.ts'
import { loadBundledCase } from '../bundled/bundled-case.ts'
import { jamaica, trinidad, withdrawal } from '../ingest/proposals.ts'
import { silentLog } from './a-server.ts'

/**
 * Everything that is served, on a real socket, over what comes with normtrail and two proposals; and a token of every
 * scope.
 */
export const aBundledServer = async (access: Partial<AccessSettings> = {}, { requireIfMatch = false } = {}) => {
  const { workspace, remove } = await loadBundledCase()
  const proposals = [withdrawal('jam', '1997-10-23', jamaica), withdrawal('tto', '2000-03-27', trinidad)]
  await proposeFacts(workspace, proposals, { recordedBy: 'a test' })
  const store = await openTokens(workspace.settings)
  const issued = scopes.map(
    async (scope) =>
      [scope, (await issueToken(store, { scopes: [scope], name: `${scope}s` }, new Date())).text] as const,
  )
  const tokens = Object.fromEntries(await Promise.all(issued)) as Readonly<Record<Scope, string>>
  const answering = answerHere(questions, workspace)
  const server = await listen(
    {
      questions,
      workspace,
      answering,
      recording: { record: (work) => record(workspace, work) },
      requireIfMatch,
      feed: await openFeed({ reading: readHere(workspace), upToHead: answering.upToHead, log: silentLog }),
      log: silentLog,
      access: { ...accessOnThisMachine, tokens: store, ...access },
    },
    0,
    '127.0.0.1',
  )
  return {
    address: server.address,
    workspace,
    tokens,
    close: async () => {
      await server.close()
      await store.close()
      await remove()
    },
  }
}
