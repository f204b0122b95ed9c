import { linkTo } from '../address/navigate.ts'
import type { Address } from '../address/address.ts'
import { bodyOf, v1 } from '../ask/v1.ts'
import { el } from '../elements/element.ts'
import { inSentence } from '../words/names.ts'
import { sentenceOf } from '../words/sentence.ts'

interface Story {
  readonly title: string
  readonly state: string
  readonly stateName: string
  readonly subject: string
  readonly subjectName: string
  readonly isNorm?: boolean
  readonly asOf: string
  /** Where it leads, where that is not the state's own page. */
  readonly address?: Address
}

/** Three stories that the bundled case holds; what is said of each is asked of the log, and of no other. */
const told: readonly Story[] = [
  {
    title: 'A state that leaves',
    state: 'tur',
    stateName: 'Türkiye',
    subject: 'istanbul',
    subjectName: 'Istanbul Convention',
    asOf: '2021-05-01',
  },
  {
    title: 'A norm that spreads',
    state: 'usa',
    stateName: 'United States',
    subject: 'cat',
    subjectName: 'Convention against Torture',
    asOf: '1994-11-20',
    address: { subject: 'cat', asOf: '1994-11-20', why: 'usa' },
  },
  {
    title: 'A state that follows another',
    state: 'hrv',
    stateName: 'Croatia',
    subject: 'iccpr',
    subjectName: 'International Covenant on Civil and Political Rights',
    asOf: '1993-01-01',
  },
]

/** The stories that this log can tell, each with a sentence of its own answer; the others are left out. */
export const stories = async (): Promise<readonly HTMLElement[]> => {
  const found = await Promise.all(told.map((story) => storyElement(story).catch(() => undefined)))
  const known = found.filter((one) => one !== undefined)
  return known.length > 0
    ? known
    : [el('p', { class: 'note' }, 'This log holds none of the stories that come with it.')]
}

const storyElement = async (story: Story): Promise<HTMLElement> => {
  const { state, subject, asOf } = story
  const answer = await bodyOf(
    v1.GET('/v1/status/{state}/{subject}', { params: { path: { state, subject }, query: { asOf } } }),
  )
  const address = story.address ?? { state, subject, asOf }
  return el(
    'a',
    { class: 'story', ...linkTo(address) },
    el('h3', {}, story.title),
    el('p', {}, sentenceOf(answer, story.stateName, inSentence(story.subjectName, story.isNorm === true), asOf)),
  )
}
