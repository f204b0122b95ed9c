import type { Logger } from 'pino'
import type { Question } from '../queries/question/question.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** What the app is made from. */
export interface Service {
  readonly questions: readonly Question[]
  readonly workspace: Pick<Workspace, 'world' | 'check' | 'log' | 'unfinished'>
  readonly log: Logger
}

/** Where a question is: `panel status` is at `/api/panel/status`. */
export const pathOf = (question: Question): string => `/api/${question.name.replaceAll(' ', '/')}`
