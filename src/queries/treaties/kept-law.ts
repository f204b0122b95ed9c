import type { LegalHistory } from '../../../projections/compose/treaty/legal-status.ts'
import { recordedOfLaw } from '../question/changes.ts'
import { keeping } from '../question/kept.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { historyOf, lawOf, participantsOf, type TreatyLaw } from './treaty-law.ts'

/** A treaty, and the history of everybody who takes part in it: the same on whatever day they are asked about. */
export interface LawAndHistories {
  readonly law: TreatyLaw
  readonly histories: readonly { readonly actor: string; readonly history: LegalHistory }[]
}

const kept = keeping<LawAndHistories>(
  ({ law, histories }) => 200_000 + law.acts.length * 1_500 + histories.length * 3_000,
  () => recordedOfLaw,
)

/** Loads a treaty by its id once, for whoever goes through its days. Throws `unknown-treaty`. */
export const keptLaw = (world: Snapshot, treaty: string): Promise<LawAndHistories> =>
  kept(world, treaty, async () => {
    const law = await lawOf(world, treaty)
    return { law, histories: participantsOf(law).map((actor) => ({ actor, history: historyOf(law, actor) })) }
  })
