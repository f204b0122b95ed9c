/** A tag for an answer that comes in a coding: strong, since the same tag means the same bytes. */
export const tagIn = (tag: string, coding: Coding): string => (coding === 'gzip' ? tag.replace(/"$/, '-gz"') : tag)

/** How the bytes of a body are packed on their way. */
export type Coding = 'gzip' | 'identity'

/** The tags of a list, `W/` and all. What is none is left out. */
const tagsIn = (text: string): readonly string[] => text.match(/(?:W\/)?"[^"]*"/g) ?? []

const opaque = (tag: string): string => tag.replace(/^W\//, '')

/**
 * Whether `If-None-Match` names a tag: the weak comparison of RFC 9110, 8.8.3.2. What else a client says of its cache
 * (`Cache-Control: no-cache`, which some send with it) does not make an answer another one. `*` names every answer.
 */
export const isNamedBy = (ifNoneMatch: string | undefined, tag: string): boolean =>
  ifNoneMatch !== undefined &&
  (ifNoneMatch.trim() === '*' || tagsIn(ifNoneMatch).some((one) => opaque(one) === opaque(tag)))
