import { z } from 'zod'
import { event, text, year } from './define.ts'
import { citedSource } from './source.ts'

/** Sources that many events cite: described once. Stream: `source-cow-igo-3.0`. */
export const sourceEvents = [
  event(
    'source',
    'SourceRegistered',
    'A source that events point into',
    { source: text, ...citedSource.omit({ locator: true }).shape },
    { dated: false },
  ),
  event(
    'source',
    'ReleaseFileRead',
    'What one file of a release holds, whether it was new or known already. Said by normtrail alone, as it imports the file',
    {
      digest: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .describe('SHA-256 over all that the file holds: the same for the same facts, whatever it says of them'),
      part: z.int().min(1).describe('A file that holds much is told by several events'),
      parts: z.int().min(1),
      holds: z
        .record(text, z.array(z.tuple([z.array(text), z.array(z.union([text, z.tuple([year, year])]))])))
        .describe('By stream: actors, and the facts that the file holds of each of them; [1981, 2011] is every year'),
    },
    { dated: false },
  ),
]
