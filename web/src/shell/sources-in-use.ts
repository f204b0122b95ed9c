import type { Address } from '../address/address.ts'
import { currentAddress, goTo } from '../address/navigate.ts'
import { el, fill } from '../elements/element.ts'
import { qualifierButton, type Qualifier } from './qualifier.ts'

/** The order of trust that questions have by default. */
const usual = 'depositary,organisation,scholarly,dataset,press'

/** Whom the answers believe where sources differ. */
export const sourcesInUse = (): Qualifier => {
  const go = (sources: string | undefined): void => {
    button.close()
    goTo({ ...currentAddress(), sources, release: undefined })
  }
  const button = qualifierButton('Sources', (panel) => {
    const input = el('input', { type: 'text', name: 'sources', value: currentAddress().sources ?? usual })
    fill(
      panel,
      el(
        'form',
        {
          onsubmit: (event: SubmitEvent) => {
            event.preventDefault()
            go(input.value.trim() === '' || input.value.trim() === usual ? undefined : input.value.trim())
          },
        },
        el(
          'p',
          {},
          'The most trusted first, and nobody else: kinds of source, or the ids of single ones, with commas.',
        ),
        el('label', {}, 'Believe', input),
        el(
          'div',
          { class: 'buttons' },
          el('button', { type: 'submit' }, 'Show'),
          el('button', { type: 'button', class: 'plain', onclick: () => go(undefined) }, 'Depositary first, as usual'),
        ),
      ),
    )
  })
  const show = ({ sources }: Address): string | undefined => {
    button.say(sources === undefined ? 'depositary first' : 'chosen')
    return sources === undefined ? undefined : `Only ${sources.replaceAll(',', ', ')} are believed, in this order.`
  }
  return { element: button.element, show }
}
