import { types, type CustomTypesConfig } from 'pg'
import { withNul } from './nul.ts'

const oid = { bigint: 20, text: 25, varchar: 1043, numeric: 1700 } as const

/** Counts and ordinals are numbers in this house: exact, or an error. */
const exactNumber = (text: string): number => {
  const value = Number(text)
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    throw new RangeError(`${text} is no whole number that JavaScript holds exactly`)
  return value
}

/**
 * How values come back: as they do from SQLite. Everything else (double precision, integer, boolean) as `pg` reads it.
 */
export const valueTypes: CustomTypesConfig = {
  getTypeParser: (type, format) => {
    if (format === 'binary') return types.getTypeParser(type, format)
    if (type === oid.bigint || type === oid.numeric) return exactNumber
    if (type === oid.text || type === oid.varchar) return withNul
    return types.getTypeParser(type, format)
  },
}
