import { badInput, type NormtrailError } from '../../common/error.ts'
import type { EventLog } from '../../log/port.ts'
import { loadOf } from '../../log/unfinished-load.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** How far the log may be ahead of this machine: clocks of several writers differ a little. */
const toleratedAhead = 5 * minute

/** After so long a silence a clock that runs ahead is as likely as a log that nobody wrote to. */
const longestSilence = 180 * day

/**
 * Holds this machine's clock against the log's. What is recorded is recorded after all that came before, so a commit of
 * a clock that runs ahead puts every later one ahead as well, for ever. No machine can tell by itself that its clock is
 * wrong; but where the two are far apart, one of them is, or long nothing was recorded: a person should say which.
 * Throws `clock-behind-log`, `clock-ahead-of-log`. `goOn` is what to do where the clock is right.
 */
export const checkClock = async (
  log: Pick<EventLog, 'head' | 'readStream'>,
  now: Date,
  goOn: string,
): Promise<void> => {
  const { recordedAt, ordinal } = await log.head()
  if (recordedAt === undefined || ordinal === 0) return
  const begun = (await loadOf(log))?.begun
  const fault = clockFault(Date.parse(recordedAt), Date.parse(begun?.appendedAt ?? recordedAt), now.getTime(), goOn)
  if (fault !== undefined) throw fault
}

/**
 * What is wrong between the log and a clock: `recorded` is its last commit, `written` when it was last written to as
 * far as it says.
 */
const clockFault = (recorded: number, written: number, now: number, goOn: string): NormtrailError | undefined => {
  const last = Math.max(recorded, written)
  const [head, clock] = [new Date(last).toISOString(), new Date(now).toISOString()]
  if (last > now + toleratedAhead)
    return badInput(
      'clock-behind-log',
      `this machine's clock says ${clock}, and the log's last commit ` +
        `was recorded at ${head}, ${apart(last - now)} later.`,
      {
        hint:
          'Set the clock right. If it is right, the log was written by one that ' +
          `ran ahead, and what comes is recorded after that: ${goOn}.`,
      },
    )
  if (now > last + longestSilence)
    return badInput(
      'clock-ahead-of-log',
      `this machine's clock says ${clock}, ${apart(now - last)} after the log's last commit, at ${head}. ` +
        'What a clock that runs ahead records puts all that comes later ahead as well, for ever.',
      { hint: `Set the clock right. If it is right, and nothing was recorded for so long: ${goOn}.` },
    )
  return undefined
}

const apart = (milliseconds: number): string => {
  const [days, minutes] = [Math.round(milliseconds / day), Math.round(milliseconds / minute)]
  return days >= 2 ? `${days} days` : `${minutes} minutes`
}
