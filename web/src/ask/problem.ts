/** Why no answer came, in words that can be shown. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly hint: string | undefined
  /** Whether asking again would change nothing. */
  readonly isFinal: boolean
  readonly status: number | undefined

  constructor(message: string, more: { hint?: string; isFinal?: boolean; status?: number; cause?: unknown } = {}) {
    super(message, { cause: more.cause })
    this.hint = more.hint
    this.isFinal = more.isFinal ?? false
    this.status = more.status
  }
}

/** The problem that a response tells in its body, as RFC 9457 has it. */
export const problemOf = (response: Response, told: unknown): Problem => {
  const { detail, hint } = (told ?? {}) as { readonly detail?: string; readonly hint?: string }
  return new Problem(detail ?? `The server says ${response.status}.`, {
    ...(hint !== undefined && { hint }),
    isFinal: response.status < 500 && response.status !== 429,
    status: response.status,
  })
}
