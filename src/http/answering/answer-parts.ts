import { isPassedOn } from '../../exports/format.ts'
import { written } from '../../exports/write-answer.ts'
import { loadSources } from '../../queries/holdings/registered-sources.ts'
import { placed, releaseIdOf, settled } from '../../queries/question/ask.ts'
import type { Question } from '../../queries/question/question.ts'
import { readClocks, readInput } from '../../queries/question/read-input.ts'
import { clocksOf, type Clocks, type Snapshot } from '../../queries/question/snapshot.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import type { Answering, Asked, Part } from './answering.ts'
import { cacheControlOf } from './freshness.ts'
import { nextLink } from './next-link.ts'

/**
 * The answer to a question in parts: its tag and clocks before any work is done for it, so that who holds it already is
 * told so; then, of what is passed on, its terms; then its body. `goOn` is called now and then, and throws where nobody
 * waits.
 */
export async function* answerParts(
  question: Question,
  { given, format, path, isFormer = false }: Asked,
  openSnapshot: (clocks: Clocks) => Promise<Snapshot>,
  goOn?: () => void,
): AsyncGenerator<Part, void> {
  const asked = readInput(question, given, (field) => field)
  const opened = await openSnapshot(readClocks(given, (field) => field))
  const world = await placed(question, goOn === undefined ? opened : { ...opened, goOn }, asked)
  const input = await settled(question, world, asked)
  const releaseId = releaseIdOf(world, question, input)
  yield {
    headers: {
      ETag: `"${releaseId}-${format}${isFormer ? '-former' : ''}"`,
      Vary: 'Accept, Accept-Encoding, Prefer',
      'Cache-Control': cacheControlOf(given, world),
      ...clockHeaders(world),
      'Normtrail-Release': releaseId,
    },
  }
  const { chunks, next, rows } = await written(question, world, input, format, isFormer)
  if (next !== undefined && path !== undefined && !isFormer) yield { headers: { Link: nextLink(path, given, next) } }
  if (isPassedOn(format)) yield { headers: await termsHeaders(world) }
  if (format === 'html') yield { headers: await policyHeaders() }
  if (rows !== undefined) yield { headers: { Trailer: 'Normtrail-Rows' } }
  for await (const chunk of chunks) yield { chunks: [chunk] }
  if (rows !== undefined) yield { trailers: { 'Normtrail-Rows': String(rows()) } }
}

/** Answers in this thread: while it works, nothing else does. For tests, and for whoever asks alone. */
export const answerHere = (questions: readonly Question[], { world }: Pick<Workspace, 'world'>): Answering => {
  const byName = new Map(questions.map((question) => [question.name, question]))
  return {
    ask: (asked) => answerParts(byName.get(asked.question) as Question, asked, world),
    hindrance: async () => undefined,
    upToHead: async () => (await world({})).ordinal,
  }
}

/** A report has a style of its own, which the policy of the page would not let a browser apply. */
const policyHeaders = async (): Promise<Readonly<Record<string, string>>> => {
  const { policy } = await import('../../exports/report-style.ts')
  return { 'Content-Security-Policy': `${policy}; frame-ancestors 'none'` }
}

/** Both clocks and the last event known: a table has no room for them. */
const clockHeaders = (world: Snapshot): Readonly<Record<string, string>> => {
  const { asOf, asKnownAt, ordinal } = clocksOf(world)
  return {
    'Normtrail-As-Of': asOf,
    ...(asKnownAt !== null && { 'Normtrail-As-Known-At': asKnownAt }),
    'Normtrail-Ordinal': String(ordinal),
  }
}

/**
 * What goes with a table that leaves the log: the sources that may not be passed on. Their ids are whatever text they
 * were registered by.
 */
const termsHeaders = async (world: Snapshot): Promise<Readonly<Record<string, string>>> => {
  const refused = (await loadSources(world)).filter(({ redistributable }) => redistributable === 'no')
  return refused.length === 0
    ? {}
    : { 'Normtrail-Not-Redistributable': refused.map(({ id }) => encodeURIComponent(id)).join(', ') }
}
