import type { Source } from '../../src/events/source.ts'

/** An actor in a class of a classification. */
export interface ClassEntry {
  readonly classification: string
  /** The code or id of the class. */
  readonly class: string
  /** The class in words. */
  readonly label: string
  readonly actor: string
  /** EDTF: the first day. Without: its source does not say since when. */
  readonly from?: string
  /** EDTF: the last day. Without: it still holds. */
  readonly through?: string
  readonly source: Source
}
