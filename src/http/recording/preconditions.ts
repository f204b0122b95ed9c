import type { Request } from 'express'
import { badInput } from '../../common/error.ts'
import type { Expected } from '../../log/port.ts'
import { Refusal } from '../problems/refusal.ts'

/**
 * Where a request says that its stream stands: `If-Match: "<revision>"`, or `If-None-Match: *` for none yet. Undefined
 * where it says nothing; 428 where it must.
 */
export const expectedBy = (request: Request, isRequired: boolean): Expected | undefined => {
  const [match, none] = [request.get('If-Match'), request.get('If-None-Match')]
  if (match === undefined && none === undefined) {
    if (!isRequired) return undefined
    throw new Refusal(428, 'precondition-wanted', 'the request does not say where its stream stands.', {
      where: 'If-Match',
      hint: 'Send If-Match: "<revision>" with the last revision that you have seen, or If-None-Match: * for none.',
    })
  }
  if (match !== undefined && none !== undefined)
    throw badInput('bad-input', 'is given together with If-None-Match. Expected one of the two.', { where: 'If-Match' })
  if (none !== undefined) {
    if (none.trim() === '*') return 'no-stream'
    throw badInput('bad-input', `"${none}" came. Expected *: no such stream yet.`, { where: 'If-None-Match' })
  }
  const [, revision] = /^"(\d{1,15})"$/.exec(match?.trim() ?? '') ?? []
  if (revision !== undefined) return Number(revision)
  throw badInput('bad-input', `${match} came. Expected a revision in quotes, such as "41".`, { where: 'If-Match' })
}

/** The revision that an amendment expects: the stream of what it amends is there. */
export const revisionBy = (request: Request, isRequired: boolean): number | undefined => {
  const expected = expectedBy(request, isRequired)
  if (expected !== 'no-stream') return expected
  throw badInput('bad-input', 'what is amended stands in a stream. Expected If-Match: "<revision>", or neither.', {
    where: 'If-None-Match',
  })
}
