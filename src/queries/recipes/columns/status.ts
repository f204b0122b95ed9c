import { z } from 'zod'
import { ALWAYS, type Day } from '../../../time/day.ts'
import { at, cuts } from '../../../time/timeline.ts'
import { coverageOf } from '../../question/coverage-fields.ts'
import type { Snapshot } from '../../question/snapshot.ts'
import { adoptionThresholds, committedIn, hasReached, type AdoptionThreshold } from '../../status/adoption-threshold.ts'
import { adoptionOf } from '../../status/adopted-on.ts'
import { keptSubject } from '../../status/kept-subject.ts'
import { statusesInWords } from '../../status/status-words.ts'
import { runAround, type StatusHistory, type StatusSubject } from '../../status/status-subject.ts'
import { subjectTells } from '../rests/of-subject.ts'
import { columnKind } from './column-kind.ts'
import { overInput, readOver } from './over-the-year.ts'
import type { LoadedColumn, Reading } from './reading.ts'

type Timeline = StatusHistory['timeline']
type Standing = Timeline[number]['value'] | undefined

/** Why a status is not known. */
const whyUnknown = (standing: Standing): string => {
  if (standing === undefined) return 'not-told'
  return standing.reason ?? 'uncertain'
}

/** Whether a threshold is reached, where that is known; a gap says nothing. */
const reaches =
  (threshold: AdoptionThreshold) =>
  (standing: Standing): boolean | undefined =>
    standing === undefined ? undefined : hasReached(committedIn(standing), threshold)

const sinceOf = (timeline: Timeline, day: Day): Day | null => {
  const from = runAround(timeline, day)?.from
  return from === undefined || from <= ALWAYS ? null : from
}

/** What is told beside a status, whatever the value is made of. */
const besides = (subject: StatusSubject, state: string, standing: Standing, day: Day) => ({
  spell: standing?.spell ?? 0,
  possible: standing?.possible ?? [],
  since: () => sinceOf(subject.historyOf(state).timeline, day),
  coverage: () => coverageOf(subject.coverageOf(state).on(day)),
})

const statusOn =
  (subject: StatusSubject, day: Day) =>
  (state: string): Reading => {
    const standing = at(subject.historyOf(state).timeline, day)?.value
    const isKnown = standing !== undefined && standing.status !== 'UNKNOWN'
    return {
      value: isKnown ? standing.status : null,
      why: isKnown ? null : whyUnknown(standing),
      ...besides(subject, state, standing, day),
    }
  }

/** What the column says of days on which there was no treaty to act under yet. */
const beforeItWas = (subject: StatusSubject, before: string): string => {
  const adopted = adoptionOf(subject).adopted
  return adopted === null ? '' : `; ${before} before ${adopted}, too, when there was no treaty to act under yet`
}

const loadStatus = async (world: Snapshot, asked: z.output<z.ZodObject<typeof shape>>): Promise<LoadedColumn> => {
  const subject = await keptSubject(world, asked.status)
  const { holds, over = 'day' } = asked
  const rests = { raw: false, on: () => subjectTells(world, subject) }
  const turns = (state: string) => cuts(subject.historyOf(state).timeline)
  const empty = 'It is not known: uncertain (more than one is possible), or no source covers it (not-covered)'
  if (holds === undefined)
    return {
      type: 'string',
      description:
        `The status under ${subject.name} (${subject.id}) on that day: ${statusesInWords(subject.kind)}` +
        beforeItWas(subject, 'NONE'),
      empty,
      rests,
      on: (day) => statusOn(subject, day),
      turns,
    }
  const reached = reaches(holds)
  const { type, read, says } = readOver(over)
  return {
    type,
    description: `${says} at ${holds} or above under ${subject.name} (${subject.id})${beforeItWas(subject, '0')}`,
    empty,
    rests,
    on: (day) => (state) => {
      const { timeline } = subject.historyOf(state)
      const value = read(
        (on) => reached(at(timeline, on)?.value),
        () => cuts(timeline),
        day,
      )
      const standing = at(timeline, day)?.value
      const why = value === undefined ? whyUnknown(standing) : null
      return { value: value ?? null, why, ...besides(subject, state, standing, day) }
    },
    ...(over === 'day' && { turns }),
  }
}

const shape = {
  status: z.string().min(1).describe('A treaty or norm: id (cat, torture), code or name'),
  holds: z
    .enum(adoptionThresholds)
    .optional()
    .describe('Instead of the status: 1 where it is this or more, else 0. Needed for `over`'),
  over: overInput,
}

/** How a state stands under a treaty or a norm. */
export const statusColumn = columnKind({
  key: 'status',
  says: "A state's status under a treaty or norm, on the day or over the year.",
  example: { name: 'cat', status: 'cat' },
  shape,
  extras: ['why', 'coverage', 'possible', 'since', 'spell'],
  load: loadStatus,
})
