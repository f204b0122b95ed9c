import { messageOf, NormtrailError } from '../../common/error.ts'
import { isWrongPath, systemWords } from '../../common/system-words.ts'

/**
 * Why an output could not be written. A path that is none is bad input; a disk that is full, or not to be written on,
 * is not.
 */
export const writeFailure = (thrown: unknown, what: string, where?: string): unknown => {
  if (thrown instanceof NormtrailError) return thrown
  const why = systemWords(thrown)
  if (why === undefined) return thrown
  const more = { ...(where !== undefined && { where }), cause: thrown }
  return isWrongPath(thrown)
    ? new NormtrailError('bad-input', 'cannot-write', `${what} cannot be written: ${why}.`, more)
    : new NormtrailError('unavailable', 'write-failed', `${what} cannot be written: ${why}.`, {
        ...more,
        hint: 'Mend the cause, or write elsewhere. A file that stood there before is as it was.',
      })
}

/** What is no failure of the system, but no fault of ours either, as it was. */
export const wordsOf = (thrown: unknown): string => systemWords(thrown) ?? messageOf(thrown)
