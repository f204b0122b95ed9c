import { describe, expect, it } from 'vitest'
import { readMapping } from '../../src/sources/tables/read-mapping.ts'

const plain = { name: 'mine', reads: 'my table', release: { citation: 'Me. 2020', series: 'mine', version: '1' } }
const scores = {
  kind: 'scores',
  rater: 'me',
  actor: { scheme: 'iso3', column: 'iso' },
  year: 'year',
  direction: 'higher-is-better',
  indicators: [{ id: 'openness', column: 'open' }],
}
const events = {
  kind: 'events',
  type: 'TreatyRatified',
  stream: ['treaty', 'cat'],
  occurred: { column: 'date' },
  fact: 'consent/1',
  locator: '{state}',
  references: { actor: { scheme: 'iso3', column: 'state' } },
}
const spells = {
  kind: 'spells',
  system: 'cow',
  actor: { scheme: 'cow', column: 'c' },
  start: { column: 's' },
  end: { column: 'e' },
  lastDay: '2016-12-31',
}
const undirected = { ...scores, direction: undefined }

describe('a mapping that says what nobody knows', () => {
  it.each<[string, object, RegExp]>([
    [
      'a key at the top',
      { ...plain, unmached: 'skip', rows: scores },
      /"unmached" is no key here\. Closest: unmatched/,
    ],
    [
      'a key of the release',
      { ...plain, release: { ...plain.release, verison: '1' }, rows: scores },
      /release: "verison" is no key here\. Closest: version/,
    ],
    [
      'a key of the rows',
      { ...plain, rows: { ...scores, emptyrow: 'skip' } },
      /rows: "emptyrow" is no key here\. Closest: emptyRow/,
    ],
    [
      'a key of a reference',
      { ...plain, rows: { ...scores, actor: { ...scores.actor, otherwize: {} } } },
      /rows\.actor: "otherwize" is no key here\. Closest: otherwise/,
    ],
    [
      'a key of an indicator',
      { ...plain, rows: { ...scores, indicators: [{ id: 'v', column: 'v', intger: true }] } },
      /rows\.indicators\[0\]: "intger" is no key here\. Closest: integer/,
    ],
    [
      'a key of spells',
      { ...plain, rows: { ...spells, openend: [''] } },
      /rows: "openend" is no key here\. Closest: openEnd/,
    ],
    [
      'a key of a date',
      { ...plain, rows: { ...events, occurred: { column: 'date', fromat: 'D.M.YYYY' } } },
      /rows\.occurred: "fromat" is no key here\. Closest: format/,
    ],
    [
      'a kind of rows',
      { ...plain, rows: { ...scores, kind: 'score' } },
      /rows\.kind: "score" is none of these: scores, spells, events, wide, ties, attributes\. Closest: scores/,
    ],
    [
      'a value of a key',
      { ...plain, unmatched: 'skpi', rows: scores },
      /unmatched: "skpi" is none of these: stop, skip\. Closest: skip/,
    ],
    [
      'what is outside its days',
      { ...plain, outsideDays: 'tkae', rows: scores },
      /outsideDays: "tkae" is none of these: stop, skip, take\. Closest: take/,
    ],
    ['a direction', { ...plain, rows: { ...undirected, direction: 'higher-is-beter' } }, /Closest: higher-is-better/],
    ['a state system', { ...plain, rows: { ...spells, system: 'cwo' } }, /rows\.system: "cwo".*Closest: cow/],
    [
      'an event type',
      { ...plain, rows: { ...events, type: 'TreatyRatifed' } },
      /rows\.type: "TreatyRatifed" is no event type.*Closest: TreatyRatified/,
    ],
    [
      'a field of the event',
      { ...plain, rows: { ...events, references: { actr: events.references.actor } } },
      /rows\.references\.actr: TreatyRatified has no field "actr"\. Closest: actor/,
    ],
    [
      'a constant of the event',
      { ...plain, rows: { ...events, data: { artcle: { constant: 1 } } } },
      /rows\.data\.artcle: TreatyRatified has no field/,
    ],
    [
      'a field twice',
      { ...plain, rows: { ...events, data: { actor: { constant: 'fra' } } } },
      /rows\.data\.actor: stands in references, too/,
    ],
    [
      'a field too few',
      { ...plain, rows: { ...events, references: {} } },
      /rows: TreatyRatified needs a field "actor"/,
    ],
    [
      'a family of streams',
      { ...plain, rows: { ...events, stream: ['traety', 'cat'] } },
      /rows\.stream\[0\]: TreatyRatified stands in streams of treaty, not of "traety"/,
    ],
    [
      'a reason to skip',
      { ...plain, skip: [{ when: { a: 'b' }, as: 'not-an-actr' }], rows: scores },
      /skip\[0\]\.as: "not-an-actr".*Closest: .*not-an-actor/,
    ],
  ])('is refused, naming the nearest: %s', (_, value, message) =>
    expect(() => readMapping(value, 'my.json')).toThrow(
      expect.objectContaining({ code: 'bad-mapping', message: expect.stringMatching(message) as string }),
    ),
  )
  it('is read where it says what is known', () => {
    for (const rows of [scores, events, spells]) expect(() => readMapping({ ...plain, rows }, 'my.json')).not.toThrow()
  })
})
