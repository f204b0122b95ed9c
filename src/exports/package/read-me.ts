import type { PackageOf } from './package-of.ts'
import { releaseInWords, termsInWords } from './sayings.ts'

const about: readonly (readonly [file: string, says: string])[] = [
  ['datapackage.json', 'the descriptor (Data Package 2.0): columns with their types, sources, licences, checksums'],
  ['codebook.md, codebook.html', 'what every column means, with its coverage and its gaps'],
  ['CITATION.cff', 'how to cite the table'],
  ['sources.bib', 'every source that it rests on, with its licence'],
  ['recipe.json', 'what was asked for'],
  ['release.json', 'of which log, as known when, by which program'],
  ['checksums.txt', 'the checksum of every file: `sha256sum -c checksums.txt`'],
]

/** What lies in the folder, and how to read it and to hold it against the log. */
export const readMe = (of: PackageOf): string =>
  [
    `# ${of.recipe.title}`,
    ...(of.recipe.description === undefined ? [] : [of.recipe.description]),
    `A table of ${of.table.rows} rows by ${of.recipe.unit}.`,
    [
      ...of.files.map(({ name, format }) => `- \`${name}\`: the table (${format})`),
      ...about.map(
        ([file, says]) =>
          `- ${file
            .split(', ')
            .map((one) => `\`${one}\``)
            .join(', ')}: ${says}`,
      ),
    ].join('\n'),
    releaseInWords(of),
    ...termsInWords(of),
    '`normtrail export verify <this folder>` makes it again from the log, and says what differs. In CSV an empty ' +
      'cell is a missing value, and nothing else: `NA` is Namibia.',
    '',
  ].join('\n\n')
