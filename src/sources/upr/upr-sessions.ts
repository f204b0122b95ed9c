import type { OpenFile } from '../importer/draft.ts'

/** A session of the UPR working group that reviewed a state, and the year in which it met. */
export interface Session {
  readonly session: number
  readonly year: number
}

/** The session in which a state was reviewed, as of the year that the table of recommendations gives. */
export type SessionOf = (state: string, year: number) => Session | undefined

/** Three sessions a year from April 2008 on; two in 2012, because the second cycle began with the 13th, in May. */
const yearOfSession = (session: number): number => {
  if (session <= 12) return 2008 + Math.floor((session - 1) / 3)
  return session <= 14 ? 2012 : 2013 + Math.floor((session - 15) / 3)
}

/**
 * Reads `upr_sessions.csv` (`To`: state under review, `To_COW`, `Session`). The table of recommendations writes states
 * as one word (`unitedkingdom`) and counts a session at the end of a year to the next, in which its report was adopted.
 * So the session is the one of the same or the previous year; where none or several fit, it stays open.
 */
export const readSessions = async (file: OpenFile | undefined): Promise<SessionOf> => {
  const sessions = new Map<string, Session[]>()
  if (file !== undefined)
    for await (const { cells } of file.records()) {
      const session = Number(cells['Session'])
      if (!Number.isInteger(session) || session < 1) continue
      const state = asOneWord(cells['To'] ?? '')
      sessions.set(state, [...(sessions.get(state) ?? []), { session, year: yearOfSession(session) }])
    }
  return (state, year) => {
    const fitting = sessions.get(asOneWord(state))?.filter((each) => each.year === year || each.year === year - 1) ?? []
    return fitting.length === 1 ? fitting[0] : undefined
  }
}

const asOneWord = (state: string): string =>
  state
    .replaceAll('&', 'and')
    .replace(/^St /, 'Saint ')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')
