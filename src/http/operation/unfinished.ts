import type { Response } from 'express'
import type { UnfinishedLoad, Workspace } from '../../workspace/workspace.ts'

/** Says in a header that an answer may be half of one, whatever becomes of it: a table has no room for a warning. */
export const warnedOf = async (
  { unfinished }: Pick<Workspace, 'unfinished'>,
  response: Response,
): Promise<UnfinishedLoad | undefined> => {
  const found = await unfinished()
  // Only the code: words may hold the name of whoever began it, and a header takes no letters beyond Latin-1.
  if (found !== undefined) response.set('Normtrail-Warning', 'unfinished-load')
  return found
}
