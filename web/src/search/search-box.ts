import type { Address } from '../address/address.ts'
import { goTo } from '../address/navigate.ts'
import { el, freshId } from '../elements/element.ts'
import { find, type Found } from './find.ts'
import { foundList } from './found-list.ts'
import { indexOfNames } from './index-of-names.ts'
import { addressOf } from './meant.ts'

/** What the box is to a browser and to who cannot see it. */
const combobox = {
  type: 'search',
  role: 'combobox',
  autocomplete: 'off',
  autocapitalize: 'off',
  spellcheck: 'false',
  enterkeyhint: 'go',
  placeholder: 'Turkey Istanbul Convention, torture 1994 …',
  'aria-expanded': 'false',
  'aria-autocomplete': 'list',
}

/** After so many milliseconds it is said that the names are waited for. */
const patience = 300

/**
 * The box that takes names of any kind, and days: a combobox whose list says what the words may mean. Arrow keys walk
 * the list, Enter goes there, Escape closes it, and empties the box where it is closed.
 */
export const searchBox = () => {
  const inputId = freshId('search')
  const list = foundList((one) => go(one))
  const input = el('input', {
    ...combobox,
    id: inputId,
    'aria-controls': list.id,
    onfocus: () => void indexOfNames().catch(() => undefined),
    oninput: () => void look(),
    onkeydown: (event: KeyboardEvent) => onKey(event),
  })
  const label = el('label', { class: 'hidden', for: inputId }, 'Search states, treaties, norms and organisations')
  const element = el('search', {}, label, input, ...list.elements)
  whenLeft(element, () => close())
  let shown: string | undefined
  const close = (): void => {
    list.close()
    shown = undefined
    mark()
  }
  /** Says to who cannot see it which option is chosen. */
  const mark = (): void => markChosen(input, list.chosenId())
  const go = (one: Found): void => {
    close()
    input.value = ''
    input.blur()
    goTo(addressOf(one))
  }
  const look = async (): Promise<void> => {
    const text = input.value
    const timer = setTimeout(list.wait, patience)
    const known = await indexOfNames().catch(() => undefined)
    clearTimeout(timer)
    if (text !== input.value) return
    if (text.trim() === '') return close()
    if (known === undefined) list.fail()
    else list.show(text.trim(), find(known, text))
    shown = text
    mark()
  }
  const onKey = keys({
    move: (by) => {
      if (shown === undefined) return void look()
      list.move(by)
      mark()
    },
    enter: async () => {
      if (shown !== input.value) await look()
      const one = list.chosen()
      if (one !== undefined) go(one)
    },
    escape: () => {
      if (shown === undefined) input.value = ''
      close()
    },
  })
  return { element, input, show: (_address: Address): void => close() }
}

const markChosen = (input: HTMLElement, option: string | undefined): void => {
  input.setAttribute('aria-expanded', String(option !== undefined))
  if (option === undefined) input.removeAttribute('aria-activedescendant')
  else input.setAttribute('aria-activedescendant', option)
}

const whenLeft = (element: HTMLElement, leave: () => void): void =>
  element.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && element.contains(relatedTarget))) leave()
  })

interface Keys {
  readonly move: (by: 1 | -1) => void
  readonly enter: () => Promise<void>
  readonly escape: () => void
}

const keys = ({ move, enter, escape }: Keys) => {
  const does: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => void enter(),
    Escape: escape,
  }
  return (event: KeyboardEvent): void => {
    const act = event.isComposing ? undefined : does[event.key]
    if (act === undefined) return
    event.preventDefault()
    act()
  }
}
