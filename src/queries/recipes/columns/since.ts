import { z } from 'zod'
import { memo } from '../../../common/memo.ts'
import { addDays, yearOf, type Day } from '../../../time/day.ts'
import { at, cuts } from '../../../time/timeline.ts'
import { adoptionThresholds, committedIn, hasReached, type AdoptionThreshold } from '../../status/adoption-threshold.ts'
import { keptSubject } from '../../status/kept-subject.ts'
import type { StatusHistory } from '../../status/status-subject.ts'
import { subjectTells } from '../rests/of-subject.ts'
import { columnKind } from './column-kind.ts'
import { absent, told, type Reading } from './reading.ts'

type Timeline = StatusHistory['timeline']

const holdsOn = (timeline: Timeline, day: Day, threshold: AdoptionThreshold): boolean | undefined => {
  const standing = at(timeline, day)?.value
  return standing === undefined ? undefined : hasReached(committedIn(standing), threshold)
}

/** A day on which it may have turned: whether it held the day before, and from then on. */
interface Turn {
  readonly on: Day
  readonly before: boolean | undefined
  readonly after: boolean | undefined
}

/** The last ones first. */
const turnsOf = (timeline: Timeline, threshold: AdoptionThreshold): readonly Turn[] =>
  cuts(timeline)
    .map((on) => ({
      on,
      before: holdsOn(timeline, addDays(on, -1), threshold),
      after: holdsOn(timeline, on, threshold),
    }))
    .toReversed()

/** The last day up to another on which it became so, from the other way; why there is none else. */
const lastTurn = (turns: readonly Turn[], day: Day, to: boolean): Day | 'never' | 'unknown' => {
  let isUnknown = false
  for (const { on, before, after } of turns) {
    if (on > day) continue
    isUnknown ||= after === undefined
    // What was unknown since may have turned since.
    if (after === to && before !== to) return isUnknown || before === undefined ? 'unknown' : on
  }
  return isUnknown ? 'unknown' : 'never'
}

const passed = (from: Day, day: Day, unit: 'years' | 'days'): number =>
  unit === 'days' ? day - from : yearOf(day) - yearOf(from)

const readingOf = (turn: Day | 'never' | 'unknown', day: Day, unit: 'years' | 'days'): Reading =>
  typeof turn === 'number' ? told(passed(turn, day, unit)) : absent(turn)

/** How long ago a state took something on, or left it. */
export const sinceColumn = columnKind({
  key: 'since',
  says: 'How long ago the state last took on a treaty or norm, or last left it: a counter of a spell.',
  example: { name: 'years_in_cat', since: { status: 'cat', holds: 'IN_FORCE' } },
  shape: {
    since: z
      .strictObject({
        status: z.string().min(1).describe('A treaty or norm: id, code or name'),
        holds: z.enum(adoptionThresholds).default('CONSENTED').describe('From which status on it counts as taken on'),
        turn: z.enum(['entry', 'exit']).default('entry').describe('Since it last began to hold, or last ceased to'),
        unit: z
          .enum(['years', 'days'])
          .default('years')
          .describe('years: of the calendar, 0 in the year itself; or days'),
      })
      .describe('Since what'),
  },
  extras: ['why'],
  load: async (world, { since: { status, holds, turn, unit } }) => {
    const subject = await keptSubject(world, status)
    const turns = memo((state) => turnsOf(subject.historyOf(state).timeline, holds))
    const began = turn === 'entry' ? `came to be at ${holds} or above` : `ceased to be at ${holds} or above`
    return {
      type: 'int',
      description: `The ${unit} since it last ${began} under ${subject.name} (${subject.id}), up to that day`,
      empty: 'It never did up to that day (never), or it is not known when it last did (unknown)',
      rests: { raw: false, on: () => subjectTells(world, subject) },
      on: (day) => (state) => readingOf(lastTurn(turns(state), day, turn === 'entry'), day, unit),
    }
  },
})
