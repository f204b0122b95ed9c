import { NormtrailError, type ErrorDetails } from '../../common/error.ts'

/** What only the protocol can refuse, by the status that says so (RFC 9110, 6585). */
export type RefusalStatus =
  400 | 401 | 403 | 404 | 405 | 406 | 408 | 409 | 412 | 413 | 414 | 415 | 422 | 428 | 429 | 431 | 503

interface RefusalDetails extends ErrorDetails {
  /** What goes with it, such as `Allow` or `WWW-Authenticate`. */
  readonly headers?: Readonly<Record<string, string>>
}

/** An error of the house with a status of its own: for what is wrong with a request, and not with what it asks. */
export class Refusal extends NormtrailError {
  readonly status: RefusalStatus
  readonly headers: Readonly<Record<string, string>>

  constructor(status: RefusalStatus, code: string, message: string, { headers = {}, ...more }: RefusalDetails = {}) {
    super('bad-input', code, message, more)
    this.status = status
    this.headers = headers
  }

  override get httpStatus(): number {
    return this.status
  }
}
