/** A text with a stop at its end, where it has none. */
export const stopped = (text: string): string => `${text}${/[.!?…]$/.test(text) ? '' : '.'}`

/** Words as a sentence: with a capital, and a stop. */
export const asSentence = (text: string): string => stopped(`${text.charAt(0).toUpperCase()}${text.slice(1)}`)
