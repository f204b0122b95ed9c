import { z } from 'zod'
import type { Echo } from '../question/echo.ts'
import { clocksText } from '../question/snapshot.ts'
import { policyText } from '../question/source-policy.ts'

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
