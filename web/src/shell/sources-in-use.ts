import type { Address } from '../address/address.ts'
import { currentAddress, goTo } from '../address/navigate.ts'
import { sourceName, sourcesByTitle } from '../ask/source-name.ts'
import { el, fill, freshId, type Child } from '../elements/element.ts'
import { usualSources } from '../words/names.ts'
import { qualifierButton, type Qualifier } from './qualifier.ts'

/** Kinds of source and single ones, these by their titles; the id of each for whoever points at it. */
const believed = (sources: string): readonly Child[] =>
  sources
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .flatMap((one, place) => [place > 0 && ', ', usualSources.split(',').includes(one) ? one : sourceName(one)])

/** A field that finds a source by words of its title, and gives its id. */
const byTitle = (add: (id: string) => void): HTMLElement => {
  const id = freshId('titles')
  const [input, list] = [el('input', { type: 'text', name: 'title', list: id }), el('datalist', { id })]
  void sourcesByTitle().then(
    (known) => {
      fill(list, ...known.map((source) => el('option', { value: source.title, label: source.id })))
      input.addEventListener('change', () => {
        const found = known.find(({ title }) => title === input.value)
        if (found === undefined) return
        input.value = ''
        add(found.id)
      })
    },
    () => undefined,
  )
  return el('label', {}, 'Add one by its title', input, list)
}

/** Whom the answers believe where sources differ. */
export const sourcesInUse = (): Qualifier => {
  const go = (sources: string | undefined): void => {
    button.close()
    goTo({ ...currentAddress(), sources, release: undefined })
  }
  const button = qualifierButton('Sources', (panel) => {
    const input = el('input', { type: 'text', name: 'sources', value: currentAddress().sources ?? usualSources })
    const inOrder = el('p', { class: 'note', 'aria-live': 'polite' })
    const told = (): void => fill(inOrder, 'In this order: ', ...believed(input.value), '.')
    input.addEventListener('input', told)
    told()
    fill(
      panel,
      el(
        'form',
        {
          onsubmit: (event: SubmitEvent) => {
            event.preventDefault()
            go(input.value.trim() === '' || input.value.trim() === usualSources ? undefined : input.value.trim())
          },
        },
        el(
          'p',
          {},
          'The most trusted first, and nobody else: kinds of source, or the ids of single ones, with commas.',
        ),
        el('label', {}, 'Believe', input),
        byTitle((id) => {
          const before = input.value.trim() === usualSources ? '' : input.value.trim()
          input.value = before === '' ? id : `${before},${id}`
          told()
        }),
        inOrder,
        el(
          'div',
          { class: 'buttons' },
          el('button', { type: 'submit' }, 'Show'),
          el('button', { type: 'button', class: 'plain', onclick: () => go(undefined) }, 'Depositary first, as usual'),
        ),
      ),
    )
  })
  const show = ({ sources }: Address): readonly Child[] | undefined => {
    button.say(sources === undefined ? 'depositary first' : 'chosen')
    return sources === undefined ? undefined : ['Only these are believed, in this order: ', ...believed(sources), '.']
  }
  return { element: button.element, show }
}
