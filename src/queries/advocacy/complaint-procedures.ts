/** A procedure by which individuals complain of a state, and the treaty whose rights they complain of. */
export interface ComplaintProcedure {
  /** The treaty that has the rights. */
  readonly of: string
  /** The treaty that has the procedure: a protocol, or the same. */
  readonly instrument: string
  /** The article under which a party must declare that it accepts; absent where parties are bound to it. */
  readonly article?: string
}

/**
 * Individual complaints before international bodies, by the treaties' own articles: ICCPR-OP1 art 1, CAT art 22, ICERD
 * art 14, CEDAW-OP art 1, CRPD-OP art 1, ICESCR-OP art 1, CRC-OPIC art 5, CED art 31, CMW art 77, ECHR art 34 (until
 * Protocol 11 of 1998 art 25, which a party had to accept; that is recorded of nobody, so that the Convention counts as
 * it reads today), Istanbul Convention none.
 */
export const complaintProcedures: readonly ComplaintProcedure[] = [
  { of: 'iccpr', instrument: 'iccpr-op1' },
  { of: 'cat', instrument: 'cat', article: '22' },
  { of: 'icerd', instrument: 'icerd', article: '14' },
  { of: 'cedaw', instrument: 'cedaw-op' },
  { of: 'crpd', instrument: 'crpd-op' },
  { of: 'icescr', instrument: 'icescr-op' },
  { of: 'crc', instrument: 'crc-opic' },
  { of: 'ced', instrument: 'ced', article: '31' },
  { of: 'cmw', instrument: 'cmw', article: '77' },
  { of: 'echr', instrument: 'echr' },
]
