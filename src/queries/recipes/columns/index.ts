import type { ColumnKind } from './column-kind.ts'
import { attributeColumn } from './attribute.ts'
import { countColumn } from './count.ts'
import { exposureColumn } from './exposure.ts'
import { membershipColumn } from './membership.ts'
import { scoreColumn } from './score.ts'
import { sinceColumn } from './since.ts'
import { statusColumn } from './status.ts'

/** What can be said of a state on a day. */
export const columnsOfStates: readonly ColumnKind[] = [
  statusColumn,
  membershipColumn,
  countColumn,
  scoreColumn,
  attributeColumn,
  exposureColumn,
  sinceColumn,
]
