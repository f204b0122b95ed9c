import type { Address } from '../address/address.ts'
import { linkTo } from '../address/navigate.ts'
import { el, type Child } from '../elements/element.ts'

/** A view that was cited with another release than its answer has now says both. */
export const releaseNote = (releaseId: string, address: Address): Child => {
  const { release } = address
  if (release === undefined || release === releaseId) return undefined
  return el(
    'p',
    { class: 'rule', role: 'note' },
    `This view was cited with release ${release}; what you see is release ${releaseId}. ` +
      'The question is the same; the program, or what the log held at that moment, is another. ',
    address.asKnownAt !== undefined &&
      el('a', linkTo({ log: '', asKnownAt: undefined, asOf: undefined }), 'See what was recorded since'),
  )
}
