import type { Importer } from './draft.ts'

const preface = `# Sources

Where each dataset that normtrail reads is to be had, on which terms, what it covers and how to cite it: \
made from what the importers declare.
[import.md](import.md) says what becomes of the rows.

None of these files comes with normtrail: you download them, on the terms of those who publish them. \
What is said here of the terms is what was found beside the files; where
nothing is stated it is *unknown*, and only their publisher can tell. \
The terms are recorded with each release that is imported: \
\`normtrail sources\` lists them, and citations, tables and exported
logs name what may not be passed on.
`

const answers = {
  yes: 'yes, with attribution',
  no: 'no, not without permission',
  unknown: 'unknown',
} as const

const lineOf = (label: string, text: string | undefined): readonly string[] =>
  text === undefined ? [] : [`- **${label}**: ${text}`]

const columnsShown = 12

const columnsText = (header: readonly string[]): string => {
  const shown = header.slice(0, columnsShown).map((column) => `\`${column}\``)
  return header.length > columnsShown
    ? `${shown.join(', ')} and ${header.length - columnsShown} more`
    : shown.join(', ')
}

const sectionOf = ({ name, reads, about, release, header }: Importer): string =>
  [
    `## ${name}\n\n${reads}.\n`,
    ...lineOf('Download', about?.download),
    ...lineOf('Covers', about?.covers),
    ...lineOf('Terms', release.licence ?? 'not stated'),
    ...lineOf('May be passed on', answers[release.redistributable ?? 'unknown']),
    ...lineOf('Cite', release.citation),
    ...lineOf(
      'Release',
      `${release.version}, published ` +
        `${release.published ?? 'on a day that is not stated'}; ` +
        `recorded as \`${release.id}\``,
    ),
    ...lineOf('Known by the columns', columnsText(header)),
    '',
  ].join('\n')

/** A page on every dataset that can be imported, as Markdown: `docs/sources.md`. */
export const sourcesPage = (importers: readonly Importer[]): string => [preface, ...importers.map(sectionOf)].join('\n')
