import { configure } from 'safe-stable-stringify'

/**
 * What a payload may hold. A bigint, a Date or undefined is not among it: each would change on its way through a store.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

const stringify = configure({ deterministic: true, strict: true })

/**
 * The one text of a JSON value: keys sorted, no white space. What is hashed and what is stored. Throws on what JSON
 * cannot hold.
 */
export const canonicalJson = (value: Json | object): string => {
  const text = stringify(value)
  if (text === undefined) throw new TypeError('A value without JSON text was to be written.')
  return text
}

/** Whether a value is an object with fields: neither a list nor null. */
export const isObject = <T>(value: T): value is T & JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
