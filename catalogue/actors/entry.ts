/**
 * The shape of one international actor in the catalogue, with the codes and names under which other sources know it.
 * The numbers and abbreviations are those of the Correlates of War state system (v2016), of the Gleditsch & Ward
 * (1999) list of independent states, and of ISO 3166-1 and 3166-3.
 */

/** A code or a name that meant this actor on the days [from, to); `to` is the first day on which it no longer did. Without bounds: always. */
export interface DatedCode {
  readonly code: string
  readonly from?: string
  readonly to?: string
}

export interface ActorEntry {
  /**
   * Ours. The lower-case ISO 3166-1 alpha-3 code where there is one. Former states: ddr, csk, yug, rvn, yar, pdry.
   * Other actors of the state lists: `cow` or `gw` and their number there. All else: a short word or acronym.
   */
  readonly id: string
  readonly kind: 'state' | 'organisation' | 'territory' | 'entity'
  /** Short English name in use today. It is a spelling for every day, unless `names` repeats it with bounds: then those hold. */
  readonly name: string
  /** Correlates of War number. */
  readonly cow?: string | readonly DatedCode[]
  /** Correlates of War three-letter abbreviation. */
  readonly cowAbb?: string | readonly DatedCode[]
  /** Gleditsch-Ward number. */
  readonly gw?: string | readonly DatedCode[]
  /** ISO 3166-1 alpha-3, and the withdrawn alpha-3 codes of ISO 3166-3. */
  readonly iso3?: string | readonly DatedCode[]
  /** Region and number in Amnesty International's document index, as in `AMR 51`. */
  readonly amnesty?: string | readonly DatedCode[]
  /** Every other spelling; dated only where the name belongs to another actor at other times. */
  readonly names: readonly (string | DatedCode)[]
}
