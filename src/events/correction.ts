import { z } from 'zod'
import { confidence } from './envelope.ts'
import { edtf, event, text } from './define.ts'
import { source } from './source.ts'

const everywhere = [
  'state',
  'norm',
  'treaty',
  'igo',
  'campaign',
  'appeals',
  'review',
  'practice',
  'domestic',
  'classification',
  'source',
]

/** Nothing is ever changed: later events in the same stream say what was wrong. */
export const correctionEvents = [
  event(
    everywhere,
    'EventCorrected',
    'An earlier event of this stream, as it should have read',
    {
      target: z.uuid().describe('The event that was wrong'),
      reason: text,
      replacement: z
        .strictObject({
          type: text.optional(),
          occurred: edtf.optional(),
          effective: edtf.optional(),
          sources: z.array(source).min(1).optional(),
          confidence: confidence.optional(),
          data: z.record(z.string(), z.json()).optional().describe('The whole payload as it should have read'),
        })
        .describe('Only what differs'),
    },
    { dated: false },
  ),
  event(
    everywhere,
    'EventRetracted',
    'An earlier event of this stream should not have been recorded',
    {
      target: z.uuid(),
      reason: text,
    },
    { dated: false },
  ),
]
