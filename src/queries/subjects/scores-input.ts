import { z } from 'zod'

/** `cirights:physint,tort,pts:state`: an indicator without a rater is of the rater before it. */
export const scoresInput = z
  .string()
  .transform((text, context) => {
    let rater: string | undefined
    const scores: string[] = []
    for (const word of text.split(',').map((each) => each.trim())) {
      const [before, after] = word.split(':')
      rater = after === undefined ? rater : before
      const indicator = after ?? before
      if (!rater || !indicator || word.split(':').length > 2) {
        context.addIssue({
          code: 'custom',
          message: `"${word}" is no rater:indicator. Expected such as cirights:physint,pts:state`,
        })
        return z.NEVER
      }
      scores.push(`${rater}:${indicator}`)
    }
    return [...new Set(scores)] as readonly string[]
  })
  .describe(
    'Indicators, as rater:indicator with commas between ' +
      '(cirights:physint,pts:state); without a rater, of the one before ' +
      '(cirights:physint,tort)',
  )
