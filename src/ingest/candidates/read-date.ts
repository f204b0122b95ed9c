import { badInput, messageOf } from '../../common/error.ts'
import { parseDate } from '../../time/edtf.ts'
import type { DateRange } from '../../time/date-range.ts'

/** A date that somebody wrote; the error names the field and the line. */
export const readDate = (field: string, text: string, where: string | undefined): DateRange => {
  try {
    return parseDate(text)
  } catch (cause) {
    throw badInput('bad-date', `${field}: ${messageOf(cause)}`, { ...(where !== undefined && { where }), cause })
  }
}

export const isDate = (text: string): boolean => {
  try {
    parseDate(text)
    return true
  } catch {
    return false
  }
}
