import type { Address } from '../address/address.ts'
import { currentAddress, linkTo } from '../address/navigate.ts'
import { names, type Names } from '../ask/names.ts'
import { part } from '../ask/part.ts'
import { el, fill, type Child } from '../elements/element.ts'
import { howItIsFilled, isEmptyLog } from '../front/empty-log.ts'
import { refused } from '../shell/refused.ts'
import { titled, type View } from '../shell/view.ts'
import { comparedOrganisations } from './organisations.ts'
import { pairOf } from './pair.ts'
import { comparedStates } from './states.ts'
import { comparedSubjects } from './subjects.ts'

/** Two of anything on one axis: two states, two treaties or norms, two organisations. */
export const compareView: View = (host, address) => {
  const article = el('article', { class: 'answer' })
  const column = el('aside', { class: 'why', 'aria-label': 'Why' })
  let stop: (() => void) | undefined
  fill(host, article, column)
  titled('Two side by side')
  void part(article)({
    what: 'what is compared',
    load: names,
    refused: refused(address),
    show: (known) => {
      const shown = comparisonOf(known, address, column)
      stop = shown.stop
      return shown.elements
    },
  })
  return () => stop?.()
}

/** What a comparison shows, and what ends it. */
export interface Comparison {
  readonly elements: readonly Child[]
  readonly stop: () => void
}

const comparisonOf = (known: Names, address: Address, column: HTMLElement): Comparison => {
  const pair = pairOf(known, address.compare ?? '')
  const stops: (() => void)[] = []
  const onStop = (stop: () => void): void => void stops.push(stop)
  const stop = (): void => {
    for (const one of stops) one()
  }
  if ('wrong' in pair) {
    column.remove()
    if (isEmptyLog(known)) return { elements: [el('h1', {}, 'Nothing is recorded yet'), ...howItIsFilled()], stop }
    return { elements: [el('h1', {}, 'Two side by side'), ...wrongWords(pair.wrong)], stop }
  }
  const { kind, a, b } = pair
  const heading = el('h1')
  const call = (first: string, second: string): void => {
    const words = pairWords(first, second)
    if (heading.textContent === words) return
    heading.textContent = words
    titled(words)
  }
  call(a.name, b.name)
  const body = el('div')
  const wanted = { pair, address, column, body, onStop, call }
  if (kind === 'state') comparedStates(wanted)
  else if (kind === 'subject') comparedSubjects(wanted)
  else comparedOrganisations(wanted)
  return { elements: [heading, body], stop }
}

const pairWords = (first: string, second: string): string =>
  /\band\b/.test(`${first} ${second}`) ? `${first}, and ${second}` : `${first} and ${second}`

const wrongWords = (wrong: string): readonly Child[] => [
  el('p', { class: 'sentence' }, wrong),
  el(
    'p',
    {},
    'Two states are compared, two treaties or norms, or two organisations, such as ',
    el('a', linkTo({ ...asKnown(), compare: 'tur,grc' }), 'Türkiye and Greece'),
    ' or ',
    el('a', linkTo({ ...asKnown(), compare: 'cat,iccpr' }), 'the Convention against Torture and the Covenant'),
    '. The search takes their names: “Turkey and Greece”.',
  ),
]

const asKnown = (): Address => {
  const { asKnownAt } = currentAddress()
  return asKnownAt === undefined ? {} : { asKnownAt }
}
