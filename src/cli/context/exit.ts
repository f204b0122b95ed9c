import { CommanderError } from 'commander'
import { messageOf, NormtrailError } from '../../common/error.ts'
import { errorAsTyped } from './field-labels.ts'
import { pathIn, systemWords } from '../../common/system-words.ts'
import { printableLines, printableMessage } from '../../text/printable.ts'

/** What a shell can tell apart. Printed by `--help`. */
export const exitCodes = `Exit codes:
  0   done
  1   a check failed: the log or the read model is not what it should be
  2   bad input: a flag, a name, a date or a row that cannot be read
  3   conflict: someone else wrote first; read again, then retry
  4   unavailable: a file or a server cannot be reached
  70  a fault in normtrail itself; NORMTRAIL_DEBUG=1 shows where`

export interface Exit {
  readonly code: number
  /** What goes to stderr; nothing where it has been said already. */
  readonly report: string | undefined
}

/** What a thrown value means to a shell. */
export const exitOf = (cause: unknown, debug: boolean): Exit => {
  const thrown = errorAsTyped(cause)
  if (thrown instanceof NormtrailError)
    return { code: thrown.exitCode, report: withStack(printableMessage(thrown.report), thrown, debug) }
  if (thrown instanceof CommanderError) {
    const { code, report } = usageExit(thrown)
    return { code, report: report === undefined ? undefined : printableMessage(report) }
  }
  const words = systemWords(thrown)
  if (words !== undefined) return exitOf(systemFailure(thrown, words), debug)
  const hint = '  This is a fault in normtrail. Set NORMTRAIL_DEBUG=1 to see where it happened.'
  return { code: 70, report: `internal: ${printableMessage(messageOf(thrown))}\n${debug ? stackOf(thrown) : hint}` }
}

const withStack = (report: string, thrown: NormtrailError, debug: boolean): string =>
  debug ? `${report}\n${printableLines(stackOf(thrown))}` : report

/** What the system refuses is no fault of ours, wherever it comes up. */
const systemFailure = (cause: unknown, words: string): NormtrailError =>
  new NormtrailError('unavailable', 'system-failure', `${pathIn(cause) ?? 'a file'} cannot be used: ${words}.`, {
    hint: messageOf(cause),
    cause,
  })

const asked = new Set(['commander.helpDisplayed', 'commander.version'])

const usageExit = ({ code, message }: CommanderError): Exit => {
  if (asked.has(code)) return { code: 0, report: undefined }
  if (code === 'commander.help') return { code: 2, report: undefined }
  const [what = '', near] = message.replace(/^error: /, '').split('\n')
  const hint = near === undefined ? 'See `normtrail --help`.' : near.replace(/^\(|\)$/g, '')
  return { code: 2, report: `bad-usage: ${what.endsWith('.') ? what : `${what}.`}\n  ${hint}` }
}

const stackOf = (thrown: unknown): string => {
  if (!(thrown instanceof Error)) return ''
  return [thrown.stack ?? '', ...(thrown.cause === undefined ? [] : [`caused by ${stackOf(thrown.cause)}`])].join('\n')
}
