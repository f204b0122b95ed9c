import { el } from '../elements/element.ts'
import { shortTitle } from '../words/short-title.ts'
import { bodyOf, v1 } from './v1.ts'

let asked: Promise<ReadonlyMap<string, string>> | undefined

/** What registered sources are called, by their ids; asked for once. */
const citations = (): Promise<ReadonlyMap<string, string>> => {
  asked ??= bodyOf(v1.GET('/v1/sources', { params: { query: { limit: 10_000 } } })).then(
    ({ items }) => new Map(items.map(({ source, citation }) => [source, citation])),
    (thrown: unknown) => {
      asked = undefined
      throw thrown
    },
  )
  return asked
}

/** All registered sources by their titles, in the order of these. */
export const sourcesByTitle = async (): Promise<readonly { readonly id: string; readonly title: string }[]> =>
  [...(await citations())]
    .map(([id, title]) => ({ id, title }))
    .toSorted((a, b) => a.title.localeCompare(b.title, 'en'))

/** A source by its title; its id for whoever points at it. */
export const sourceName = (id: string): HTMLElement => {
  const element = el('span', { class: 'source-name', title: id }, 'a source')
  void citations().then(
    (known) => (element.textContent = shortTitle(known.get(id) ?? id)),
    () => (element.textContent = id),
  )
  return element
}
