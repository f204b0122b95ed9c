import { el } from '../elements/element.ts'
import { firstShares, type Share } from './term-shares.ts'

/** So many bars are shown before somebody asks for all. */
const few = 10

/** Fills what is opened beneath a term. */
type Opens = (host: HTMLElement, term: string) => void

/** What adds up to a value, as a sorted list of bars with their numbers, and the sum beneath. */
export const shareBars = (
  heading: string,
  shares: readonly Share[],
  tell: (value: number) => string,
  open?: Opens,
): HTMLElement => {
  const list = el('ul', { class: 'shares' })
  const show = (shown: readonly Share[]): void => list.replaceChildren(...barsOf(shown, tell, open))
  show(firstShares(shares, few))
  const total = shares.reduce((sum, { contribution }) => sum + contribution, 0)
  const all = el(
    'button',
    {
      type: 'button',
      class: 'link',
      onclick: () => {
        show(shares)
        all.remove()
      },
    },
    `Show all ${shares.length}`,
  )
  return el(
    'section',
    {},
    el('h3', {}, heading),
    list,
    el('p', { class: 'share-total' }, el('span', {}, 'Together'), el('span', {}, tell(total))),
    shares.length > few + 1 && all,
  )
}

/** A name that opens what its term rests on, once it is asked for. */
const opened = (name: string, term: string, open: Opens): HTMLElement => {
  const body = el('div')
  const element = el('details', {}, el('summary', {}, name), body)
  element.addEventListener('toggle', () => element.open && open(body, term), { once: true })
  return element
}

const barsOf = (
  shares: readonly Share[],
  tell: (value: number) => string,
  open: Opens | undefined,
): readonly HTMLElement[] => {
  const single = shares.filter(({ isRest }) => isRest !== true)
  const most = Math.max(...single.map(({ contribution }) => Math.abs(contribution)), 1e-12)
  return shares.map(({ name, contribution, isRest, term }) =>
    el(
      'li',
      {},
      el('span', { class: 'share-name' }, term === undefined || open === undefined ? name : opened(name, term, open)),
      el('span', { class: 'share-number' }, tell(contribution)),
      isRest !== true &&
        el('span', {
          class: `share-bar${contribution < 0 ? ' negative' : ''}`,
          style: `width: ${((Math.abs(contribution) / most) * 100).toFixed(1)}%`,
          'aria-hidden': 'true',
        }),
    ),
  )
}
