import type { Rule } from '../end-note.ts'
import { corrections } from './corrections.ts'
import { earlierActs } from './earlier-acts.ts'
import { formalities } from './formalities.ts'
import { listedWithdrawals } from './listed-withdrawals.ts'
import { predecessors } from './predecessors.ts'
import { successions } from './successions.ts'
import { withdrawals } from './withdrawals.ts'

/** Every rule that reads notes of the depositary. */
export const rules: readonly Rule[] = [
  withdrawals,
  listedWithdrawals,
  predecessors,
  formalities,
  earlierActs,
  successions,
  corrections,
]
