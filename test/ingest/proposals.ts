import type { Proposal } from '../../src/ingest/proposals/propose.ts'

/**
 * The depositary's note in its own words, shortened: Multilateral Treaties Deposited with the Secretary-General,
 * chapter IV-5, note on Jamaica.
 */
export const jamaica =
  'On 23 October 1997, the Government of Jamaica notified the Secretary-General of its denunciation of the Protocol.'
/** The same chapter, note on Trinidad and Tobago: effective 27 June 2000. */
export const trinidad =
  'On 27 March 2000, the Government of Trinidad and Tobago notified its decision to denounce the Optional Protocol.'

export const depositary = {
  citation: 'United Nations, Multilateral Treaties Deposited with the Secretary-General, chapter IV-5',
  kind: 'depositary',
  series: 'mtdsg',
} as const

/** What a rule for withdrawals reads in such a note. */
export const withdrawal = (
  actor: string,
  occurred: string,
  sentence: string,
  { version = 1, effective }: { readonly version?: number; readonly effective?: string } = {},
): Proposal => ({
  proposed: {
    stream: 'treaty-iccpr-op1',
    type: 'TreatyWithdrawalNotified',
    occurred,
    ...(effective !== undefined && { effective }),
    fact: 'notice/1',
    data: { actor },
  },
  by: { rule: { name: 'withdrawal-notified', version } },
  file: 'IV-5.en.xml',
  locator: `note on ${actor}`,
  sentence,
  source: depositary,
})

/** The same, as a coder codes it. */
export const coded = (coder: string, proposal: Proposal): Proposal => {
  const { sentence, ...rest } = proposal
  return sentence === undefined ? { ...proposal, by: { coder } } : { ...rest, by: { coder } }
}
