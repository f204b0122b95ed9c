/** The treaties that normtrail knows from the start, with their final clauses. */
import { arms } from './arms.ts'
import { crime } from './crime.ts'
import type { TreatyEntry } from './entry.ts'
import { environment } from './environment.ts'
import { furtherEnvironment } from './further-environment.ts'
import { furtherRights } from './further-rights.ts'
import { humanRights } from './human-rights.ts'
import { other } from './other.ts'
import { regional } from './regional.ts'

export type { TreatyEntry } from './entry.ts'

export const treaties: readonly TreatyEntry[] = [
  ...other,
  ...humanRights,
  ...furtherRights,
  ...regional,
  ...arms,
  ...crime,
  ...environment,
  ...furtherEnvironment,
]
