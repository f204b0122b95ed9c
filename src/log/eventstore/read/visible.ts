import type { StoredFact } from '../records/record.ts'
import type { Ledger } from './ledger.ts'

/** Whether the ledger has this very fact at its place: staged events that no seal names have none. */
export const isVisible = (ledger: Ledger, fact: StoredFact): boolean => {
  const known = ledger.commit(fact.commit.id)
  return known !== undefined && ledger.ordinalOf(fact.id) === known.first + fact.commit.index
}
