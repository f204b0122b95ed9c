/** A small status file in the form of the depositary's, in its letters: bytes of iso-8859-1. */
export interface StatusFile {
  /** The lines within `<ExternalData>`, after the title. */
  readonly header?: string
  readonly number?: readonly [chapter: string, number: string, letter?: string]
  readonly title?: string
  readonly legends?: readonly string[]
  readonly rows?: readonly (readonly string[])[]
  /** What stands after the table, as it is. */
  readonly below?: string
}

const escaped = (text: string): string => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const entry = (cell: string): string => (cell === '' ? '<Entry />' : `<Entry>${escaped(cell)}</Entry>`)
const row = (cells: readonly string[]): string => `<Row>${cells.map(entry).join('')}</Row>`

const tableOf = ({ legends, rows = [] }: StatusFile): string =>
  legends === undefined
    ? ''
    : `<Participants><Table><TGroup cols="${legends.length + 1}">
        <Thead>${row(['Participant', ...legends])}</Thead>
        <Tbody><Rows>${rows.map(row).join('\n')}</Rows></Tbody></TGroup></Table></Participants>`

export const statusFile = (file: StatusFile): Uint8Array => {
  const [chapter, number, letter] = file.number ?? ['IV', '999']
  const title = file.title ?? 'Convention on Examples'
  const own =
    letter === undefined
      ? `<Titlesect>${title}</Titlesect>`
      : `<Subnumsect>${letter}</Subnumsect><Subtitlesect>${title}</Subtitlesect>`
  const conclusion =
    file.header?.includes('<Conclusion>') === true ? '' : '<Conclusion>New York, 10 December 1984</Conclusion>'
  return Buffer.from(
    `<?xml version="1.0" encoding="iso-8859-1"?>
<Document><Treaty><Template>mtdsg</Template>
  <Header><Chapter><Header>CHAPTER ${chapter}</Header><Name>HUMAN RIGHTS</Name></Chapter>
    <ExternalData><Numsect>${number}</Numsect>${own}${conclusion}${file.header ?? ''}</ExternalData></Header>
  ${tableOf(file)}
  ${file.below ?? ''}
</Treaty></Document>`,
    'latin1',
  )
}
