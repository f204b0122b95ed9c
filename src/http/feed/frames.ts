/** What server-sent events are written as. None of the texts has a line break: JSON and places have none. */

export const eventFrame = (place: string, data: string): string => `id: ${place}\nevent: event\ndata: ${data}\n\n`

/** Says how far the log was looked through where nothing of it was meant, so that a client goes on from there. */
export const positionFrame = (place: string): string =>
  `id: ${place}\nevent: position\ndata: ${JSON.stringify({ position: place })}\n\n`

/** What a stream ends with, if it can still be said. */
export interface Ending {
  readonly event: 'reset' | 'lagged' | 'bye'
  readonly reason: string
  readonly says: string
  /** The place after the last event that was sent; of a reset there is none. */
  readonly position?: string
}

/** It has no id: a client that comes back says what it said before, and no place is skipped in silence. */
export const endingFrame = ({ event, ...data }: Ending): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

/** After how many milliseconds a client that was cut off comes back. */
export const retryFrame = 'retry: 3000\n\n'

/** A comment, so that nobody between takes the silence for the end. */
export const heartbeatFrame = ':\n\n'
