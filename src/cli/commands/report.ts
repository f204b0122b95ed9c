import { badInput } from '../../common/error.ts'
import { jsonChunks } from '../../exports/json.ts'
import { printableLines } from '../../text/printable.ts'
import { toStdout } from '../context/output.ts'
import type { Terminal } from '../context/terminal.ts'

export const reportFormat = ['--format <format>', 'text or json', 'text'] as const

export const checkReportFormat = (format: string): void => {
  if (format !== 'text' && format !== 'json')
    throw badInput('bad-input', `"${format}" is neither text nor json.`, { where: '--format' })
}

/** Prints what a command came to, as words or as JSON. */
export const printReport = (terminal: Terminal, format: string, report: unknown, text: string): Promise<void> =>
  toStdout(
    terminal,
    format === 'json' ? jsonChunks(report) : [printableLines(text.endsWith('\n') ? text : `${text}\n`)],
  )
