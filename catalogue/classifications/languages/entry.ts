import type { LanguageCode } from './names.ts'

/** Official languages of a state by one law. */
export interface LanguageEntry {
  readonly actor: string
  /** The constitution or law, as it is cited. */
  readonly law: string
  /** Article or section. */
  readonly at?: string
  /**
   * With the first day (EDTF) where it became official in the life of the state, and the last where it no longer is.
   */
  readonly languages: readonly (
    LanguageCode | { readonly code: LanguageCode; readonly from?: string; readonly through?: string }
  )[]
}
