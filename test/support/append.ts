import { appendLines } from '../../src/ingest/index.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'

/** Appends events as a user writes them, a JSON object each, as one commit. */
export const append = (workspace: Workspace, ...lines: readonly object[]) =>
  appendLines(
    workspace,
    lines.map((line, index) => ({ where: `line ${index + 1}`, text: JSON.stringify(line) })),
    { recordedBy: 'a test' },
  )
