import { el, fill, type Child } from '../elements/element.ts'

/** Shows few of something, and all when somebody asks: `Show all 147`. */
export const fewOrAll = (count: number, few: number, draw: (isAll: boolean) => Child): HTMLElement => {
  const body = el('div')
  const show = (isAll: boolean): void => {
    fill(body, draw(isAll))
    if (count <= few) return
    body.append(
      el(
        'p',
        { class: 'more-of no-print' },
        el(
          'button',
          { type: 'button', onclick: () => again(!isAll), 'aria-expanded': String(isAll) },
          isAll ? `Show the first ${few}` : `Show all ${count}`,
        ),
      ),
    )
  }
  const again = (isAll: boolean): void => {
    show(isAll)
    body.querySelector<HTMLElement>('.more-of button')?.focus()
  }
  show(false)
  return body
}
