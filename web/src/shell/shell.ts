import { viewOf, type Address, type ViewName } from '../address/address.ts'
import { currentAddress, follow } from '../address/navigate.ts'
import { renamings } from '../ask/renamings.ts'
import { el, fill } from '../elements/element.ts'
import { unreadDay } from './refused.ts'
import { topBar } from './top-bar.ts'
import type { View } from './view.ts'

/** Each view is loaded when somebody goes there. */
const views: Readonly<Record<ViewName, () => Promise<View>>> = {
  front: async () => (await import('../front/front-view.ts')).frontView,
  norm: async () => (await import('../norm/norm-view.ts')).normView,
  state: async () => (await import('../state/state-view.ts')).stateView,
  organisation: async () => (await import('../organisation/organisation-view.ts')).organisationView,
  compare: async () => (await import('../compare/compare-view.ts')).compareView,
  log: async () => (await import('../log/log-view.ts')).logView,
}

/** Puts the page together, and shows what its address says, now and whenever it changes. */
export const openPage = (root: HTMLElement): void => {
  const main = el('main', { id: 'main', tabindex: -1 })
  const top = topBar()
  let leave: void | (() => void)
  let turn = {}
  const show = async (address: Address): Promise<void> => {
    const mine = (turn = {})
    const name = viewOf(address)
    top.show(address)
    document.documentElement.toggleAttribute('data-embedded', address.embed !== undefined)
    document.body.dataset['view'] = name
    const [view] = await Promise.all([views[name](), renamings()])
    if (turn !== mine) return
    leave?.()
    const host = el('div', { class: `view ${name}` })
    fill(main, unreadDay(location.search, address.asOf), host)
    leave = view(host, address)
  }
  fill(root, el('a', { class: 'skip', href: '#main' }, 'Skip to the answer'), top.element, main)
  follow((address) => void show(address))
  void show(currentAddress())
}
