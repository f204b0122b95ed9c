import type { Address } from '../address/address.ts'
import { goTo } from '../address/navigate.ts'
import { names } from '../ask/names.ts'
import { el, fill, freshId } from '../elements/element.ts'
import { NameIndex, type Entry, type Found } from './find.ts'
import { addressOf, meantWords } from './meant.ts'

let made: Promise<NameIndex> | undefined
/** The index of names, made once; a failure is forgotten, so that the next letter asks again. */
const nameIndex = (): Promise<NameIndex> => {
  made ??= names()
    .then(({ states, treaties, norms, organisations }) => {
      const of = (kind: Entry['kind'], entries: readonly Omit<Entry, 'kind'>[]) =>
        entries.map(({ id, name, also }) => ({ kind, id, name, also }))
      return new NameIndex([
        ...of('norm', norms),
        ...of('treaty', treaties),
        ...of('state', states),
        ...of('organisation', organisations),
      ])
    })
    .catch((thrown: unknown) => {
      made = undefined
      throw thrown
    })
  return made
}

/**
 * The box that takes names of any kind, and days: a combobox whose list says what the words may mean. Arrow keys walk
 * the list, Enter goes there, Escape closes it; `/` anywhere on the page brings one here.
 */
export const searchBox = () => {
  const [listId, inputId] = [freshId('meant'), freshId('search')]
  const list = meantList(listId)
  const input = el('input', {
    id: inputId,
    type: 'search',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: 'Turkey Istanbul Convention, torture 1994 …',
    'aria-expanded': 'false',
    'aria-controls': listId,
    'aria-autocomplete': 'list',
    onfocus: () => void nameIndex().catch(() => undefined),
    oninput: () => void look(),
    onblur: () => setTimeout(() => list.close(input), 150),
    onkeydown: (event: KeyboardEvent) => onKey(event),
  })
  const go = (one: Found | undefined): void => {
    if (one === undefined) return
    list.close(input)
    input.value = ''
    input.blur()
    goTo(addressOf(one))
  }
  const look = async (): Promise<void> => {
    const text = input.value
    const known = await nameIndex().catch(() => undefined)
    if (known === undefined || text !== input.value) return
    list.offer(input, text.trim(), text.trim() === '' ? [] : known.find(text), go)
  }
  const onKey = (event: KeyboardEvent): void => {
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => list.step(input, 1),
      ArrowUp: () => list.step(input, -1),
      Enter: () => go(list.chosen()),
      Escape: () => list.close(input),
    }
    const move = moves[event.key]
    if (move === undefined) return
    event.preventDefault()
    move()
  }
  const label = el('label', { class: 'hidden', for: inputId }, 'Search states, treaties, norms and organisations')
  const element = el('search', {}, label, input, ...list.elements)
  const show = (_address: Address): void => list.close(input)
  return { element, input, show }
}

/** The list below the box: what the words may mean, of which one is chosen. */
const meantList = (id: string) => {
  const list = el('ul', { id, role: 'listbox', 'aria-label': 'What it may mean', hidden: true })
  const said = el('p', { class: 'hidden', role: 'status' })
  const none = el('p', { class: 'none-found', hidden: true })
  let found: readonly Found[] = []
  let place = 0
  const close = (input: HTMLElement): void => {
    list.hidden = true
    none.hidden = true
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
  const choose = (input: HTMLElement, at: number): void => {
    place = (at + found.length) % Math.max(found.length, 1)
    for (const [index, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(index === place))
      if (index === place) input.setAttribute('aria-activedescendant', option.id)
    }
  }
  const offer = (input: HTMLElement, text: string, some: readonly Found[], go: (one: Found) => void): void => {
    found = some
    fill(list, ...some.map((one, at) => optionOf(one, `${id}-${at}`, () => go(one))))
    const isEmpty = some.length === 0
    list.hidden = isEmpty
    none.hidden = !isEmpty || text === ''
    none.textContent = `Nothing in this log is called "${text}".`
    input.setAttribute('aria-expanded', String(!isEmpty))
    said.textContent = isEmpty ? none.textContent : `${some.length} found`
    if (!isEmpty) choose(input, 0)
  }
  const step = (input: HTMLElement, by: number): void => choose(input, place + by)
  const chosen = (): Found | undefined => (list.hidden ? undefined : found[place])
  return { elements: [list, none, said], close, offer, step, chosen }
}

const optionOf = (one: Found, id: string, go: () => void): HTMLElement => {
  const [words, kind] = meantWords(one)
  return el(
    'li',
    { id, role: 'option', 'aria-selected': 'false', onmousedown: go },
    el('span', {}, words),
    el('span', { class: 'kind' }, kind),
  )
}

/** `/` brings one to the box, wherever nothing is being written. */
export const searchBySlash = (input: HTMLInputElement): void => {
  addEventListener('keydown', (event) => {
    const isWriting = event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null
    if (event.key !== '/' || isWriting) return
    event.preventDefault()
    input.focus()
  })
}
