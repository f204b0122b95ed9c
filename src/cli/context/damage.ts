import { NormtrailError } from '../../common/error.ts'
import { asRowDamage, damagedReadModel } from '../../readmodel/damaged.ts'
import { verifyReadModel } from '../../readmodel/verify.ts'
import { systemWords } from '../../common/system-words.ts'
import { isDamagedReadModel, type Workspace } from '../../workspace/workspace.ts'
import type { Terminal } from './terminal.ts'
import { isClosedPipe } from './output.ts'
import { withProgress } from './progress.ts'

/** What only a text that stands in the read model can be wrong with, where the user has not typed it. */
const ofData: ReadonlySet<string> = new Set(['bad-date', 'bad-instant', 'unknown-event-type', 'unknown-event-version'])

/**
 * Work that answers from a read model. What fails for no reason that anybody gave is either our fault or that of rows
 * that were changed since they were made: so the read model is held against the log, and where it differs, that is told
 * instead. `given` is what the user typed.
 */
export const orDamage = async <T>(
  terminal: Terminal,
  { readModel, log }: Pick<Workspace, 'readModel' | 'log'>,
  given: Readonly<Record<string, unknown>>,
  work: () => Promise<T>,
): Promise<T> => {
  try {
    return await work()
  } catch (thrown) {
    const failure = asRowDamage(thrown)
    if (!isUnexplained(failure, Object.values(given).map(String))) throw failure
    throw (await damageOf(terminal, { readModel, log })) ?? failure
  }
}

const isUnexplained = (thrown: unknown, given: readonly string[]): boolean => {
  if (thrown instanceof NormtrailError)
    return ofData.has(thrown.code) && !given.some((text) => text !== '' && thrown.message.includes(text))
  return thrown instanceof Error && systemWords(thrown) === undefined && !isClosedPipe(thrown)
}

const damageOf = async (
  terminal: Terminal,
  { readModel, log }: Pick<Workspace, 'readModel' | 'log'>,
): Promise<NormtrailError | undefined> => {
  try {
    const { differences } = await withProgress(terminal, (show) =>
      verifyReadModel(readModel, log, (events) => show('looking whether the read model is damaged: events', events)),
    )
    return differences[0] === undefined ? undefined : damagedReadModel('a rebuild would make other rows')
  } catch (thrown) {
    const failure = asRowDamage(thrown)
    return failure instanceof NormtrailError && isDamagedReadModel(failure) ? failure : undefined
  }
}
