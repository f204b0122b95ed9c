import type { Address } from '../address/address.ts'

/**
 * A view of the page. It shows an address in `host`, and gives what is called when another view takes its place. Going
 * to another address of the same view calls it anew; what it asked for already comes at once.
 */
export type View = (host: HTMLElement, address: Address) => void | (() => void)

/** What a cited URL's title says. */
export const titled = (...words: readonly string[]): void => {
  document.title = [...words, 'normtrail'].join(' · ')
}
