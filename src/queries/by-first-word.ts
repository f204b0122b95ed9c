import type { Question } from './question/question.ts'

/**
 * Every question that normtrail answers, by the first word of its name, in the order in which help lists them. Each is
 * loaded when it is asked for: one need not load what answers the others.
 */
const byFirstWord: Readonly<Record<string, () => Promise<readonly Question[]>>> = {
  status: async () => [(await import('./status/status.ts')).status],
  timeline: async () => [(await import('./status/timeline.ts')).timeline],
  world: async () => [(await import('./status/world.ts')).worldQuestion],
  treaty: async () => [(await import('./treaties/treaty.ts')).treaty],
  reservations: async () => [(await import('./status/reservations.ts')).reservations],
  memberships: async () => [(await import('./memberships/memberships.ts')).memberships],
  members: async () => [(await import('./memberships/members.ts')).members],
  spells: async () => [
    (await import('./spells/spells-status.ts')).spellsStatus,
    (await import('./spells/spells-memberships.ts')).spellsMemberships,
    (await import('./spells/spells-scores.ts')).spellsScores,
  ],
  accession: async () => [(await import('./accession/accession.ts')).accession],
  dyad: async () => [(await import('./dyads/dyad.ts')).dyad],
  exposure: async () => [(await import('./exposure/exposure.ts')).exposure],
  pressure: async () => [(await import('./diffusion/pressure.ts')).pressure],
  boomerang: async () => [(await import('./advocacy/boomerang.ts')).boomerangQuestion],
  spiral: async () => [(await import('./advocacy/spiral.ts')).spiral],
  spread: async () => [(await import('./spread/spread.ts')).spread],
  audit: async () => [(await import('./audit/audit.ts')).audit],
  contestation: async () => [(await import('./contestation/contestation.ts')).contestation],
  explain: async () => [
    (await import('./status/explain-status.ts')).explainStatus,
    (await import('./exposure/explain-exposure.ts')).explainExposure,
    (await import('./exposure/exposure-change.ts')).explainExposureChange,
  ],
  'entry-into-force': async () => [(await import('./treaties/entry-into-force.ts')).entryIntoForceLedger],
  exits: async () => [(await import('./treaties/exits.ts')).exits],
  anomalies: async () => [(await import('./treaties/anomalies.ts')).anomalies],
  conflicts: async () => [(await import('./conflicts/conflicts.ts')).conflicts],
  coverage: async () => [(await import('./holdings/coverage.ts')).coverage],
  diff: async () => [(await import('./diff/diff.ts')).diff],
  panel: async () => [
    (await import('./panels/panel-status.ts')).panelStatus,
    (await import('./panels/panel-memberships.ts')).panelMemberships,
    (await import('./panels/panel-exposure.ts')).panelExposure,
    (await import('./panels/panel-scores.ts')).panelScores,
    (await import('./dyads/panel-dyads.ts')).panelDyads,
    (await import('./diffusion/panel-event-history.ts')).panelEventHistory,
  ],
  trends: async () => [(await import('./panels/trends.ts')).trends],
  convergence: async () => [(await import('./convergence/convergence.ts')).convergence],
  influence: async () => [(await import('./convergence/influence.ts')).influence],
  series: async () => [(await import('./panels/series-exposure.ts')).seriesExposure],
  proposals: async () => [
    (await import('./proposals/proposals.ts')).proposals,
    (await import('./proposals/proposals-agreement.ts')).proposalsAgreement,
    (await import('./proposals/proposals-disagreements.ts')).proposalsDisagreements,
  ],
  proposal: async () => [(await import('./proposals/proposal.ts')).proposal],
  states: async () => [(await import('./nouns/states.ts')).states],
  state: async () => [(await import('./nouns/state.ts')).state],
  organisations: async () => [(await import('./nouns/organisations.ts')).organisations],
  organisation: async () => [(await import('./nouns/organisation.ts')).organisation],
  treaties: async () => [(await import('./nouns/treaties.ts')).treaties],
  norms: async () => [(await import('./nouns/norms.ts')).norms],
  norm: async () => [(await import('./nouns/norm.ts')).norm],
  campaigns: async () => [(await import('./nouns/campaigns.ts')).campaigns],
  campaign: async () => [(await import('./nouns/campaign.ts')).campaign],
  raters: async () => [(await import('./nouns/raters.ts')).raters],
  rater: async () => [(await import('./nouns/rater.ts')).rater],
  events: async () => [(await import('./record/events.ts')).events],
  renamings: async () => [(await import('./holdings/renamings.ts')).renamings],
  names: async () => [(await import('./holdings/names.ts')).namesQuestion],
  sources: async () => [(await import('./holdings/sources.ts')).sourcesQuestion],
  source: async () => [(await import('./nouns/source.ts')).source],
  info: async () => [(await import('./holdings/info.ts')).info],
}

/** Every question, in the order in which help lists them. */
export const allQuestions = async (): Promise<readonly Question[]> =>
  (await Promise.all(Object.values(byFirstWord).map((load) => load()))).flat()

/** The questions whose names begin with a word; every question where none does. */
export const questionsFor = async (word: string | undefined): Promise<readonly Question[]> => {
  const load = word !== undefined && Object.hasOwn(byFirstWord, word) ? byFirstWord[word] : undefined
  return load === undefined ? allQuestions() : load()
}

/** The words that need not load all. */
export const firstWords: readonly string[] = Object.keys(byFirstWord)

/** Words that list all commands, or speak of all tables. */
const listing: ReadonlySet<string | undefined> = new Set([undefined, 'help', 'codebook'])

/** What is exported as networks, where the word exports or lists; else none, which takes no time. */
export const networksFor = async (word: string | undefined): Promise<readonly Question[]> =>
  word === 'export' || listing.has(word) ? (await import('./graphs/index.ts')).networks : []
