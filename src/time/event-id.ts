/** The UUID of an event, in lower case. Timelines carry them, so the word lives here. */
export type EventId = string & { readonly eventId: unique symbol }
