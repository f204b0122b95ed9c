import { z } from 'zod'

/** How many years of a membership are probation where nobody says. */
const usualProbation = 3

/** The same, as every question that tells entries takes it. */
export const probationInput = z.coerce
  .number()
  .int()
  .min(0)
  .max(50)
  .default(usualProbation)
  .describe('How many years from its entry on a member is on probation; the rest of its membership it is settled')
