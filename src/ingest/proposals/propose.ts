import { proposalQueue, type QueuedProposal } from '../../../projections/compose/proposals/proposal-queue.ts'
import { keyOf } from '../../../projections/fold/fold.ts'
import { badInput, NormtrailError } from '../../common/error.ts'
import type { NewEvent, RecordedEvent } from '../../events/envelope.ts'
import type { JsonObject } from '../../events/json.ts'
import { seal } from '../../events/seal.ts'
import { groupBy } from '../../common/group-by.ts'
import type { CommitPart } from '../../log/port.ts'
import { utcToday } from '../../time/today.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { againAfterRace } from '../commit/after-a-race.ts'
import { contentId } from '../candidates/event-id.ts'
import { prepared } from '../commit/open-for-writing.ts'
import { registeredSources } from '../../readmodel/lookups/registered-sources.ts'
import { placeOfProposal, preparedProposal, type PreparedProposal } from './prepare-proposal.ts'
import type { Proposal, Reading } from './proposal.ts'

export type { Proposal, Reading, Rule } from './proposal.ts'

export interface ProposeOptions {
  readonly recordedBy: string
  /** Reports, and appends nothing. */
  readonly dryRun?: boolean
  /**
   * What was read whole beside what the proposals themselves name: a rule that finds nothing in an instrument any more
   * supersedes what it found there before.
   */
  readonly readings?: readonly Reading[]
}

/** What came of some proposals: each is proposed, known, outdated or refused. */
export interface ProposeReport {
  readonly read: number
  readonly proposed: number
  /** Proposed before, by whatever rule, and pending or decided: left as it stands. */
  readonly known: number
  /** Read by a version of a rule that a newer one has overtaken in that instrument. */
  readonly outdated: number
  /** Pending proposals of older versions, or of an older sheet of the coder, that were taken back. */
  readonly superseded: number
  /** Those that could not be accepted as they are: where they were read, and what is wrong. */
  readonly refused: readonly { readonly where: string; readonly code: string; readonly message: string }[]
  readonly dryRun: boolean
  readonly ordinal: number
  /** The ids of those that are new. */
  readonly ids: readonly string[]
  /** What became of each, in the order in which they were handed in. */
  readonly outcomes: readonly Outcome[]
}

export type Outcome = 'proposed' | 'known' | 'outdated' | 'refused'

/**
 * Brings proposals in, all in one commit: what is known is left as it stands, and what a new version of a rule no
 * longer says is superseded where nobody has decided it. They count for nothing until somebody accepts them. Subjects
 * may be written by any name that the log knows. A proposal that could not be accepted as it is (a name that nobody
 * knows, a date that is none) is refused and reported; the others go in. Throws `unknown-source` where a source is
 * cited by `ref` and not registered, and what stops every append (`unfinished-load`, `another-log`).
 */
export const proposeFacts = async (
  workspace: Workspace,
  proposals: readonly Proposal[],
  options: ProposeOptions,
): Promise<ProposeReport> => {
  const names = await prepared(workspace, options.dryRun)
  const kinds = await registeredSources(workspace.readModel)
  const today = utcToday()
  const read = proposals.map((proposal): PreparedProposal | NormtrailError => {
    const { source } = proposal
    if (!('ref' in source)) return preparedProposal(proposal, names, today)
    const kind = kinds.get(source.ref)
    if (kind === undefined)
      throw badInput('unknown-source', `"${source.ref}" is no registered source.`, {
        where: placeOfProposal(proposal),
        hint: 'Register it first (SourceRegistered), or cite it in full.',
      })
    return preparedProposal({ ...proposal, source: { ...source, kind } }, names, today)
  })
  const refused = proposals.flatMap((proposal, index) => {
    const one = read[index]
    return one instanceof NormtrailError
      ? [{ where: placeOfProposal(proposal), code: one.code, message: one.message }]
      : []
  })
  return againAfterRace(async () => ({ refused, ...(await proposeOnce(workspace, read, options)) }))
}

const proposeOnce = async (
  { log }: Workspace,
  read: readonly (PreparedProposal | NormtrailError)[],
  { recordedBy, dryRun = false, readings = [] }: ProposeOptions,
): Promise<Omit<ProposeReport, 'refused'>> => {
  const good = read.flatMap((one) => (one instanceof NormtrailError ? [] : one))
  const byStream = groupBy(good, ({ stream }) => stream)
  const readIn = groupBy(readings, ({ instrument }) => `proposal-${instrument}`)
  const parts: CommitPart[] = []
  const outcomes = new Map<PreparedProposal | NormtrailError, Outcome>()
  const ids: string[] = []
  let superseded = 0
  for (const stream of new Set([...byStream.keys(), ...readIn.keys()])) {
    const existing: RecordedEvent[] = []
    for await (const event of log.readStream(stream)) existing.push(event)
    const added = additionsTo(existing, byStream.get(stream) ?? [], readIn.get(stream) ?? [])
    superseded += added.superseded.length
    for (const [proposal, outcome] of added.outcomes) outcomes.set(proposal, outcome)
    ids.push(...added.fresh.map(({ id }) => id))
    const events = [...added.fresh, ...added.superseded]
    if (events.length > 0)
      parts.push({ stream, expected: existing.at(-1)?.revision ?? 'no-stream', events: events.map(seal) })
  }
  if (!dryRun) await log.appendCommit(parts, { recordedBy })
  const all = read.map((one) => outcomes.get(one) ?? 'refused')
  const count = (outcome: Outcome): number => all.filter((one) => one === outcome).length
  return {
    read: read.length,
    proposed: count('proposed'),
    known: count('known'),
    outdated: count('outdated'),
    superseded,
    dryRun,
    ordinal: (await log.head()).ordinal,
    ids,
    outcomes: all,
  }
}

interface Additions {
  readonly fresh: readonly NewEvent[]
  readonly superseded: readonly NewEvent[]
  readonly outcomes: ReadonlyMap<PreparedProposal, Outcome>
}

/** What proposals and readings add to one stream of proposals. */
const additionsTo = (
  existing: readonly RecordedEvent[],
  good: readonly PreparedProposal[],
  readings: readonly Reading[],
): Additions => {
  const queue = proposalQueue(existing, () => false)
  const byId = new Map<string, QueuedProposal>(queue.map((one) => [one.id, one]))
  const newest = newestVersions(queue)
  const fresh = new Map<string, NewEvent>()
  const standing = new Set<string>()
  const revised = new Map<string, string>()
  const outcomes = new Map<PreparedProposal, Outcome>()
  for (const proposal of good) {
    const { says } = proposal
    const id = idOfNext(proposal, byId)
    standing.add(id)
    if (says.coder !== undefined) revised.set(`${says.coder}\n${proposal.about}`, id)
    const isKnown = byId.has(id) || fresh.has(id)
    const isOutdated = says.rule !== undefined && says.rule.version < (newest.get(says.rule.name) ?? 0)
    if (!isKnown && !isOutdated) fresh.set(id, proposedEvent(id, proposal))
    outcomes.set(proposal, outcomeOf(isKnown, isOutdated))
  }
  const run = new Map<string, number>()
  for (const rule of [...good.flatMap(({ says }) => says.rule ?? []), ...readings.map((reading) => reading.rule)])
    run.set(rule.name, Math.max(rule.version, run.get(rule.name) ?? 0))
  const superseded = queue
    .filter(({ id, state }) => state === 'pending' && !standing.has(id))
    .flatMap((one) => supersededBy(one, run, revised))
  return { fresh: [...fresh.values()], superseded, outcomes }
}

const outcomeOf = (isKnown: boolean, isOutdated: boolean): Outcome => {
  if (isKnown) return 'known'
  return isOutdated ? 'outdated' : 'proposed'
}

/** The id under which it stands, or would: one that was superseded is not opened again but proposed anew. */
const idOfNext = (proposal: PreparedProposal, byId: ReadonlyMap<string, QueuedProposal>): NewEvent['id'] => {
  let nth = 0
  while (byId.get(proposal.idOf(nth))?.state === 'superseded') nth += 1
  return proposal.idOf(nth)
}

/** The newest version of each rule that has spoken in the stream. */
const newestVersions = (queue: readonly QueuedProposal[]): ReadonlyMap<string, number> => {
  const newest = new Map<string, number>()
  for (const { says, state, decision } of queue) {
    if (says.rule === undefined) continue
    const taken = state === 'superseded' ? Number(decision?.data.version ?? 0) : 0
    newest.set(says.rule.name, Math.max(says.rule.version, taken, newest.get(says.rule.name) ?? 0))
  }
  return newest
}

const proposedEvent = (id: NewEvent['id'], { says, sources }: PreparedProposal): NewEvent => ({
  id,
  type: 'FactProposed',
  schemaVersion: 1,
  sources,
  confidence: 'certain',
  data: says as unknown as JsonObject,
})

/**
 * That a pending proposal was taken back, where a newer version of its rule has read its instrument, or its coder has
 * coded the fact anew.
 */
const supersededBy = (
  { id, event, says }: QueuedProposal,
  run: ReadonlyMap<string, number>,
  revised: ReadonlyMap<string, string>,
): readonly NewEvent[] => {
  const version = says.rule === undefined ? undefined : run.get(says.rule.name)
  const isOverruled = version !== undefined && says.rule !== undefined && says.rule.version < version
  const { stream, fact, data } = says.proposed
  const isRevised = says.coder !== undefined && revised.has(`${says.coder}\n${stream}\n${keyOf({ data })}\n${fact}`)
  if (!isOverruled && !isRevised) return []
  return [
    {
      id: contentId(`superseded\n${id}`),
      type: 'ProposalSuperseded',
      schemaVersion: 1,
      sources: event.sources,
      confidence: 'certain',
      data: {
        proposal: id,
        because: isOverruled
          ? `version ${version} of ${says.rule?.name} does not say so`
          : `${says.coder} has coded the fact anew`,
        ...(isOverruled && { version }),
      },
    },
  ]
}
