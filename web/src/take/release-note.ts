import type { Address } from '../address/address.ts'
import { linkTo } from '../address/navigate.ts'
import { el, type Child } from '../elements/element.ts'
import { releasesOf, type CitedAnswer } from './cite.ts'

/** A view that was cited with other releases than its answers have now says both. */
export const releaseNote = (answers: readonly CitedAnswer[], address: Address): Child => {
  const { release } = address
  const now = releasesOf(answers)
  if (release === undefined || release === now) return undefined
  return el(
    'p',
    { class: 'rule', role: 'note' },
    `This view was cited with ${inWords(release)}; what you see is ${inWords(now)}. ` +
      'The question is the same; the program, or what the log held at that moment, is another. ',
    address.asKnownAt !== undefined &&
      el('a', linkTo({ log: '', asKnownAt: undefined, asOf: undefined }), 'See what was recorded since'),
  )
}

const inWords = (releases: string): string => {
  const ids = releases.split(',')
  return `${ids.length === 1 ? 'release' : 'releases'} ${ids.join(' and ')}`
}
