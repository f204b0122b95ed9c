/** Why no answer came, in words that can be shown. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly hint: string | undefined
  /** Whether asking again would change nothing. */
  readonly isFinal: boolean
  readonly status: number | undefined
  /** Its stable code, as the server says it: `unknown-actor`. */
  readonly code: string | undefined

  constructor(
    message: string,
    more: { hint?: string; isFinal?: boolean; status?: number; code?: string; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause })
    this.hint = more.hint
    this.isFinal = more.isFinal ?? false
    this.status = more.status
    this.code = more.code
  }
}

/** The problem that a response tells in its body, as RFC 9457 has it. */
export const problemOf = (response: Response, told: unknown): Problem => {
  const { detail, hint, code } = (told ?? {}) as {
    readonly detail?: string
    readonly hint?: string
    readonly code?: string
  }
  return new Problem(detail ?? `The server says ${response.status}.`, {
    ...(hint !== undefined && { hint }),
    ...(code !== undefined && { code }),
    isFinal: response.status < 500 && response.status !== 429,
    status: response.status,
  })
}
