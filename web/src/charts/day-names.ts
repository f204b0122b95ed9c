import { el, fill } from '../elements/element.ts'
import { nameNow, nameOn } from '../words/names-then.ts'

/**
 * Names of states beside lanes that follow the day that is looked at: what each was called then, with the name of
 * today beneath where it is another.
 */
export const dayNames = () => {
  const labels: { readonly state: string; readonly name: string; readonly host: HTMLElement; shown: string }[] = []
  const label = (state: string, name: string, host: HTMLElement = el('span')): HTMLElement => {
    fill(host, name)
    labels.push({ state, name, host, shown: name })
    return host
  }
  const moveTo = (day: number): void => {
    for (const one of labels) {
      const then = nameOn(one.state, day, one.name)
      if (then === one.shown) continue
      one.shown = then
      const now = nameNow(one.state, one.name)
      fill(one.host, then, then !== now && el('span', { class: 'aside' }, `today ${now}`))
    }
  }
  return { label, moveTo }
}
