import type { Address } from '../address/address.ts'
import { searchOf } from '../address/address.ts'
import { dayWords } from '../words/days.ts'

/** What a citation of a view says: the sentence, and the answer that it was drawn from. */
export interface Cited {
  readonly says: string
  readonly address: Address
  readonly releaseId: string
  readonly ordinal: number
}

/** The address of a view with both clocks and the release in it: it shows the same for as long as the log is kept. */
export const citedAddress = ({ address, releaseId }: Cited, now: Date): Address => ({
  ...address,
  asOf: address.asOf ?? now.toISOString().slice(0, 10),
  asKnownAt: address.asKnownAt ?? now.toISOString(),
  release: releaseId,
})

/** A citation as text, with its address. */
export const citation = (cited: Cited, now: Date, base: string): string => {
  const address = citedAddress(cited, now)
  const { asKnownAt = '' } = address
  return (
    `${cited.says.replace(/\s+/g, ' ').replace(/\.?$/, '.')} normtrail, as known on ` +
    `${dayWords(asKnownAt.slice(0, 10)).replaceAll('\u00a0', ' ')}, up to event ${cited.ordinal}, ` +
    `release ${cited.releaseId}. ${base}/${searchOf(address)}`
  )
}
