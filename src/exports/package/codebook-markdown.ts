import { printable } from '../../text/printable.ts'
import type { CodebookPage } from './codebook-page.ts'

/** Text in which nothing is mark-up. */
const said = (text: string): string => printable(text).replaceAll(/[\\`*_<>[\]|#]/g, String.raw`\$&`)

const line = (cells: readonly string[]): string => `| ${cells.map(said).join(' | ')} |`

const sections = (page: CodebookPage): readonly string[] => [
  `# ${said(page.title)}`,
  ...page.paragraphs.map(said),
  '## Which row it is',
  [
    line(page.identifiers.head),
    `|${'---|'.repeat(page.identifiers.head.length)}`,
    ...page.identifiers.rows.map(line),
  ].join('\n'),
  '## Columns',
  ...page.columns.flatMap(({ name, type, says, facts }) => [
    `### ${said(name)} (${type})`,
    said(says),
    ...(facts.length === 0 ? [] : [facts.map(([term, told]) => `- ${term}: ${said(told)}`).join('\n')]),
  ]),
  '## Sources',
  page.sources.map(([id, told]) => `- ${said(id)}: ${said(told)}`).join('\n'),
]

/** A codebook as Markdown. */
export const codebookMarkdown = (page: CodebookPage): string =>
  `${sections(page)
    .filter((section) => section !== '')
    .join('\n\n')}\n`
