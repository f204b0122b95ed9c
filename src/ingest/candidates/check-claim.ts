import type { JsonObject } from '../../events/json.ts'
import { formatDay, type Day } from '../../time/day.ts'

/**
 * What a claim of coverage breaks beside its shape: it speaks of something, of days in order, and of none that is yet
 * to come.
 */
export const claimFaults = (
  { treaties, organisations, raters, classifications, relations, attributes, from, through }: JsonObject,
  today: Day,
): readonly { readonly code: string; readonly message: string }[] => [
  ...([treaties, organisations, raters, classifications, relations, attributes].every((one) => one === undefined)
    ? [
        {
          code: 'bad-event',
          message:
            'data: names nothing that is covered. Expected treaties, organisations, raters, classifications, ' +
            'relations or attributes.',
        },
      ]
    : []),
  ...(typeof from === 'string' && typeof through === 'string' && through < from
    ? [{ code: 'bad-event', message: `data.through: got ${through}, expected a day from ${from} on (data.from).` }]
    : []),
  ...(typeof through === 'string' && through > formatDay(today)
    ? [{ code: 'not-yet', message: `data.through: got ${through}, which is after ${formatDay(today)}.` }]
    : []),
]
