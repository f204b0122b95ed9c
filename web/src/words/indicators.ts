const raters: Readonly<Record<string, string>> = {
  ciri: 'CIRI',
  cirights: 'CIRIGHTS',
  'freedom-house': 'Freedom House',
  hathaway: 'Hathaway',
  lhrs: 'Latent human rights scores',
  polity: 'Polity',
  pts: 'Political Terror Scale',
  uds: 'Unified Democracy Scores',
  vdem: 'V-Dem',
}
/** What a rater is called. */
export const raterWords = (rater: string): string => raters[rater] ?? rater

const indicators: Readonly<Record<string, string>> = {
  'ciri:disap': 'Disappearances',
  'ciri:kill': 'Killings',
  'ciri:physint': 'Physical integrity',
  'ciri:polpris': 'Political imprisonment',
  'ciri:tort': 'Torture',
  'cirights:assn': 'Freedom of association',
  'cirights:disap': 'Disappearances',
  'cirights:human-rights-score': 'Human rights, in all',
  'cirights:injud': 'Independence of judges',
  'cirights:kill': 'Killings',
  'cirights:physint': 'Physical integrity',
  'cirights:polpris': 'Political imprisonment',
  'cirights:rel-free': 'Freedom of religion',
  'cirights:speech': 'Freedom of speech',
  'cirights:tort': 'Torture',
  'freedom-house:cl': 'Civil liberties',
  'freedom-house:pr': 'Political rights',
  'freedom-house:total': 'Freedom, in all',
  'hathaway:torture': 'Torture',
  'lhrs:theta': 'Physical integrity, estimated',
  'polity:polity': 'Democracy',
  'polity:polity2': 'Democracy',
  'pts:amnesty': 'Terror, from Amnesty International',
  'pts:hrw': 'Terror, from Human Rights Watch',
  'pts:state': 'Terror, from the US State Department',
  'uds:xm-qudsest': 'Democracy, estimated',
  'vdem:v2cltort': 'Freedom from torture',
  'vdem:v2csprtcpt': 'Participation in civil society',
  'vdem:v2juhcind': 'Independence of the high court',
  'vdem:v2x-clphy': 'Freedom from violence',
  'vdem:v2x-gencl': 'Civil liberties of women',
  'vdem:v2x-gender': 'Power of women',
  'vdem:v2x-polyarchy': 'Electoral democracy',
}
/** What an indicator says, `rater:indicator`; one that has no words here is told by its own. */
export const indicatorWords = (score: string): string =>
  indicators[score] ?? score.slice(score.indexOf(':') + 1).replaceAll('-', ' ')

/** Of each rater the indicator that says most about rights, in the order in which they are shown. */
const telling = [
  'cirights:physint',
  'pts:state',
  'pts:amnesty',
  'lhrs:theta',
  'ciri:physint',
  'vdem:v2x-clphy',
  'hathaway:torture',
  'freedom-house:cl',
  'polity:polity2',
  'uds:xm-qudsest',
]

/**
 * The indicators to ask for, the most telling first, the chosen one before all: of a rater of whom none is among the
 * telling, the first. A rater may have several, of which the first that has values is shown.
 */
export const firstIndicators = (known: readonly string[], chosen: string | undefined): readonly string[] => {
  const told = [...(chosen === undefined ? [] : [chosen]), ...telling].filter((one) => known.includes(one))
  const raterOf = (score: string): string => score.slice(0, score.indexOf(':'))
  const others = known.filter(
    (score) =>
      !told.some((one) => raterOf(one) === raterOf(score)) &&
      known.find((one) => raterOf(one) === raterOf(score)) === score,
  )
  return [...new Set([...told, ...others])]
}

/** Why a rater gives no value, by its own reason. */
const reasons: Readonly<Record<string, string>> = {
  'not-rated': 'not rated',
  interregnum: 'between two governments',
  interruption: 'under foreign rule',
  transition: 'in transition',
}
export const reasonWords = (reason: string): string => reasons[reason] ?? reason.replaceAll('-', ' ')

/** `higher is better` */
export const directionWords = (direction: string | null): string =>
  direction === null ? 'no source says whether higher is better' : direction.replaceAll('-', ' ')
