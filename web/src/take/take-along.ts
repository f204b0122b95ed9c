import { el } from '../elements/element.ts'
import { citation, type Cited } from './cite.ts'
import { pinnedAt } from '../ask/released.ts'
import { baseUrl, bodyOf, v1 } from '../ask/v1.ts'
import { pictureOf, pngOf } from './picture.ts'

/** What of a view can be taken along. */
export interface TakenAlong {
  /** What would be cited now: the view may have moved on since it was drawn. */
  readonly cited: () => Cited
  /** The path below the server whose answer the view shows, with its query, and no format: `v1/world/cat?asOf=…`. */
  readonly data: () => string
  /** The drawing, where there is one. */
  readonly picture?: () => SVGSVGElement | null
  /** What is taken, where a view has several: `Take the scores along`. */
  readonly called?: string
  /** What files are called, without an ending. */
  readonly name: string
}

/** Buttons that cite a view, and export its data and its picture. */
export const takeAlong = ({ cited, data, picture, name, called = 'Take it along' }: TakenAlong): HTMLElement => {
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
  const drawing = async (): Promise<string | undefined> => {
    const drawn = picture?.() ?? undefined
    return drawn === undefined ? undefined : pictureOf(drawn, await text())
  }
  const saveSvg = async (): Promise<void> => {
    const drawn = await drawing()
    if (drawn !== undefined) save(new Blob([drawn], { type: 'image/svg+xml' }), `${name}.svg`)
  }
  const savePng = async (): Promise<void> => {
    const drawn = await drawing()
    if (drawn !== undefined) save(await pngOf(drawn), `${name}.png`)
  }
  const dataLink = (format: string, label: string): HTMLElement => {
    const link = el('a', { class: 'button', href: '#', download: `${name}.${format}` }, label)
    link.addEventListener('pointerenter', () => (link.href = withFormat(data(), format)))
    link.addEventListener('focus', () => (link.href = withFormat(data(), format)))
    link.href = withFormat(data(), format)
    return link
  }
  return el(
    'section',
    { class: 'take no-print no-embed', 'aria-label': called },
    el(
      'p',
      { class: 'buttons' },
      el('button', { type: 'button', onclick: () => void cite() }, 'Cite'),
      dataLink('csv', 'CSV'),
      dataLink('parquet', 'Parquet'),
      picture !== undefined && el('button', { type: 'button', onclick: () => void saveSvg() }, 'SVG'),
      picture !== undefined && el('button', { type: 'button', onclick: () => void savePng() }, 'PNG'),
    ),
    said,
  )
}

/** What is cited of today's knowledge is cited as known at the last event: the address tells that answer for good. */
const pinned = async (one: Cited): Promise<Cited> => {
  if (one.address.asKnownAt !== undefined) return one
  const { recordedAt } = await bodyOf(v1.GET('/v1/info'))
  const then = recordedAt === null ? undefined : await pinnedAt(one.releaseId, recordedAt)
  if (then === undefined) return one
  const { asKnownAt, releaseId, ordinal } = then
  return { ...one, releaseId, ordinal, address: { ...one.address, asKnownAt } }
}

const withFormat = (path: string, format: string): string =>
  `${baseUrl}/${path}${path.includes('?') ? '&' : '?'}format=${format}`

const save = (file: Blob, name: string): void => {
  const address = URL.createObjectURL(file)
  el('a', { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
