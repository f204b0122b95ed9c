import { events } from '../../record/events.ts'
import { unitOfQuestion } from './of-question.ts'

/** A row for each event of the log. */
export const event = unitOfQuestion({
  id: 'event',
  says: 'A row for each event that was done in the years, as the log holds it; `of` filters them as `events` does.',
  question: events as Parameters<typeof unitOfQuestion>[0]['question'],
  key: ['ordinal'],
  given: ({ from, to }) => ({ occurredFrom: from, occurredTo: to }),
  rests: ({ stream }) => ({ raw: true, on: [typeof stream === 'string' ? stream.replace(/\*$/, '') : ''] }),
})
