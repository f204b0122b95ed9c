import { panelEventHistory } from '../../diffusion/panel-event-history.ts'
import { unitOfQuestion } from './of-question.ts'

/** A row for each state and year at risk of an adoption. */
export const eventHistory = unitOfQuestion({
  id: 'event-history',
  says:
    'A row for each state and year at risk of adopting a treaty or norm; `of` says which and how, as ' +
    '`panel event-history` does. Columns are read on 31 December: give each a lag.',
  question: panelEventHistory as unknown as Parameters<typeof unitOfQuestion>[0]['question'],
  key: ['state', 'year', 'spell'],
  given: ({ from, to, states }, system) => ({ from, to, states, system }),
  rests: () => ({ raw: false, on: ['treaty-', 'norm-', 'igo-'] }),
  of: { state: 'state', year: 'year' },
})
