import { firstFew, shortened } from '../../text/shorten.ts'
import { summaryOf } from '../record/event-summary.ts'
import type { ProposalRow } from './proposal-row.ts'

/** As much of a sentence or a citation as a terminal has room for. */
const readable = 200

const datesOf = ({ occurred, effective }: Pick<ProposalRow, 'occurred' | 'effective'>): string =>
  [occurred ?? 'undated', ...(effective === null ? [] : [`effective ${effective}`])].join(', ')

/** A proposal in a terminal: what it says, where that was read, what the log says, who decided. */
export const proposalLines = (row: ProposalRow): readonly string[] => {
  const reader = row.rule === null ? `coder ${row.coder}` : `rule ${row.rule} ${row.ruleVersion}`
  const where = [row.file, ...(row.locator === null ? [] : [row.locator]), reader].join(', ')
  return [
    `  ${row.state.padEnd(10)} ${row.beside.padEnd(7)} ${row.stream} ` +
      `${row.actor ?? ''} ${datesOf(row)}: ${summaryOf(row as never)} (${row.fact})  ` +
      `${row.id}`,
    `      ${row.sentence === null ? '' : `“${shortened(row.sentence, readable)}” `}${where}`,
    ...row.log.map(
      (one) =>
        `      log: ${datesOf(one)}, ${one.type}; ${firstFew(
          one.citations.map((text) => shortened(text, readable)),
          2,
          '; ',
        )}`,
    ),
    ...(row.decision === null
      ? []
      : [
          `      ${row.state} by ${row.decision.by}${row.decision.because === null ? '' : `: ${row.decision.because}`}`,
        ]),
  ]
}
