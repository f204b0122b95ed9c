import { z } from 'zod'
import { formatBound } from '../../time/day.ts'
import { certainty, nullableDay } from '../question/output-fields.ts'
import { reasonOut } from '../question/coverage-fields.ts'
import type { StatusHistory } from './status-subject.ts'

/** A status of one actor under a treaty or norm, and the days on which it stood so, wherever it is told over time. */
export const statusSpanOut = z.object({
  from: nullableDay.describe('First day; null since before all that is recorded'),
  to: nullableDay.describe('First day on which it no longer stood so; null where it goes on'),
  status: z.string().describe('UNKNOWN where more than one is possible, or nothing tells'),
  possible: z.array(z.string()).describe('All that it may be: the status itself where it is certain'),
  spell: z
    .int()
    .describe(
      'Which spell as a contracting state it is in, or was in last; 0 before the first. Of a norm: the highest',
    ),
  marks: z
    .array(z.string())
    .describe('What is to be known beside the status: adReferendum, contestedExit, partialExit'),
  reason: reasonOut,
  certainty,
})
export type StatusSpanOut = z.infer<typeof statusSpanOut>

export const statusSpanOf = ({
  from,
  to,
  value,
  certainty: how,
}: StatusHistory['timeline'][number]): StatusSpanOut => ({
  from: formatBound(from),
  to: formatBound(to),
  status: value.status,
  possible: [...value.possible],
  spell: value.spell,
  marks: [...(value.marks ?? [])],
  reason: value.reason ?? null,
  certainty: how,
})
