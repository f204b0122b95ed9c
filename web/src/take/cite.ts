import type { Address } from '../address/address.ts'
import { searchOf } from '../address/address.ts'
import { dayWords } from '../words/days.ts'

/** An answer that a view was drawn from; where there are several, what each is of. */
export interface CitedAnswer {
  readonly releaseId: string
  readonly ordinal: number
  readonly of?: string
}

/** What a citation of a view says: the sentence, and the answers that it was drawn from. */
export interface Cited {
  readonly says: string
  readonly address: Address
  readonly answers: readonly CitedAnswer[]
}

/** The releases of some answers, as an address has them. */
export const releasesOf = (answers: readonly CitedAnswer[]): string =>
  answers.map(({ releaseId }) => releaseId).join(',')

/** The address of a view with both clocks and the releases in it: it shows the same for as long as the log is kept. */
export const citedAddress = ({ address, answers }: Cited, now: Date): Address => ({
  ...address,
  asOf: address.asOf ?? now.toISOString().slice(0, 10),
  asKnownAt: address.asKnownAt ?? now.toISOString(),
  release: releasesOf(answers),
})

/** A citation as text, with its address. */
export const citation = (cited: Cited, now: Date, base: string): string => {
  const address = citedAddress(cited, now)
  const { asKnownAt = '' } = address
  const ordinal = Math.max(...cited.answers.map((answer) => answer.ordinal))
  return (
    `${cited.says.replace(/\s+/g, ' ').replace(/\.?$/, '.')} normtrail, as known on ` +
    `${dayWords(asKnownAt.slice(0, 10)).replaceAll('\u00a0', ' ')}, up to event ${ordinal}, ` +
    `${releaseWords(cited.answers)}. ${base}/${searchOf(address)}`
  )
}

/** `release 1f0…`, or `releases 1f0… (Türkiye) and 2a7… (Greece)`. */
const releaseWords = (answers: readonly CitedAnswer[]): string => {
  const said = answers.map(({ releaseId, of }) => (of === undefined ? releaseId : `${releaseId} (${of})`))
  return `${said.length === 1 ? 'release' : 'releases'} ${said.join(' and ')}`
}
