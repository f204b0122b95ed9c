const separators = /[\u2028\u2029]/g

/**
 * JSON text that no reader takes for several lines: some break lines at U+2028 and U+2029, which JSON allows within
 * text as they are. They stand nowhere else in it, so writing them as escapes changes nothing of what it says.
 */
export const onOneLine = (json: string): string =>
  json.replace(separators, (separator) => (separator === '\u2028' ? '\\u2028' : '\\u2029'))
