import { z } from 'zod'
import { edtf, event, text } from './define.ts'

/**
 * A load of many commits says where it begins and where it ends, so that one that was cut off is never taken for a
 * whole one. Stream: `load-backdated`. What it was made from stands in its beginning: only the same goes on with it.
 */
export const loadEvents = [
  event(
    'load',
    'LoadBegun',
    'The beginning of a backdated load: until its end is recorded, the log holds a part of it',
    {
      recordedAt: text.describe('`source`: the times that the sources imply; else the one instant that was given'),
      bundled: z.boolean().describe('Whether the bundled case is in it'),
      releases: z.array(text).describe('The releases of its tables, in the order in which they are read'),
      today: edtf.describe('The day on which it began: what nothing dates was known then'),
    },
    { dated: false },
  ),
  event(
    'load',
    'LoadCompleted',
    'The end of a backdated load: all of it is in the log',
    { load: z.uuid().describe('The event that began it') },
    { dated: false },
  ),
]
