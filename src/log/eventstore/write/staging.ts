import { conflict, messageOf, NormtrailError } from '../../../common/error.ts'
import type { CommitPart, CommitReceipt } from '../../port.ts'
import { appendsAtOnce } from '../connection/shared-client.ts'
import { digestLine } from '../records/digest.ts'
import { startOf } from '../records/parts.ts'
import { readBack } from './read-back.ts'
import { receiptOf } from './retries.ts'
import { endWatch, newCommit, type StagedCommit } from './staged-commit.ts'
import { isNew, writePart } from './write-part.ts'
import type { CommitBeingWritten, WriterContext } from './writer-context.ts'

/** How many parts are written at once; each is of another stream, and the first is written before all others. */
const partsAtOnce = appendsAtOnce

/**
 * A commit that needs more than one append. Its events are written under its id, part by part, and no reader sees them;
 * the seal at the end names them all. Whoever finds the same events at their places takes them for written: so a commit
 * that was cut off goes on where it stopped, under its name, or because the first events of a new one prove to be the
 * same.
 */
export const staging = (desk: WriterContext, writing: CommitBeingWritten, claim: StagedCommit['claim']) => {
  const staged = newCommit(desk, writing, claim)
  return {
    add: (part: CommitPart) => add(staged, part),
    seal: () => seal(staged).finally(() => endWatch(staged)),
    giveUp: (reason: unknown) => giveUp(staged, reason),
  }
}

/**
 * Writes a part, or has it written while the next ones come: then its failure comes with one of them, or with the seal.
 */
const add = async (staged: StagedCommit, part: CommitPart): Promise<void> => {
  const { under, seen } = staged
  const isFirst = staged.count === 0
  while (under.length >= partsAtOnce || under.some((other) => other.part.stream === part.stream))
    await settleOldest(staged)
  const written = writePart(staged, part, staged.count, isNew(staged, part))
  written.catch(() => undefined)
  seen.add(part.stream)
  under.push({ part, written })
  if (isFirst) await settleOldest(staged)
  if (staged.repeated === undefined) staged.count += part.events.length
}

const settleOldest = async (staged: StagedCommit): Promise<void> => {
  const oldest = staged.under.shift()
  if (oldest !== undefined) note(staged, oldest.part, await oldest.written)
}

/** Notes where the events of a part stand, and adds them to the digest. */
const note = ({ ranges, digest }: StagedCommit, part: CommitPart, revisions: readonly bigint[]): void => {
  if (revisions.length === 0) return
  for (const revision of revisions) {
    const last = ranges.at(-1)
    if (last !== undefined && last[0] === part.stream && last[1] + last[2] === Number(revision)) last[2] += 1
    else ranges.push([part.stream, Number(revision), 1])
  }
  for (const [index, event] of part.events.entries())
    digest.update(digestLine(part.stream, startOf(part) + index, event))
}

/** Makes the commit visible, once all of it stands there under its id. */
const seal = async (staged: StagedCommit): Promise<CommitReceipt> => {
  const { desk, writing, under, ranges, digest } = staged
  while (under.length > 0) await settleOldest(staged)
  if (staged.repeated !== undefined) return receiptOf(staged.repeated, 0)
  const { commit, count } = staged
  const missing = await missingEvents(staged)
  if (missing > 0)
    throw conflict(
      'commit-changed',
      `${missing} of its events stand in the log under another ` +
        'commit: somebody records the same events at the same time.',
      { where: `commit ${commit}` },
    )
  const since = performance.now()
  const { recordedBy, proposedAt, appendedAt } = writing
  const what = { count, digest: digest.digest('hex'), proposedAt, recordedBy }
  const { mine, at } = await desk.commits.seal(
    commit,
    appendedAt === undefined ? what : { ...what, appendedAt },
    ranges,
  )
  const known = await desk.ledger.reach(commit, at, since)
  if (known === undefined)
    throw new NormtrailError('check-failed', 'log-damaged', 'the commit was sealed, but cannot be read.', {
      where: `commit ${commit}`,
    })
  return receiptOf(known, mine ? count : 0)
}

/** How many events of the commit do not stand under it. What this call began, its ledger has seen coming. */
const missingEvents = async (staged: StagedCommit): Promise<number> => {
  const { desk, state, commit, begunAfter, ranges, watch, lastAt } = staged
  if (state !== 'mine' || watch === undefined) return await readBack(desk, commit, begunAfter, ranges)
  await desk.ledger.pass(lastAt)
  if (watch.missing(ranges) > 0) await desk.ledger.advance()
  return watch.missing(ranges)
}

/**
 * Abandons what this call began and cannot finish. What it resumed stays unfinished, and so does all while the server
 * is away.
 */
const giveUp = async (staged: StagedCommit, thrown: unknown): Promise<void> => {
  const { desk, writing, under } = staged
  await Promise.allSettled(under.map(({ written }) => written))
  endWatch(staged)
  if (staged.state !== 'mine' || (thrown instanceof NormtrailError && thrown.class === 'unavailable')) return
  const reason = messageOf(thrown).slice(0, 500)
  await desk.commits.abandon(staged.commit, { recordedBy: writing.recordedBy, reason }).catch(() => undefined)
}
