import { sortableTable } from '../elements/table.ts'
import { dayElement, dayNumber, dayOfNumber, dayWords } from '../words/days.ts'
import { shareOf, shareOnDay, shareWords, type Region } from './region-share.ts'

/** The regions on a day, as the small drawings have them. */
export const regionTable = (found: readonly Region[], day: number): HTMLElement =>
  sortableTable(
    `Consent by region on ${dayWords(dayOfNumber(day))}`,
    [
      { title: 'Region', cell: ({ label }) => label, by: ({ label }) => label },
      { title: 'States', cell: ({ system }) => system, by: ({ system }) => system, isNumber: true },
      { title: 'Consented', cell: ({ adopters }) => adopters, by: ({ adopters }) => adopters, isNumber: true },
      { title: 'Share', cell: shareWords, by: shareOf, isNumber: true },
      {
        title: 'One third since',
        cell: ({ tips }) => (tips === null ? 'not yet' : dayElement(tips)),
        by: ({ tips }) => tips ?? '',
      },
    ],
    found.map((region) => {
      const { label, tips } = region
      return { label, ...shareOnDay(region)(day), tips: tips !== null && dayNumber(tips) <= day ? tips : null }
    }),
  )
