import { forgetAnswers } from '../ask/patient-fetch.ts'
import { Problem, problemOf } from '../ask/problem.ts'
import { tokenHeaders } from '../ask/token.ts'
import { baseUrl } from '../ask/v1.ts'

/** A fault of what was sent: where it is, and what is wrong there. */
export interface Fault {
  readonly pointer?: string
  readonly line?: number
  readonly detail?: string
}

/** Why something was not recorded: the problem, and each fault at its field. */
export class NotRecorded extends Problem {
  readonly faults: readonly Fault[]
  constructor(problem: Problem, faults: readonly Fault[]) {
    super(problem.message, {
      isFinal: problem.isFinal,
      ...(problem.hint !== undefined && { hint: problem.hint }),
      ...(problem.status !== undefined && { status: problem.status }),
    })
    this.faults = faults
  }
}

export interface Recorded {
  readonly appended: number
  readonly known: number
  readonly ordinal: number
}

/**
 * Sends something to be recorded. The key makes it one request however often it is sent: after a lost connection it is
 * safe to press the button again. Throws `NotRecorded`.
 */
export const record = async (path: string, body: string, type: string, key: string): Promise<Recorded> => {
  const response = await fetch(`${baseUrl}/v1/${path}`, {
    method: 'POST',
    headers: { ...tokenHeaders(), 'content-type': type, accept: 'application/json', 'idempotency-key': key },
    body,
  }).catch((cause: unknown) => {
    throw new Problem('The server cannot be reached; what you wrote is still here.', { cause })
  })
  const told = (await response.json().catch(() => undefined)) as Recorded & { readonly errors?: readonly Fault[] }
  if (!response.ok) throw new NotRecorded(problemOf(response, told), told?.errors ?? [])
  forgetAnswers()
  return told
}
