import { z } from 'zod'
import { messageOf, NormtrailError } from '../common/error.ts'
import { scopes } from './scope.ts'
import type { Token } from './token.ts'

const day = z.iso.date()

const file = z.strictObject({
  version: z.literal(1),
  tokens: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      scopes: z.array(z.enum(scopes)).min(1),
      digest: z.string().regex(/^[0-9a-f]{64}$/),
      created: z.iso.datetime(),
      expires: day.exactOptional(),
      lastUsed: day.exactOptional(),
    }),
  ),
})

/** What `access.json` holds. One that cannot be read lets nobody in, rather than everybody. */
export const readTokens = (text: string, path: string): readonly Token[] => {
  try {
    return file.parse(JSON.parse(text)).tokens
  } catch (thrown) {
    throw new NormtrailError('unavailable', 'access-damaged', `${path} is not as normtrail writes it.`, {
      hint: 'Restore it from a copy; or move it away, and make the tokens anew.',
      cause: messageOf(thrown),
    })
  }
}

export const tokensText = (tokens: readonly Token[]): string => `${JSON.stringify({ version: 1, tokens }, null, 2)}\n`
