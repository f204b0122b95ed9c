import { messageOf, NormtrailError } from '../common/error.ts'

/** That the read model holds what no fold made. It is no loss: the log is somewhere else. */
export const damagedReadModel = (why: string, cause?: unknown): NormtrailError =>
  new NormtrailError('check-failed', 'read-model-damaged', `the read model is damaged: ${why}.`, {
    hint: 'The log is another file: `rebuild` makes the read model anew from it.',
    cause,
  })

/**
 * A failure while rows were read: what was written as JSON and is none any more was changed since. Anything else as it
 * was.
 */
export const asRowDamage = (thrown: unknown): unknown =>
  thrown instanceof SyntaxError ? damagedReadModel(`a row of it cannot be read (${messageOf(thrown)})`, thrown) : thrown
