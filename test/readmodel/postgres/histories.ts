import type { EventLog } from '../../../src/log/port.ts'
import { record } from '../../support/a-read-model.ts'
import { corrected, said, type Said } from '../../support/recorded.ts'
import { theTreaty } from '../../support/treaty-clauses.ts'

export const signed = (actor: string, occurred = '1988-04-18'): Said =>
  said('treaty-cat', 'TreatySigned', occurred, { actor })
export const ratified = (actor: string, occurred = '1994-10-21'): Said =>
  said('treaty-cat', 'TreatyRatified', occurred, { actor })
export const joined = (igo: string, actor: string, occurred = '1945-10-24'): Said =>
  said(`igo-${igo}`, 'MembershipStarted', occurred, { actor, kind: 'full' })

/** A treaty, acts, memberships, and a correction in a later commit. */
export const recordSome = async (log: EventLog): Promise<void> => {
  const wrong = ratified('usa', '1994-10-12')
  await record(log, ...theTreaty('cat').said(), signed('usa'), signed('dnk', '1985-02-04'))
  await record(log, wrong, joined('un', 'usa'))
  await record(log, corrected(wrong, { occurred: '1994-10-21' }), joined('un', 'dnk'))
}

/** Commits of fifty events each, in a stream of their own; every fifth also corrects what the one before it said. */
export const recordMany = async (log: EventLog, commits: number): Promise<void> => {
  let before: Said[] = []
  for (let commit = 0; commit < commits; commit += 1) {
    const fresh = Array.from({ length: commit % 5 === 4 ? 40 : 50 }, (_, index) => joined(`toy${commit}`, `a${index}`))
    const corrections =
      commit % 5 === 4 ? before.slice(0, 10).map((one) => corrected(one, { occurred: '1946-01-01' })) : []
    await record(log, ...fresh, ...corrections)
    before = fresh
  }
}
