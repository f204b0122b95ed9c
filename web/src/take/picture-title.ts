import { currentAddress } from '../address/navigate.ts'
import { dayWords, today } from '../words/days.ts'

/** What a picture shows, on which day, and as known when: `Istanbul Convention, 1 May 2021, as known on …`. */
export const pictureTitle = (shows: string, day: string = today()): string => {
  const known = (currentAddress().asKnownAt ?? today()).slice(0, 10)
  return `${shows}, ${dayWords(day)}, as known on ${dayWords(known)}`
}
