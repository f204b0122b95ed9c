import { keepToken, token } from '../ask/token.ts'
import { el } from '../elements/element.ts'

/** Where the token goes that recording wants. It stays in this tab, and ends with it. */
export const tokenField = (): HTMLElement => {
  const input = el('input', {
    type: 'password',
    name: 'token',
    autocomplete: 'off',
    value: token() ?? '',
    oninput: () => keepToken(input.value.trim()),
  })
  return el(
    'form',
    { class: 'field', onsubmit: (event: SubmitEvent) => event.preventDefault() },
    el('label', {}, 'Token', input),
    el('p', { class: 'note' }, 'Whoever records needs one. It is kept in this tab alone, until the tab is closed.'),
  )
}
