import { readAddress, searchOf, type Address } from './address.ts'

type Follower = (address: Address) => void
const followers = new Set<Follower>()

export const currentAddress = (): Address => readAddress(location.search)

/** Goes to an address: a step that the browser's back button takes back. */
export const goTo = (address: Address): void => {
  history.pushState(null, '', searchOf(address))
  for (const follow of followers) follow(address)
}

/** Changes some fields of the address without a step back: what a slider does while it moves. */
export const restate = (changed: Partial<Address>): void => {
  const address = { ...currentAddress(), ...changed }
  history.replaceState(null, '', searchOf(address))
}

/** Hears of every address that is gone to, and of those that the browser's buttons go back to. */
export const follow = (follower: Follower): void => {
  if (followers.size === 0) addEventListener('popstate', tellFollowers)
  followers.add(follower)
}

const tellFollowers = (): void => {
  const address = currentAddress()
  for (const hear of followers) hear(address)
}

/** An address for a link; the page follows it by itself, and a new tab opens it. */
export const linkTo = (address: Address): { readonly href: string; readonly onclick: (event: MouseEvent) => void } => ({
  href: searchOf(address),
  onclick: (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    goTo(address)
    scrollTo({ top: 0 })
  },
})
