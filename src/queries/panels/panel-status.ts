import { z } from 'zod'
import { at } from '../../time/timeline.ts'
import { fromInput, subjectInput, systemInput, toInput, yearDayInput } from '../question/inputs.ts'
import { certaintyColumn, joined, possibleColumn, spellColumn, statusColumn } from '../question/columns.ts'
import { withSystem } from '../subjects/default-system.ts'
import { dayInYear, panelCells, panelColumns, stateYears } from './state-years.ts'
import { coverageCells, coverageColumns, coverageOf } from '../question/coverage-fields.ts'
import type { Echo } from '../question/echo.ts'
import { question } from '../question/question.ts'
import { keptSubject } from '../status/kept-subject.ts'
import type { StatusSubject } from '../status/status-subject.ts'
import { policyText } from '../question/source-policy.ts'
import { clocksText } from '../question/snapshot.ts'
import { stepByStep } from '../question/steps.ts'

const cell = z.union([z.string(), z.number(), z.null()])

/** A panel as an answer: columns and rows, ready for any format. */
export const panelAnswer = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.array(cell)),
  parameters: z.record(z.string(), cell),
})
export type PanelAnswer = z.infer<typeof panelAnswer>

export const panelText = (panel: PanelAnswer & Echo<'parameter'>): string =>
  `${panel.rows.length} rows · ${String(panel.parameters['system'])} system · ` +
  `${clocksText(panel)}${policyText({ sources: String(panel.parameters['sources']) })} · ` +
  `${panel.columns.join(', ')}`

const columns = [...panelColumns, statusColumn, spellColumn, certaintyColumn, possibleColumn, ...coverageColumns]

/** A state's statuses, and how far they are known. */
interface StateOverTime {
  readonly timeline: ReturnType<StatusSubject['historyOf']>['timeline']
  readonly coverage: ReturnType<StatusSubject['coverageOf']>['on']
}

export const panelStatus = question({
  name: 'panel status',
  asks: "State-year panel of a state's status under a treaty or norm.",
  takesLong: true,
  positional: [],
  sources: 'parameter',
  input: z.object({
    subject: subjectInput,
    from: fromInput,
    to: toInput,
    at: yearDayInput,
    system: systemInput,
  }),
  output: panelAnswer,
  format: 'csv',
  settle: withSystem,
  answer: async (world, input) => {
    const subject = await keptSubject(world, input.subject)
    const { system } = await withSystem(world, input)
    const years = await stateYears(world, system, input.from, input.to, dayInYear(input.at))
    const states = [...new Set(years.map(({ state }) => state))]
    const histories = new Map<string, StateOverTime>()
    for await (const state of stepByStep(world, 'states done:', states))
      histories.set(state, { timeline: subject.historyOf(state).timeline, coverage: subject.coverageOf(state).on })
    const rows = years.map((row) => {
      const { timeline, coverage } = histories.get(row.state) as StateOverTime
      const span = at(timeline, row.at)
      return [
        ...panelCells(row),
        span?.value.status ?? 'UNKNOWN',
        span?.value.spell ?? 0,
        span?.certainty ?? 'possible',
        joined(span?.value.possible ?? []),
        ...coverageCells(coverageOf(coverage(row.at))),
      ]
    })
    return {
      columns: columns.map(({ name }) => name),
      rows,
      parameters: {
        subject: subject.id,
        from: input.from,
        to: input.to,
        at: input.at,
        system,
      },
    }
  },
  text: panelText,
  table: { columns, rows: (panel) => panel.rows },
})
