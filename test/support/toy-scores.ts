/**
 * Lines that rate invented states by `toy:score`, from a year on: a number is a score, `null` a year of which the rater
 * says that it did not rate the state, and nothing is said of what is left out.
 */
export const toyScores = (
  from: number,
  scores: Readonly<Record<string, readonly (number | null | undefined)[]>>,
  sources: readonly object[],
): readonly object[] =>
  Object.entries(scores).flatMap(([state, values]) =>
    values.flatMap((value, k) => {
      if (value === undefined) return []
      const data = { actor: `toy${state}`, rater: 'toy', indicator: 'score', year: from + k }
      return [
        {
          stream: `practice-toy-score-toy${state}`,
          type: value === null ? 'PracticeScoreMissing' : 'PracticeScoreRecorded',
          occurred: String(from + k),
          sources,
          data: value === null ? { ...data, reason: 'not-rated' } : { ...data, value },
        },
      ]
    }),
  )
