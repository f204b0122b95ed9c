import type { Address } from '../address/address.ts'
import { currentAddress, goTo } from '../address/navigate.ts'
import { el, fill } from '../elements/element.ts'
import { dayWords, momentWords, today } from '../words/days.ts'
import { qualifierButton, type Qualifier } from './qualifier.ts'

/** The second clock: what the log knew at a moment in the past. */
export const asKnown = (): Qualifier => {
  const go = (asKnownAt: string | undefined): void => {
    button.close()
    goTo({ ...currentAddress(), asKnownAt, release: undefined })
  }
  const button = qualifierButton('As known', (panel) => {
    const input = el('input', {
      type: 'date',
      name: 'asKnownAt',
      max: today(),
      value: currentAddress().asKnownAt?.slice(0, 10) ?? '',
    })
    fill(
      panel,
      el(
        'form',
        {
          onsubmit: (event: SubmitEvent) => {
            event.preventDefault()
            go(input.value === '' ? undefined : input.value)
          },
        },
        el(
          'p',
          {},
          'Answers as this log knew them at the end of a day. What was recorded or corrected since is left out.',
        ),
        el('label', {}, 'As known on', input),
        el(
          'div',
          { class: 'buttons' },
          el('button', { type: 'submit' }, 'Show'),
          nowButton(() => go(undefined)),
        ),
      ),
    )
  })
  const show = ({ asKnownAt }: Address): readonly string[] | undefined => {
    button.say(asKnownAt === undefined ? 'today' : dayWords(asKnownAt.slice(0, 10)))
    if (asKnownAt === undefined) return undefined
    return [`You are reading what this log knew on ${momentWords(asKnownAt)}; what was recorded since is left out. `]
  }
  return { element: button.element, show }
}

const nowButton = (go: () => void): HTMLElement =>
  el('button', { type: 'button', class: 'plain', onclick: go }, 'Back to today')
