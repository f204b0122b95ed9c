/** What the project itself says of the classes in which actors stand, each from a list or a law that it cites. */
import type { ClassEntry } from './entry.ts'
import { languages } from './languages/index.ts'
import { m49 } from './m49.ts'
import { greatPowers } from './powers.ts'

export type { ClassEntry } from './entry.ts'

export const classes: readonly ClassEntry[] = [...m49, ...languages, ...greatPowers]
