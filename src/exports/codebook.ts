import type { Column, ColumnType } from '../queries/question/columns.ts'
import type { Question } from '../queries/question/question.ts'

const types: Readonly<Record<ColumnType, string>> = {
  string: 'text (Parquet: UTF8)',
  int: 'a whole number (INT32)',
  double: 'a number (DOUBLE)',
  boolean: '`true` or `false` (BOOLEAN)',
  date: 'a day, `YYYY-MM-DD` (DATE)',
}

const preface = `# Codebook

Every column of every table that normtrail gives as CSV, JSON Lines or Parquet. \
\`normtrail codebook\` prints this page; \
it is made from the
definitions of the questions, and so are the help of each command and the types of Parquet files.

The types are ${Object.entries(types)
  .map(([type, means]) => `\`${type}\`: ${means}`)
  .join('; ')}. A column has its type whatever comes, so that files of several years go together.
A missing value is an empty cell in CSV and null elsewhere; what it means stands with the column. \
Ids of states, organisations, treaties and norms are
those that \`normtrail names\` lists.
`

/** One column in a line of words, for a page and for a terminal. */
export const columnInWords = ({ description, empty }: Column): string =>
  `${description}.${empty === undefined ? '' : ` Empty: ${empty.charAt(0).toLowerCase()}${empty.slice(1)}.`}`

const lineOf = (column: Column): string => `- \`${column.name}\` (${column.type}): ${columnInWords(column)}`

/** The codebook of all questions with a table, as Markdown. */
export const codebookOf = (questions: readonly Question[]): string =>
  [
    preface,
    ...questions.flatMap(({ name, asks, table }) =>
      table === undefined
        ? []
        : [
            '## ' +
              `${name}\n\n${asks}\n${table.note === undefined ? '' : `\n${table.note}\n`}\n` +
              `${table.columns.map(lineOf).join('\n')}\n`,
          ],
    ),
  ].join('\n')
