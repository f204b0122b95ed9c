import { event, text } from './define.ts'
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
]
