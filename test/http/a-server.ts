import { pino } from 'pino'
import { answerHere } from '../../src/http/answering/answer-parts.ts'
import { listen } from '../../src/http/server.ts'
import type { Question } from '../../src/queries/question/question.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { aDataFolder } from '../exports/a-workspace.ts'
import { fakeQuestions } from '../exports/fake-questions.ts'

/** Says nothing. */
export const silentLog = pino({ level: 'silent' })

/** The app on a real socket, over a log with one event. */
export const aServer = async (questions: readonly Question[] = fakeQuestions, patience?: number) => {
  const folder = await aDataFolder()
  const workspace = await openWorkspace(folder.data)
  const server = await listen(
    { questions, workspace, answering: answerHere(questions, workspace), log: silentLog },
    0,
    '127.0.0.1',
    patience,
  )
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
