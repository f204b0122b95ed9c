import { currentAddress } from '../address/navigate.ts'
import type { CitedAnswer } from '../take/cite.ts'
import { takeAlong } from '../take/take-along.ts'
import type { AskedExposure } from './asked-exposure.ts'
import { sharePicture } from './share-picture.ts'

/** What adds up to an exposure, to be taken along: its terms as a table, and the bars as they stand in the column. */
export const exposureTaken = (asked: AskedExposure, answer: CitedAnswer, column: HTMLElement): HTMLElement => {
  const { state, of, channel, day, called, asKnownAt, sources } = asked
  const query = new URLSearchParams({
    ...of,
    channel,
    lag: '0',
    asOf: day,
    ...(asKnownAt !== undefined && { asKnownAt }),
    ...(sources !== undefined && { sources }),
  })
  const noteWords = (): readonly string[] => [...column.querySelectorAll('.note')].map((note) => note.textContent ?? '')
  return takeAlong({
    called: 'Take what adds up along',
    name: `${state}-${channel}`,
    cited: () => ({
      says: column.querySelector('.exposure-says')?.textContent ?? '',
      address: { ...currentAddress(), state, channel, asOf: day },
      answers: [answer],
    }),
    tables: [{ path: () => `v1/exposure/${state}?${query.toString()}` }],
    picture: () => sharePicture(column),
    about: () => ({
      title: `${called.stateName}: ${column.querySelector('h2')?.textContent ?? ''}`,
      legend: [{ looks: 'share-bar', shape: 'bar', words: 'What each adds to the value, the largest at full length' }],
      notes: noteWords().filter((words) => words !== ''),
    }),
  })
}
