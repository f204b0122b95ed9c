import type { RecordedEvent } from '../../events/envelope.ts'
import { shortened } from '../../text/shorten.ts'

/** `TreatyWithdrawalNotified` as "treaty withdrawal notified". */
const wordsOf = (type: string): string => type.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()

/** An event in a few words, for lists. Long texts end in an ellipsis; the event itself has them whole. */
export const summaryOf = (event: Pick<RecordedEvent, 'type' | 'data'>): string => {
  const { actor: _, ...rest } = event.data
  const detail = Object.entries(rest)
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    .map(([field, value]) => `${field} ${shortened(String(value), 80)}`)
  return [wordsOf(event.type), ...detail].join(', ')
}
