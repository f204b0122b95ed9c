import { pino } from 'pino'
import { answerHere } from '../../src/http/answering/answer-parts.ts'
import { listen } from '../../src/http/server.ts'
import type { Question } from '../../src/queries/question/question.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { aDataFolder } from '../exports/a-workspace.ts'
import { fakeQuestions } from '../exports/fake-questions.ts'

/** Says nothing. */
export const silentLog = pino({ level: 'silent' })

/** Questions to a workspace, answered in this thread, on a real socket; nothing is logged. */
export const serverOver = (questions: readonly Question[], workspace: Workspace, patience?: number) =>
  listen(
    { questions, workspace, answering: answerHere(questions, workspace), log: silentLog },
    0,
    '127.0.0.1',
    patience,
  )

/** The same over a log with one event. */
export const aServer = async (questions: readonly Question[] = fakeQuestions, patience?: number) => {
  const folder = await aDataFolder()
  const workspace = await openWorkspace(folder.data)
  const server = await serverOver(questions, workspace, patience)
  return {
    address: server.address,
    get: (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
      fetch(`${server.address}${path}`, { headers, method }),
    stop: server.close,
    close: async () => {
      await server.close()
      await workspace.close()
      await folder.remove()
    },
  }
}
