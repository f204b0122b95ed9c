import { z } from 'zod'
import { formatBound, parseDay, type Day } from '../../time/day.ts'
import { nullableDay } from '../question/output-fields.ts'
import type { StatusSubject } from './status-subject.ts'

export const adoptionFields = {
  adopted: nullableDay.describe(
    'The day on which the treaty was concluded; of a norm the first of the treaties that carry it. Before it there ' +
      'was none to act under. Null where the log does not say it',
  ),
  firstInstrument: z
    .string()
    .nullable()
    .describe('Of a norm: the treaty that was concluded on that day, the first that carries it; null of a treaty'),
}

/**
 * When a treaty was concluded, or the first of those that carry a norm, and which that is; null where one of them has
 * no day.
 */
export const adoptionOf = ({
  kind,
  laws,
}: StatusSubject): { readonly adopted: string | null; readonly firstInstrument: string | null } => {
  const known = laws.flatMap(({ terms: { treaty, concluded } }) =>
    concluded === undefined ? [] : [{ treaty, concluded: concluded as Day }],
  )
  const [first] = known.toSorted((a, b) => a.concluded - b.concluded)
  if (first === undefined || known.length < laws.length) return { adopted: null, firstInstrument: null }
  return { adopted: formatBound(first.concluded), firstInstrument: kind === 'norm' ? first.treaty : null }
}

interface Asked {
  readonly asOf: string
  readonly adopted: string | null
  readonly firstInstrument: string | null
}

/** That there was no treaty to act under yet, for a terminal; nothing where there was, or nobody says when. */
export const tooEarlyText = ({ asOf, adopted, firstInstrument }: Asked): readonly string[] => {
  if (adopted === null || parseDay(asOf) >= parseDay(adopted)) return []
  return firstInstrument === null
    ? [`  no treaty to act under was there yet: it was concluded on ${adopted}`]
    : [`  no treaty that carries this norm was there yet: the first, ${firstInstrument}, was concluded on ${adopted}`]
}
