import type { RecordedEvent } from '../events/envelope.ts'

/** `TreatyWithdrawalNotified` as "treaty withdrawal notified". */
const wordsOf = (type: string): string => type.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()

/** An event in a few words, for lists. */
export const summaryOf = (event: Pick<RecordedEvent, 'type' | 'data'>): string => {
  const { actor: _, ...rest } = event.data
  const detail = Object.entries(rest)
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    .map(([field, value]) => `${field} ${String(value).slice(0, 80)}`)
  return [wordsOf(event.type), ...detail].join(', ')
}
