import { z } from 'zod'
import { actor, edtf, event, normId, text, year } from './define.ts'

const norm = normId
  .optional()
  .describe('The norm that it is about. Absent: every norm that is carried by an article which is named')
const articles = z.array(text).optional().describe('Treaty and article: `cat 3`, or an article of the own treaty')
const published = edtf.optional().describe('When it was published (EDTF), where its source came out on another day')

/**
 * Reporting, review and complaints (`review-cat-fra`, `review-upr-fra`), and practice scores
 * (`practice-cirights-physint-fra`).
 */
export const complianceEvents = [
  event(
    'review',
    'ReportDue',
    'A report falls due',
    { actor, body: text, cycle: text.optional() },
    { scheduled: true },
  ),
  event('review', 'ReportSubmitted', 'The state handed its report in', {
    actor,
    body: text,
    cycle: text.optional(),
    symbol: text.optional(),
  }),
  event('review', 'ReportReviewed', 'The body considered the report', { actor, body: text, cycle: text.optional() }),
  event('review', 'ConcludingObservationsAdopted', 'The body said what it found', {
    actor,
    body: text,
    cycle: text.optional(),
    symbol: text.optional(),
    concerns: z.array(text).optional(),
    recommendations: z.array(text).optional(),
  }),
  event('review', 'ComplaintDecided', 'The body decided an individual complaint', {
    actor,
    body: text,
    complaint: text,
    violation: z.boolean(),
    articles,
    norm,
  }),
  event('review', 'JudgmentDelivered', 'An international court gave judgment on a state', {
    actor,
    court: text,
    application: text.describe('The number or name of the case'),
    violation: z.boolean().describe('Whether it found a violation'),
    articles,
    norm,
  }),
  event('review', 'UprRecommendationMade', 'A state recommended something to the state under review', {
    actor: actor.describe('The state under review'),
    from: actor.optional(),
    text: z.string(),
    session: z.int().min(1).optional(),
  }),
  event('review', 'UprRecommendationAnswered', 'What the state under review made of a recommendation', {
    actor,
    from: actor.optional(),
    decision: z.enum(['supported', 'considered', 'rejected', 'implemented', 'noted', 'unknown']),
    recommendation: text.describe('The fact key of the recommendation'),
  }),
  event('practice', 'PracticeScoreRecorded', "A rater's score for one state and year", {
    actor,
    rater: text,
    indicator: text,
    year,
    value: z.number(),
    sd: z.number().min(0).optional(),
    published,
  }),
  event('practice', 'PracticeScoreMissing', 'The rater gave no score, and why', {
    actor,
    rater: text,
    indicator: text,
    year,
    reason: text,
    published,
  }),
]
