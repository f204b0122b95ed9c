import { el, type Child } from '../elements/element.ts'
import { citation, type Cited } from './cite.ts'
import { baseUrl } from '../ask/v1.ts'
import { dataLink } from './data-link.ts'
import { inLight } from './drawn-alone.ts'
import { pinned } from './pinned.ts'
import { pictureOf, pngOf, type Picture } from './picture.ts'
import { pictureTitle } from './picture-title.ts'

/** A table that a view shows; where it shows several, what each is of. */
export interface ShownTable {
  readonly of?: string
  /** The path below the server of its answer, with its query, and no format: `v1/world/cat?asOf=…`. */
  readonly path: () => string
}

/** What of a view can be taken along. */
export interface TakenAlong {
  /** What would be cited now: the view may have moved on since it was drawn. */
  readonly cited: () => Cited
  readonly tables: readonly ShownTable[]
  /** The drawing, where there is one. */
  readonly picture?: () => SVGSVGElement | null
  /** What the drawing is called, and what stands below it; else the heading of the page, and nothing. */
  readonly about?: () => Partial<Omit<Picture, 'drawing' | 'says'>>
  /** What is taken, where a view has several: `Take the scores along`. */
  readonly called?: string
  /** What files are called, without an ending. */
  readonly name: string
}

/** Buttons that cite a view, and export its data and its picture. */
export const takeAlong = ({
  cited,
  tables,
  picture,
  about = () => ({}),
  name,
  called = 'Take it along',
}: TakenAlong): HTMLElement => {
  const said = el('p', { class: 'note', role: 'status' })
  const text = async (): Promise<string> => citation(await pinned(cited()), new Date(), baseUrl)
  const cite = async (): Promise<void> => {
    const written = await text()
    // Where the browser lets nobody write to the clipboard, the text stands there to be copied.
    const isCopied = await navigator.clipboard.writeText(written).then(
      () => true,
      () => false,
    )
    said.textContent = `${isCopied ? 'Copied: ' : ''}${written}`
  }
  const fileName = (): string => [name, cited().address.asOf].filter((word) => word !== undefined).join('-')
  const drawing = async (): Promise<string | undefined> => {
    const citing = await text()
    // Made as if the page were light, so that a drawing put together for this is in ink on white, too.
    const drawn = inLight(() => picture?.() ?? undefined)
    const { says, address } = cited()
    const { title = heading(), ...more } = about()
    if (drawn === undefined) return undefined
    return pictureOf({ drawing: drawn, says, title: pictureTitle(title, address.asOf), ...more }, citing)
  }
  const saveSvg = async (): Promise<void> => {
    const drawn = await drawing()
    if (drawn !== undefined) save(new Blob([drawn], { type: 'image/svg+xml' }), `${fileName()}.svg`)
  }
  const savePng = async (): Promise<void> => {
    const drawn = await drawing()
    if (drawn !== undefined) save(await pngOf(drawn), `${fileName()}.png`)
  }
  const isOne = tables.length === 1
  return el(
    'section',
    { class: 'take no-print no-embed', 'aria-label': called },
    el(
      'p',
      { class: 'buttons' },
      el('button', { type: 'button', onclick: () => void cite() }, 'Cite'),
      ...(isOne ? tables.flatMap((table) => linksOf(table, cited)) : []),
      picture !== undefined && el('button', { type: 'button', onclick: () => void saveSvg() }, 'SVG'),
      picture !== undefined && el('button', { type: 'button', onclick: () => void savePng() }, 'PNG'),
    ),
    ...(isOne ? [] : tables.map((table) => ownRow(table, cited))),
    said,
  )
}

/** Of several tables each has a row, with what it is of. */
const ownRow = (table: ShownTable, cited: () => Cited): HTMLElement =>
  el('p', { class: 'buttons of-one' }, el('span', {}, table.of), ...linksOf(table, cited))

const linksOf = ({ of, path }: ShownTable, cited: () => Cited): readonly Child[] =>
  ['CSV', 'Parquet'].map((label) =>
    dataLink({ path, cited, format: label.toLowerCase(), label, ...(of !== undefined && { of }) }),
  )

const heading = (): string => document.querySelector('h1')?.textContent ?? ''

const save = (file: Blob, name: string): void => {
  const address = URL.createObjectURL(file)
  el('a', { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
