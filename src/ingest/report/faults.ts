import { badInput, type NormtrailError } from '../../common/error.ts'

/** How many faults of a file an error names; of more it gives the number. */
const named = 20

/** What is wrong with a row. */
interface Fault {
  readonly code: string
  readonly row: number
  readonly words: string
  readonly hint: string | undefined
}

/**
 * The rows that stop an import: a file is read to its end, so that all of them are told at once. The same words are
 * told once, with the number of rows.
 */
export class Faults {
  readonly #file: string
  readonly #faults = new Map<string, { readonly first: Fault; rows: number; last: number }>()

  constructor(file: string) {
    this.#file = file
  }

  add(fault: Fault): void {
    const known = this.#faults.get(fault.words)
    if (known === undefined) this.#faults.set(fault.words, { first: fault, rows: 1, last: fault.row })
    else if (known.last !== fault.row) {
      known.rows += 1
      known.last = fault.row
    }
  }

  /** The one error of them all, or undefined. It has the code, the row and the hint of the first. */
  error(): NormtrailError | undefined {
    const all = [...this.#faults.values()]
    const [first, ...others] = all
    if (first === undefined) return undefined
    const { code, row, words, hint } = first.first
    const lines = others
      .slice(0, named - 1)
      .map((other) => `row ${other.first.row}: ${other.first.words}${alike(other.rows)}`)
    const left = others.length - lines.length
    return badInput(
      code,
      [`${words}${alike(first.rows)}`, ...lines, ...(left > 0 ? [`and ${left} more like these.`] : [])].join('\n  '),
      { where: `${this.#file}, row ${row}`, ...(hint !== undefined && { hint }) },
    )
  }
}

const alike = (rows: number): string => {
  if (rows === 1) return ''
  return rows === 2 ? ' One more row is like it.' : ` ${rows - 1} more rows are like it.`
}
