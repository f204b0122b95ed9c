import { el, fill, freshId, type Child } from '../elements/element.ts'
import { baseUrl } from '../ask/v1.ts'
import type { Found, Search } from './find.ts'
import { groupOf, meantWords } from './meant.ts'

/** The list below the search: groups of options, one of which is chosen; or that nothing is called so, and lists. */
export const foundList = (go: (one: Found) => void) => {
  const id = freshId('meant')
  const options = el('div', { id, role: 'listbox', 'aria-label': 'What it may mean' })
  const note = el('div', { class: 'found-note' })
  const panel = el('div', { class: 'found', hidden: true }, options, note)
  const said = el('p', { class: 'hidden', role: 'status' })
  // The box stays in focus whatever is pressed here, so that the list stays until it is let go.
  panel.addEventListener('mousedown', (event) => event.preventDefault())
  let found: readonly Found[] = []
  let chosen = 0
  const optionId = (place: number): string => `${id}-${place}`
  const choose = (place: number): void => {
    chosen = (place + found.length) % Math.max(found.length, 1)
    for (const [at, option] of [...options.querySelectorAll('[role=option]')].entries()) {
      option.setAttribute('aria-selected', String(at === chosen))
      if (at === chosen) option.scrollIntoView({ block: 'nearest' })
    }
  }
  const open = (some: readonly Found[], words: string, ...notes: readonly Child[]): void => {
    found = some
    fill(options, ...groupsOf(some, (one, place) => optionOf(one, optionId(place), go)))
    options.hidden = some.length === 0
    fill(note, ...notes)
    note.hidden = notes.length === 0
    panel.hidden = false
    said.textContent = words
    choose(0)
  }
  return {
    id,
    elements: [panel, said],
    chosen: () => found[chosen],
    chosenId: () => (panel.hidden || found.length === 0 ? undefined : optionId(chosen)),
    move: (by: number) => choose(chosen + by),
    show: (text: string, { found: some, unread }: Search): void => {
      const count = some.length === 1 ? 'One answer.' : `${some.length} answers.`
      if (some.length === 0) open([], `Nothing in this log is called ${text}.`, ...nothing(text))
      else if (unread.length > 0) open(some, count, `Nothing is called “${unread.join(' ')}” here: that is left out.`)
      else open(some, count)
    },
    wait: (): void => open([], 'Waiting for the names.', 'Waiting for the names\u00a0…'),
    fail: (): void => open([], 'The names did not come.', 'The names did not come. The next letter asks again.'),
    close: (): void => {
      found = []
      panel.hidden = true
      said.textContent = ''
    },
  }
}

/** Options below the heading of their group, each with its place among all. */
const groupsOf = (found: readonly Found[], option: (one: Found, place: number) => HTMLElement): HTMLElement[] => {
  const titles = [...new Set(found.map(groupOf))]
  return titles.map((title) => {
    const titleId = freshId('group')
    const mine = [...found.entries()].filter(([, one]) => groupOf(one) === title)
    return el(
      'ul',
      { role: 'group', 'aria-labelledby': titleId },
      el('li', { role: 'presentation', id: titleId, class: 'group-of' }, title),
      ...mine.map(([place, one]) => option(one, place)),
    )
  })
}

const optionOf = (one: Found, id: string, go: (one: Found) => void): HTMLElement =>
  el(
    'li',
    { id, role: 'option', 'aria-selected': 'false', onclick: () => go(one) },
    el('span', {}, meantWords(one)),
    one.by !== undefined && el('span', { class: 'kind' }, `also ${one.by}`),
  )

const lists = ['states', 'treaties', 'norms', 'organisations'] as const

/** That nothing was found, and the lists of everything there is. */
const nothing = (text: string): readonly Child[] => [
  el('p', {}, `Nothing in this log is called “${text}”. All that there is: `, ...listLinks()),
]

const listLinks = (): readonly Child[] =>
  lists.flatMap((list, place): readonly Child[] => [
    place > 0 && ', ',
    el('a', { href: `${baseUrl}/v1/${list}?limit=1000` }, list),
  ])
