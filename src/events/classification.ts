import { z } from 'zod'
import { actor, edtf, event, text } from './define.ts'

/** What sorts actors into classes: `m49-subregion`, `official-language`. It stands in the name of the stream. */
const classificationId = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .describe('A classification')

/** What lists and laws sort actors into. Stream: `classification-<classification>-<actor>`. */
export const classificationEvents = [
  event(
    'classification',
    'ActorClassified',
    'An actor stands in a class of a classification; in several at once, where each is said',
    {
      classification: classificationId,
      class: text.describe('The code or id of the class: 155, deu'),
      label: text.describe('The class in words'),
      actor,
      from: edtf.optional().describe('The first day. Absent: not said; taken as ever, and marked as an assumption'),
      through: edtf.optional().describe('The last day. Absent: it still does'),
    },
    { dated: false },
  ),
]
