/** The treaties that normtrail knows from the start, with their final clauses. */
import { arms } from './arms.ts'
import type { TreatyEntry } from './entry.ts'
import { environment } from './environment.ts'
import { humanRights } from './human-rights.ts'
import { other } from './other.ts'
import { regional } from './regional.ts'

export type { TreatyEntry } from './entry.ts'

export const treaties: readonly TreatyEntry[] = [...other, ...humanRights, ...regional, ...arms, ...environment]
