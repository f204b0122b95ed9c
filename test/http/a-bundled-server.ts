import { answerHere } from '../../src/http/answering/answer-parts.ts'
import { listen } from '../../src/http/server.ts'
import { proposeFacts } from '../../src/ingest/proposals/propose.ts'
import { questions } from '../../src/queries/index.ts'
import { loadBundledCase } from '../bundled/bundled-case.ts'
import { jamaica, withdrawal } from '../ingest/proposals.ts'
import { silentLog } from './a-server.ts'

/** Everything that is served, on a real socket, over what comes with normtrail and one proposal. */
export const aBundledServer = async () => {
  const { workspace, remove } = await loadBundledCase()
  await proposeFacts(workspace, [withdrawal('jam', '1997-10-23', jamaica)], { recordedBy: 'a test' })
  const server = await listen(
    { questions, workspace, answering: answerHere(questions, workspace), log: silentLog },
    0,
    '127.0.0.1',
  )
  return {
    address: server.address,
    workspace,
    close: async () => {
      await server.close()
      await remove()
    },
  }
}
