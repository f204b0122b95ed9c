import { z } from 'zod'
import type { Coverage } from '../../../projections/compose/coverage/coverage.ts'
import { bindingStatuses } from '../../../projections/compose/treaty/legal-status.ts'
import { isBound, normStatuses } from '../../../projections/compose/norm/norm-statuses.ts'
import { ALWAYS, FOREVER, formatDay, type Day } from '../../time/day.ts'
import { coalesce, segments, type Days } from '../../time/timeline.ts'
import { dateColumn, joined, textColumn } from './columns.ts'
import { nullableDay } from './output-fields.ts'

/** How far the sources of an answer reach: a part of every answer that could rest on an absence. */
export const coverageOut = z
  .object({
    state: z
      .enum(['covered', 'carried', 'none'])
      .describe(
        'covered: a source holds all of it on that day; carried: on that day ' +
          'no source does, but one did before; none: no source says so',
      ),
    complete: z.array(z.string()).describe('The classes of acts that sources hold in full on that day'),
    through: nullableDay.describe('The last day on which a source holds all of it; null where none does'),
    by: z.array(z.string()).describe('The registered sources that reach so far'),
  })
  .meta({ id: 'Coverage', description: 'How far the sources of the answer reach' })
export type CoverageOut = z.infer<typeof coverageOut>

export const reasonOut = z
  .enum(['not-covered'])
  .nullable()
  .describe('Why it is UNKNOWN: no source covers it; null where that is not the reason')

export const coverageOf = ({ state, complete, through, by }: Coverage): CoverageOut => ({
  state,
  complete: [...complete],
  through: through === undefined ? null : formatDay(through),
  by: [...by],
})

/**
 * The statuses, of treaties and of norms, in which one is bound: they last until an exit that the sources may not hold.
 */
const untilExit: ReadonlySet<string> = new Set([
  ...bindingStatuses,
  ...normStatuses.filter((status) => isBound(status) || status === 'EXITING'),
])

/** Whether a status rests on nobody having left, and no source that reaches the day holds every exit. */
const lacksExits = ({ state, complete }: CoverageOut, status: string | undefined): boolean =>
  status !== undefined && untilExit.has(status) && state !== 'none' && !complete.includes('exit')

/** In plain words for a terminal: of a status where one is given, which as bound rests on exits, too. */
export const coverageText = (coverage: CoverageOut, status?: string): string => {
  const { state, through, by } = coverage
  const whose = by.length === 0 ? '' : ` (${by.join(', ')})`
  if (state === 'none') return 'no source says that it holds all of it'
  if (through === null) return 'before anybody could act'
  const reach =
    state === 'carried' ? `carried from ${through}: no source covers the days after it` : `data through ${through}`
  return `${reach}${whose}${lacksExits(coverage, status) ? '; withdrawals are not known to be complete' : ''}`
}

/** Stretches of days with the same coverage, in order: from the first day of all to the last. */
export const coverageStretches = ({
  on,
  edges,
}: {
  readonly on: (day: Day) => Coverage
  readonly edges: readonly Day[]
}): readonly (Days & { readonly coverage: Coverage })[] => {
  const days = segments([ALWAYS, ...edges.filter((day) => day < FOREVER), FOREVER])
  return coalesce(
    days.map(({ from, to }) => ({ from, to, coverage: on(from) })),
    (a, b) => JSON.stringify(a.coverage) === JSON.stringify(b.coverage),
  )
}

/** Of how many actors it is held, was held, or is not. */
export const coverageCountsOut = z
  .object({ covered: z.int(), carried: z.int(), none: z.int() })
  .describe('How many of the actors are covered on that day, were covered last before it, and are not')

export const countCoverage = (all: readonly CoverageOut[]): z.infer<typeof coverageCountsOut> => {
  const counts = { covered: 0, carried: 0, none: 0 }
  for (const { state } of all) counts[state] += 1
  return counts
}

export const coverageCountsText = ({ covered, carried, none }: z.infer<typeof coverageCountsOut>): string =>
  `${covered} covered, ${carried} carried from the last covered day, ${none} of which no source says that it holds all`

/** The columns of coverage in tables and panels. */
export const coverageColumns = [
  textColumn(
    'covered',
    'How far the sources reach: covered, carried (a source covered an earlier day, none this one) or none',
  ),
  dateColumn('covered_through', 'The last day on which a source holds all of it', 'No source does'),
  textColumn('covered_by', 'The registered sources that reach so far, with spaces between', 'No source does'),
] as const

export const coverageCells = ({ state, through, by }: CoverageOut) => [state, through, joined(by)]

/**
 * The cells of coverages, made once for each: a panel has few of them, and many rows. What is the same object has the
 * same cells.
 */
export const coverageCellsOf = (): ((coverage: Coverage) => ReturnType<typeof coverageCells>) => {
  const known = new Map<Coverage, ReturnType<typeof coverageCells>>()
  return (coverage) => {
    const cells = known.get(coverage) ?? coverageCells(coverageOf(coverage))
    known.set(coverage, cells)
    return cells
  }
}
