import { z } from 'zod'
import { groupBy } from '../../common/group-by.ts'
import { at } from '../../time/timeline.ts'
import { fromInput, subjectInput, systemInput, toInput, yearDayInput } from '../question/inputs.ts'
import { certaintyColumn, joined, possibleColumn, spellColumn, statusColumn } from '../question/columns.ts'
import { withSystem } from '../subjects/default-system.ts'
import { dayInYear, panelCells, panelColumns, stateYears } from './state-years.ts'
import { coverageCellsOf, coverageColumns } from '../question/coverage-fields.ts'
import { pagedPanel } from './paged-panel.ts'
import { panelAnswer, panelText, type PanelAnswer } from './panel-answer.ts'
import { question } from '../question/question.ts'
import { keptSubject } from '../status/kept-subject.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { stepByStep } from '../question/steps.ts'

const columns = [...panelColumns, statusColumn, spellColumn, certaintyColumn, possibleColumn, ...coverageColumns]

const input = z.object({
  subject: subjectInput,
  from: fromInput,
  to: toInput,
  at: yearDayInput,
  system: systemInput,
})
type Input = z.output<typeof input>

/** The years of a state at a time. */
async function* ofEachState(world: Snapshot, asked: Input): AsyncGenerator<PanelAnswer['rows']> {
  const subject = await keptSubject(world, asked.subject)
  const { system } = await withSystem(world, asked)
  const years = await stateYears(world, system, asked.from, asked.to, dayInYear(asked.at))
  const covered = coverageCellsOf()
  const states = [...groupBy(years, ({ state }) => state)]
  for await (const [state, rows] of stepByStep(world, 'states done:', states)) {
    const { timeline } = subject.historyOf(state)
    const { on: coverage } = subject.coverageOf(state)
    yield rows.map((row) => {
      const span = at(timeline, row.at)
      return [
        ...panelCells(row),
        span?.value.status ?? 'UNKNOWN',
        span?.value.spell ?? 0,
        span?.certainty ?? 'possible',
        joined(span?.value.possible ?? []),
        ...covered(coverage(row.at)),
      ]
    })
  }
}

export const panelStatus = question({
  name: 'panel status',
  asks: "State-year panel of a state's status under a treaty or norm.",
  takesLong: true,
  positional: [],
  sources: 'parameter',
  input,
  output: panelAnswer,
  format: 'csv',
  settle: withSystem,
  ...pagedPanel(columns, ofEachState, async (world: Snapshot, asked: Input) => ({
    subject: (await keptSubject(world, asked.subject)).id,
    from: asked.from,
    to: asked.to,
    at: asked.at,
    system: (await withSystem(world, asked)).system,
  })),
  text: panelText,
})
