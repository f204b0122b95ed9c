import { z } from 'zod'
import { claimedActors, coverageClass } from './coverage.ts'
import { actor, event, igoId, text, treatyId, year } from './define.ts'
import { citedSource, scale } from './source.ts'
import { systems } from './state-system.ts'

/** Sources that many events cite: described once. Stream: `source-cow-igo-3.0`. */
export const sourceEvents = [
  event(
    'source',
    'SourceRegistered',
    'A source that events point into',
    {
      source: text,
      ...citedSource.omit({ locator: true }).shape,
      scales: z
        .record(text, scale)
        .optional()
        .describe('What the values of its indicators mean, by rater and indicator: `cirights:physint`'),
    },
    { dated: false },
  ),
  event(
    'source',
    'ReleaseFileRead',
    'What one file of a release holds, whether it was new or known ' +
      'already. Said by normtrail alone, as it imports the file',
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
  event(
    'source',
    'CoverageClaimed',
    'What a source holds in full: who is covered and not in it did no such act',
    {
      treaties: z.array(treatyId).min(1).optional().describe('Treaties whose acts it holds'),
      organisations: z.array(igoId).min(1).optional().describe('Organisations whose memberships it holds'),
      raters: z.array(text).min(1).optional().describe('Raters whose scores it holds'),
      classifications: z.array(text).min(1).optional().describe('Classifications whose classes it holds'),
      relations: z.array(text).min(1).optional().describe('Relations whose ties it holds'),
      attributes: z.array(text).min(1).optional().describe('Attributes whose values it holds'),
      actors: z
        .union([z.enum(claimedActors), z.array(actor).min(1)])
        .describe('existing: those that exist on the last day; all: also those that ended before; or a list of ids'),
      classes: z
        .array(coverageClass)
        .min(1)
        .describe(
          'Classes of acts that it holds in full; `accession`: the applications to be admitted to an organisation, ' +
            'and how each ended',
        ),
      from: z.iso.date().optional().describe('The first day that it covers. Absent: from the beginning'),
      through: z.iso.date().describe('The last day that it covers'),
      system: z.enum(systems).optional().describe('Of each actor only the days on which it was in this state system'),
      static: z
        .boolean()
        .optional()
        .describe('Whether what it says of these days is taken to have held before and after: languages, distances'),
    },
    { dated: false },
  ),
]
