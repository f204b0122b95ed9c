import { formatBound, type Day } from '../../../time/day.ts'
import { dateColumn, doubleColumn, intColumn, joined, textColumn, type Column } from '../../question/columns.ts'
import { coverageCells } from '../../question/coverage-fields.ts'
import type { TableCell } from '../../question/question.ts'
import type { Reading } from './reading.ts'

/** What may stand beside a value, in columns of its own, where a recipe asks for it. */
interface Extra {
  readonly means: string
  readonly columns: (name: string) => readonly Column[]
  readonly cells: (reading: Reading) => readonly TableCell[]
}

const none = 'Nothing is told of it'

const dayCell = (day: Day | null): string | null => (day === null ? null : formatBound(day))

const extras = {
  why: {
    means: 'why there is no value',
    columns: (name) => [textColumn(`${name}_why`, `Why ${name} has no value`, 'It has one')],
    cells: ({ why }) => [why],
  },
  bounds: {
    means: 'the least and the most that the value may be over what is uncertain',
    columns: (name) => [
      doubleColumn(`${name}_min`, `The least that ${name} may be over what is uncertain`, 'There is no value'),
      doubleColumn(`${name}_max`, `The most that ${name} may be`, 'There is no value'),
    ],
    cells: ({ min = null, max = null }) => [min, max],
  },
  sd: {
    means: 'the standard deviation that the rater publishes',
    columns: (name) => [doubleColumn(`${name}_sd`, `The standard deviation of ${name}`, 'None is published')],
    cells: ({ sd = null }) => [sd],
  },
  observed: {
    means: 'on how much of the weight of partners an exposure rests, and on how many of them',
    columns: (name) => [
      doubleColumn(`${name}_observed`, `The share, 0 to 1, of the weight of partners on which ${name} rests`, none),
      intColumn(
        `${name}_degree`,
        `What ${name} averages or compares: organisations for mm and max, else partners`,
        none,
      ),
    ],
    cells: ({ observed = null, degree = null }) => [observed, degree],
  },
  coverage: {
    means: 'how far the sources reach',
    columns: (name) => [
      textColumn(
        `${name}_covered`,
        `How far the sources of ${name} reach: covered, carried (one covered an earlier day, none this one) or none`,
        none,
      ),
      dateColumn(`${name}_covered_through`, 'The last day on which a source holds all of it', 'No source does'),
      textColumn(`${name}_covered_by`, 'The registered sources that reach so far, with spaces between', 'None does'),
    ],
    cells: ({ coverage }) => (coverage === undefined ? [null, null, null] : coverageCells(coverage())),
  },
  possible: {
    means: 'all that a status may be',
    columns: (name) => [textColumn(`${name}_possible`, `All that ${name} may be, with spaces between`, none)],
    cells: ({ possible = [] }) => [joined(possible)],
  },
  since: {
    means: 'the first day of the unbroken run',
    columns: (name) => [
      dateColumn(`${name}_since`, `The first day of the unbroken run of ${name}`, 'None is told, or it has no value'),
    ],
    cells: ({ since }) => [dayCell(since?.() ?? null)],
  },
  spell: {
    means: 'which spell it is: 0 before the first, 2 after an exit and a return',
    columns: (name) => [
      intColumn(`${name}_spell`, `Which spell ${name} is in, or was in last; 0 before the first`, none),
    ],
    cells: ({ spell = null }) => [spell],
  },
} satisfies Record<string, Extra>
const extraOf = (name: ExtraName): Extra => extras[name]

export type ExtraName = keyof typeof extras
export const extraNames = Object.keys(extras) as readonly ExtraName[]

/** What each means, for help and the schema of recipes. */
export const extrasInWords = Object.entries(extras)
  .map(([name, { means }]) => `${name} (${means})`)
  .join(', ')

/** The columns that some extras add to one of that name. */
export const extraColumns = (name: string, wanted: readonly ExtraName[]): readonly Column[] =>
  wanted.flatMap((extra) => extraOf(extra).columns(name))

/** Their cells, in the same order. */
export const extraCells = (reading: Reading, wanted: readonly ExtraName[]): readonly TableCell[] =>
  wanted.flatMap((extra) => extraOf(extra).cells(reading))
