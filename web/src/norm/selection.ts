import { clocksOf } from '../address/address.ts'
import { currentAddress, restate } from '../address/navigate.ts'
import { dayOfNumber } from '../words/days.ts'
import { whyColumn } from '../why/why-column.ts'
import type { SubjectHistory } from './history.ts'

interface Selecting {
  readonly history: SubjectHistory
  readonly title: string
  readonly column: HTMLElement
  /** Whom the address names. */
  readonly first: string | undefined
}

/** The state whose why is told. `settled` tells it anew for another day, and gives who it is. */
export const selection = ({ history, title, column, first }: Selecting) => {
  const why = whyColumn(column)
  let selected = first
  const tell = (state: string, day: number): void => {
    selected = state
    restate({ why: state })
    void why.tell({
      state,
      stateName: history.nameOn(state, day),
      subject: history.answer.subject,
      title,
      isNorm: history.isNorm,
      day: dayOfNumber(day),
      ...clocksOf(currentAddress()),
    })
  }
  const settled = (day: number): string | undefined => {
    if (selected === undefined) why.invite()
    else tell(selected, day)
    return selected
  }
  return { tell, settled }
}
