import { baseUrl } from '../ask/v1.ts'
import { el } from '../elements/element.ts'
import type { Cited } from './cite.ts'
import { pinned } from './pinned.ts'

interface Linked {
  /** The path below the server, with its query, of what the view shows now. */
  readonly path: () => string
  readonly cited: () => Cited
  readonly format: string
  readonly label: string
  /** What it holds, where another one stands beside it. */
  readonly of?: string
}

/** A link to the table of a view, as of the day that is looked at and as known at this moment: the same for good. */
export const dataLink = ({ path: pathNow, cited, format, label, of }: Linked): HTMLElement => {
  const link = el(
    'a',
    { class: 'button', href: withFormat(pathNow(), format), 'aria-label': of !== undefined && `${label} of ${of}` },
    label,
  )
  const pinnedHref = async (): Promise<string> => {
    const path = pathNow()
    const { asKnownAt } = (await pinned(cited())).address
    return withFormat(asKnownAt === undefined ? path : knownAt(path, asKnownAt), format)
  }
  const renew = (): void => {
    link.href = withFormat(pathNow(), format)
    void pinnedHref().then((href) => (link.href = href))
  }
  link.addEventListener('pointerenter', renew)
  link.addEventListener('focus', renew)
  link.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    void pinnedHref().then((href) => el('a', { href, download: '' }).click())
  })
  return link
}

/** A path with a moment of knowledge in its query. */
const knownAt = (path: string, asKnownAt: string): string => {
  const [place = '', search] = path.split('?')
  const query = new URLSearchParams(search)
  query.set('asKnownAt', asKnownAt)
  return `${place}?${query.toString()}`
}

const withFormat = (path: string, format: string): string =>
  `${baseUrl}/${path}${path.includes('?') ? '&' : '?'}format=${format}`
