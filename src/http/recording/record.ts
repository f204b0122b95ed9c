import { randomUUID } from 'node:crypto'
import { conflict, NormtrailError } from '../../common/error.ts'
import type { CommitId } from '../../events/envelope.ts'
import { correctEvent, retractEvent } from '../../ingest/append/correct.ts'
import type { Line } from '../../ingest/candidates/json-lines.ts'
import { checkClock } from '../../ingest/commit/clock.ts'
import { commissioned, eventOfCommit } from '../../ingest/commit/commission.ts'
import { prepared } from '../../ingest/commit/open-for-writing.ts'
import { appendLines } from '../../ingest/index.ts'
import { acceptProposals } from '../../ingest/proposals/accept.ts'
import { rejectProposals } from '../../ingest/proposals/reject.ts'
import type { EventLog } from '../../log/port.ts'
import { requestOfEvent } from '../../readmodel/lookups/event-places.ts'
import { readJson } from '../../text/strict-json.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { recordedIn } from './places.ts'
import type { Outcome, Task, Work } from '../service/recording.ts'

/**
 * Records what a request asks for, unless the log has it from the same request: then what came of that is told again.
 * Throws `key-reused` (conflict) where its key stands for another request, and whatever the work throws.
 */
export const record = async (workspace: Workspace, work: Work): Promise<Outcome> => {
  await checkClockOf(workspace)
  // The catalogue goes in before, in a commit of its own.
  await prepared(workspace, work.dryRun)
  if (work.dryRun) return triedOut(workspace, work)
  const { commit = randomUUID() as CommitId, request } = work.commission ?? {}
  const task = request === undefined ? work.task : withIds(work.task, commit)
  const replay = async (): Promise<Outcome | undefined> => {
    const held = request === undefined ? undefined : await workspace.log.commitOf(commit)
    if (held === undefined) return undefined
    await refuseOther(workspace, held.firstOrdinal, request)
    return { body: await recordedIn(workspace, held, idsOf(task)), replayed: true }
  }
  const before = await replay()
  if (before !== undefined) return before
  const log = commissioned(workspace.log, { commit, ...(request !== undefined && { request }) })
  try {
    const ids = await perform(withLog(workspace, log), task, work)
    return { body: await recordedIn(workspace, await workspace.log.commitOf(commit), ids), replayed: false }
  } catch (thrown) {
    // Another process may have been quicker with the same key.
    if (!(thrown instanceof NormtrailError) || thrown.class !== 'conflict') throw thrown
    const quicker = await replay()
    if (quicker === undefined) throw thrown
    return quicker
  }
}

/** Throws where the clock of the machine and the log are far apart: nobody who asks can do anything about it. */
const checkClockOf = async ({ log }: Workspace): Promise<void> => {
  try {
    await checkClock(log, new Date(), 'append something on the machine of the server, and accept the clock there')
  } catch (thrown) {
    if (!(thrown instanceof NormtrailError)) throw thrown
    const { code, message, hint } = thrown
    throw new NormtrailError('unavailable', code, message, { cause: thrown, ...(hint !== undefined && { hint }) })
  }
}

/** The same workspace, with another way to the same log. */
const withLog = (workspace: Workspace, log: EventLog): Workspace => ({
  ...workspace,
  log,
  // The read model in use may become another one.
  get readModel() {
    return workspace.readModel
  },
})

/** Does it; gives the ids of the lines, where it has lines. */
const perform = async (
  workspace: Workspace,
  task: Task,
  { recordedBy, dryRun }: Pick<Work, 'recordedBy' | 'dryRun'>,
): Promise<readonly string[] | undefined> => {
  const options = { recordedBy, dryRun }
  switch (task.does) {
    case 'append':
      return (await appendLines(workspace, task.lines, { ...options, expected: task.expected })).ids
    case 'correct':
      return void (await correctEvent(workspace, task.amendment, task.changes, options))
    case 'retract':
      return void (await retractEvent(workspace, task.amendment, options))
    case 'accept':
      return void (await acceptProposals(workspace, { ids: [task.proposal] }, { ...options, because: task.because }))
    case 'reject':
      return void (await rejectProposals(workspace, [task.proposal], { ...options, because: task.because ?? '' }))
  }
}

/** Checks all of it, and records nothing. */
const triedOut = async (workspace: Workspace, work: Work): Promise<Outcome> => {
  await perform(workspace, work.task, work)
  const { ordinal } = await workspace.log.head()
  const nothing = { commit: null, recordedAt: null, appended: 0, known: 0, ordinal, events: [] }
  return { body: { ...nothing, dryRun: true }, replayed: false }
}

/** Lines that bring no id get that of their place in the commit, so that the same request finds them again. */
const withIds = (task: Task, commit: CommitId): Task =>
  task.does === 'append' ? { ...task, lines: task.lines.map((line, index) => withId(line, commit, index)) } : task

const withId = (line: Line, commit: CommitId, index: number): Line => {
  const read = readJson(line.text)
  if (!('value' in read) || typeof read.value !== 'object' || read.value === null || 'id' in read.value) return line
  if (Array.isArray(read.value)) return line
  return { ...line, text: JSON.stringify({ id: eventOfCommit(commit, index), ...read.value }) }
}

/** The ids of the lines of a task that has been done before, so that all of them can be read. */
const idsOf = (task: Task): readonly string[] | undefined =>
  task.does === 'append' ? task.lines.map(({ text }) => (JSON.parse(text) as { readonly id: string }).id) : undefined

const refuseOther = async (workspace: Workspace, first: number, request: string | undefined): Promise<void> => {
  await workspace.catchUp()
  if ((await requestOfEvent(workspace.readModel, first)) === request) return
  throw conflict('key-reused', 'the key came with another request before.', {
    where: 'Idempotency-Key',
    hint: 'Give each request a key of its own; the same request again, and nothing else, has the same key.',
  })
}
