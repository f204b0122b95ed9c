/** What of an organisation scores are asked for. */
export interface Scored {
  readonly igo: string
  readonly name: string
  /** The first and the last year in which it had members. */
  readonly years: readonly [number, number]
  readonly member: string | undefined
}
