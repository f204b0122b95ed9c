import { NormtrailError, type ErrorDetails, type Fault } from '../../common/error.ts'

/** How many faults an error names; of more it gives the number. */
const named = 20

/** What is wrong with lines, gathered, so that all of it is told at once. */
export class LineFaults {
  readonly #faults: NormtrailError[] = []

  get first(): NormtrailError | undefined {
    return this.#faults[0]
  }

  get any(): boolean {
    return this.#faults.length > 0
  }

  readonly add = (fault: NormtrailError): void => {
    this.#faults.push(fault)
  }

  /** Does what may be refused; undefined where it was. */
  try<T>(work: () => T): T | undefined {
    try {
      return work()
    } catch (thrown) {
      if (!(thrown instanceof NormtrailError)) throw thrown
      this.add(thrown)
      return undefined
    }
  }

  /** Whether a fault of that line speaks of the field already. */
  isTold(where: string, path: string): boolean {
    return this.#faults.some((fault) => fault.where === where && fault.message.startsWith(`${path}:`))
  }

  /** Throws one error for all of them: with class, code and place of the first, and the others below it. */
  throwAny(): void {
    const [first, ...others] = this.#faults
    if (first === undefined) return
    const faults = this.#faults.map(({ where = '', message }): Fault => ({ where, message }))
    if (others.length === 0) throw again(first, first.message, { faults, ...hinted(first) })
    const told = others.slice(0, named - 1)
    const lines = new Set(this.#faults.map(({ where }) => where)).size
    const total =
      `${this.#faults.length} faults in ${lines} ${lines === 1 ? 'line' : 'lines'}` +
      `${told.length < others.length ? `, of which the first ${named} are named` : ''}. Nothing was appended.`
    const withHint = ({ message, hint }: NormtrailError): string =>
      hint === undefined ? message : `${message} ${hint}`
    throw new NormtrailError(
      first.class,
      first.code,
      [withHint(first), ...told.map((fault) => `${fault.code}: ${fault.where ?? ''}: ${withHint(fault)}`), total].join(
        '\n  ',
      ),
      { faults, ...(first.where !== undefined && { where: first.where }), cause: first },
    )
  }
}

const hinted = ({ hint }: NormtrailError) => (hint === undefined ? {} : { hint })

const again = (thrown: NormtrailError, message: string, more: ErrorDetails): NormtrailError =>
  new NormtrailError(thrown.class, thrown.code, message, {
    ...more,
    ...(thrown.where !== undefined && { where: thrown.where }),
    cause: thrown,
  })
