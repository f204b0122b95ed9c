export interface DependencyEntry {
  /** Who ruled. */
  readonly metropole: string
  /** Ids of the states that were ruled, with spaces between. */
  readonly over: string
  readonly type: string
  /** EDTF: the first day. */
  readonly from: string
  /** EDTF: the last day. */
  readonly through: string
  readonly law: string
  readonly at?: string
}
