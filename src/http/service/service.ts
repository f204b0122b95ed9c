import type { Logger } from 'pino'
import type { Question } from '../../queries/question/question.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import type { Recording } from './recording.ts'
import type { AccessSettings } from './access-settings.ts'
import type { Answering } from '../answering/answering.ts'

/** What the app is made from. */
export interface Service {
  readonly questions: readonly Question[]
  readonly workspace: Pick<Workspace, 'check' | 'log' | 'unfinished' | 'standing'>
  readonly answering: Answering
  readonly log: Logger
  /** Left out, nothing is recorded over HTTP. */
  readonly recording?: Recording
  /** Whether whoever appends or amends must say where the stream stands. */
  readonly requireIfMatch?: boolean
  /** Left out, it is as for whoever asks on this machine alone. */
  readonly access?: AccessSettings
}
