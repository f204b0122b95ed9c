/**
 * The shape of one international actor in the catalogue, with the codes and names under which other sources know it.
 * The numbers and abbreviations are those of the Correlates of War state system (v2016), of the Gleditsch & Ward
 * (1999) list of independent states, of ISO 3166-1 and 3166-3, of Polity5 and of V-Dem.
 */

/**
 * A code or a name that meant this actor on the days [from, to); `to` is the first day on which it no longer did.
 * Without bounds: always.
 */
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
  /**
   * Short English name in use today. It is a spelling for every day, unless `names` repeats it with bounds: then those
   * hold.
   */
  readonly name: string
  /**
   * The days on which there was such a state of its own, where another one was there before it or came after. They
   * bound all of its codes and names that have no bounds of their own (but for Amnesty's codes). Without: always, since
   * colonies go by the codes of the states that they became.
   */
  readonly days?: { readonly from?: string; readonly to?: string }
  /** Correlates of War number. */
  readonly cow?: string | readonly DatedCode[]
  /** Correlates of War three-letter abbreviation. */
  readonly cowAbb?: string | readonly DatedCode[]
  /** Gleditsch-Ward number. */
  readonly gw?: string | readonly DatedCode[]
  /** ISO 3166-1 alpha-3, and the withdrawn alpha-3 codes of ISO 3166-3. */
  readonly iso3?: string | readonly DatedCode[]
  /** ISO 3166-1 alpha-2, the withdrawn alpha-2 codes of ISO 3166-3, and XK, which is assigned by users. */
  readonly iso2?: string | readonly DatedCode[]
  /** ISO 3166-1 numeric, which is that of the UN Statistics Division (M49): three digits. */
  readonly isoNum?: string | readonly DatedCode[]
  /** Polity5 country code: mostly, and not always, that of the Correlates of War. */
  readonly polity?: string | readonly DatedCode[]
  /** V-Dem country id. */
  readonly vdem?: string | readonly DatedCode[]
  /** Region and number in Amnesty International's document index, as in `AMR 51`. */
  readonly amnesty?: string | readonly DatedCode[]
  /** Every other spelling; dated only where the name belongs to another actor at other times. */
  readonly names: readonly (string | DatedCode)[]
}
