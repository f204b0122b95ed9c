import { badInput } from '../../common/error.ts'
import { yearOf, type Day } from '../../time/day.ts'
import { attributeId } from '../network/igo-conditions.ts'
import { laggedYears, type Lag, type Years } from '../network/lag.ts'
import { laggedName, type LagText } from '../panels/exposure-columns.ts'
import { columnOfScore } from '../panels/panel-scores.ts'
import { doubleColumn, textColumn, type Column } from '../question/columns.ts'
import type { TableCell } from '../question/question.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadAttribute } from '../relations/load-attributes.ts'
import { loadKnownScores } from '../subjects/scores.ts'

/** Scores and attributes of the state itself, beside its exposures. */
export interface OwnAsked {
  readonly score?: readonly string[] | undefined
  readonly attribute?: readonly string[] | undefined
}

const columnsFor = (word: string, lag: LagText): readonly Column[] => {
  const name = laggedName(columnOfScore(word), lag)
  return [
    doubleColumn(
      name,
      `Its own ${word}, read as long before as exposures are`,
      `There is none: missing_${name} says why`,
    ),
    textColumn(
      `missing_${name}`,
      "Why there is none: the source's reason, or not-recorded where no source says anything of that state and day",
      'There is one',
    ),
  ]
}

/** A column for each, and why it is empty. Throws `bad-input` where two would have one name. */
export const ownColumns = ({ score = [], attribute = [] }: OwnAsked, lag: LagText): readonly Column[] => {
  const columns = [...score, ...attribute].flatMap((word) => columnsFor(word, lag))
  const names = columns.map(({ name }) => name)
  const twice = names.find((name, index) => names.indexOf(name) < index)
  if (twice === undefined) return columns
  throw badInput('bad-input', `two of them would be the column "${twice}".`, { where: 'score, attribute' })
}

type CellsOn = (state: string, day: Day) => readonly TableCell[]

const valueAndReason = (value: number | undefined, missing: string | undefined): readonly TableCell[] =>
  value === undefined ? [null, missing ?? 'not-recorded'] : [value, null]

/**
 * What states had of each on a day, the cells of their columns. `years`: those of the rows. Throws `unknown-score`,
 * `unknown-attribute`; and `bad-input` for an attribute that is told in words.
 */
export const loadOwn = async (
  world: Snapshot,
  { score = [], attribute = [] }: OwnAsked,
  years: Years,
  lag: Lag,
): Promise<CellsOn> => {
  const each: CellsOn[] = []
  for (const word of score) {
    const byYear = await loadKnownScores(world, word, laggedYears(years, lag))
    each.push((state, day) => {
      const found = byYear.get(yearOf(day))?.get(state)
      return valueAndReason(found?.value, found?.missing)
    })
  }
  for (const word of attribute) {
    const id = attributeId(word)
    const { on, hasNumbers, entities } = await loadAttribute(world, id, 'state')
    if (!hasNumbers && entities.length > 0)
      throw badInput('bad-input', `"${id}" is told in words; expected numbers.`, { where: 'attribute' })
    each.push((state, day) => {
      const found = on(state, day)
      return valueAndReason(typeof found?.value === 'number' ? found.value : undefined, found?.missing)
    })
  }
  return (state, day) => each.flatMap((cells) => cells(state, day))
}
