import {
  inOrderOfCitation,
  type Report,
  type ReportBlock,
  type ReportSection,
  type Sentence,
} from '../question/report.ts'

/** A report as a terminal shows it, below its day and sources: numbered references in brackets, as in other formats. */
export const auditText = (report: Report, echo: string): string => {
  const numbers = new Map(inOrderOfCitation(report).map((id, index) => [id, index + 1]))
  const references = new Map(report.references.map((one) => [one.id, one]))
  const sentence = ({ text, cites }: Sentence): string => `${text} [${cites.map((id) => numbers.get(id)).join(', ')}]`
  const blockLines = (block: ReportBlock): readonly string[] => {
    switch (block.kind) {
      case 'paragraph':
        return block.sentences.map((one) => `  ${sentence(one)}`)
      case 'list':
        return block.items.flatMap((item) => item.map((one, index) => `  ${index === 0 ? '-' : ' '} ${sentence(one)}`))
      case 'table':
        return [
          `  ${sentence(block.caption)}`,
          `    ${block.head.join('  ')}`,
          ...block.rows.map(({ cells }) => `    ${cells.join('  ')}`),
        ]
      case 'figure':
        return [`  ${sentence(block.caption)} ${block.figure.description}`]
    }
  }
  const sectionLines = ({ heading, blocks, sections = [] }: ReportSection, depth: number): readonly string[] => [
    '',
    `${'#'.repeat(depth)} ${heading}`,
    ...blocks.flatMap(blockLines),
    ...sections.flatMap((one) => sectionLines(one, depth + 1)),
  ]
  return [
    `${report.title} · ${echo}`,
    ...report.subtitle.map(sentence),
    ...report.sections.flatMap((one) => sectionLines(one, 2)),
    '',
    '## References',
    ...[...numbers].map(([id, number]) => {
      const { text, facts = {} } = references.get(id) ?? { text: id }
      return `  [${number}] ${text} ${facts['command'] ?? facts['event'] ?? ''}`
    }),
  ].join('\n')
}
