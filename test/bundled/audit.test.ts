import { beforeAll, describe, expect, it } from 'vitest'
import { questions } from '../../src/queries/index.ts'
import { ask } from '../../src/queries/question/ask.ts'
import { reportOf, type Question } from '../../src/queries/question/question.ts'
import type { Report, ReportBlock, ReportSection, Sentence } from '../../src/queries/question/report.ts'
import { loadCitedEvents } from '../../src/queries/record/evidence.ts'
import { theBundledCase } from '../support/a-workspace-of.ts'

const { ask: asked, workspace } = theBundledCase()
const audit = questions.find(({ name }) => name === 'audit') as Question

const sectionsOf = (sections: readonly ReportSection[]): readonly ReportSection[] =>
  sections.flatMap((section) => [section, ...sectionsOf(section.sections ?? [])])

const sentencesIn = (block: ReportBlock): readonly Sentence[] => {
  if (block.kind === 'paragraph') return block.sentences
  return block.kind === 'list' ? block.items.flat() : [block.caption]
}

const sentencesOf = ({ subtitle, sections }: Report): readonly Sentence[] => [
  ...subtitle,
  ...sectionsOf(sections).flatMap(({ blocks }) => blocks.flatMap(sentencesIn)),
]

/** The sentences of a section by its heading. */
const saidUnder = ({ sections }: Report, heading: string): readonly string[] =>
  sectionsOf(sections)
    .filter((section) => section.heading === heading)
    .flatMap(({ blocks }) => blocks.flatMap(sentencesIn).map(({ text }) => text))

/** What a command line gives, by field: `normtrail pressure can --norm landmines --as-of 1997-12-03`. */
const readCommand = (command: string) => {
  const [, ...words] = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
  const question = questions.find(({ name }) => name.split(' ').every((word, i) => words[i] === word)) as Question
  const rest = words.slice(question.name.split(' ').length)
  const firstFlag = rest.findIndex((word) => word.startsWith('--'))
  const placed = firstFlag < 0 ? rest : rest.slice(0, firstFlag)
  const flags = firstFlag < 0 ? [] : rest.slice(firstFlag)
  const fields = new Map(placed.map((word, i) => [question.positional[i] ?? '', word]))
  for (const [i, flag] of flags.entries()) {
    const value = flags[i + 1]
    const field = flag.slice(2).replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
    if (flag.startsWith('--')) fields.set(field, value === undefined || value.startsWith('--') ? 'true' : value)
  }
  const { asOf, ...given } = Object.fromEntries(fields)
  return { question, asOf, given }
}

describe.each([{ norm: 'landmines' }, { norm: 'torture', state: 'chl' }, { norm: 'apartheid', state: 'zaf' }])(
  'the audit of %o',
  (input) => {
    let report: Report
    beforeAll(async () => {
      report = reportOf(audit, await asked('audit', input, { asOf: '2026-02-03' }))
    })

    it('has no sentence without a citation, and no citation that is not listed', () => {
      const listed = new Set(report.references.map(({ id }) => id))
      const sentences = sentencesOf(report)
      expect(sentences.length).toBeGreaterThan(40)
      expect(sentences.filter(({ cites }) => cites.length === 0)).toEqual([])
      expect(sentences.flatMap(({ cites }) => cites).filter((id) => !listed.has(id))).toEqual([])
    })

    it('cites events that the log holds', async () => {
      const world = await workspace().world({})
      const ids = report.references.flatMap(({ facts }) => facts?.['event'] ?? [])
      const found = new Set((await loadCitedEvents(world, ids)).map(({ id }) => id as string))
      expect(ids.length).toBeGreaterThan(20)
      expect(ids.filter((id) => !found.has(id))).toEqual([])
    })

    it('cites questions that give the answer of that name when they are asked again', async () => {
      const commands = report.references.flatMap(({ facts }) =>
        facts?.['command'] === undefined ? [] : [{ command: facts['command'], release: facts['release'] }],
      )
      expect(commands.length).toBeGreaterThan(5)
      const wrong: string[] = []
      for (const { command, release } of commands) {
        const { question, asOf, given } = readCommand(command)
        const world = await workspace().world({ asOf })
        const { releaseId } = await ask(question, world, question.input.strict().parse(given), async () => ({}))
        if (releaseId !== release) wrong.push(command)
      }
      expect(wrong).toEqual([])
    })

    it('is the same, byte for byte, when it is asked again', async () => {
      const again = reportOf(audit, await asked('audit', input, { asOf: '2026-02-03' }))
      expect(JSON.stringify(again)).toBe(JSON.stringify(report))
    })
  },
)

describe('what an audit says', () => {
  it('tells the acts of Chile under the Convention against Torture as the depositary has them', async () => {
    const report = reportOf(audit, await asked('audit', { norm: 'torture', state: 'Chile' }, { asOf: '2026-02-03' }))
    // United Nations, Multilateral Treaties Deposited with the Secretary-General, chapter IV.9, participants.
    expect(saidUnder(report, 'What it did under the instruments')).toEqual(
      expect.arrayContaining([
        'Chile signed the Convention against Torture on 1987-09-23.',
        'Chile ratified the Convention against Torture on 1988-09-30.',
      ]),
    )
  })

  it('tells who left the ban on mines, by notice and effect', async () => {
    const report = reportOf(audit, await asked('audit', { norm: 'landmines' }, { asOf: '2026-02-03' }))
    // The same, chapter XXVI.5, notes: notices of 27 June, 10 July and 20 August 2025.
    const said = saidUnder(report, 'Exits')
    expect(said).toEqual(
      expect.arrayContaining([
        'Estonia gave notice of withdrawal from the Mine Ban Convention on 2025-06-27.',
        'Finland gave notice of withdrawal from the Mine Ban Convention on 2025-07-10.',
        'Poland gave notice of withdrawal from the Mine Ban Convention on 2025-08-20.',
      ]),
    )
  })

  it('tells who objected to the ban on mines, with what each said', async () => {
    const report = reportOf(audit, await asked('audit', { norm: 'landmines' }, { asOf: '2026-02-03' }))
    // Announced by the President on 17 September 1997, before the ban tipped by consent on 19 February 1999.
    expect(saidUnder(report, 'The United States')).toEqual(
      expect.arrayContaining([
        'The United States is a persistent objector: it objected repeatedly, first before the tipping date, and has ' +
          'not consented.',
        expect.stringMatching(/^The United States spoke against the application of .* on 1997-09-17: Will not sign/),
      ]),
    )
  })

  it('calls nothing known of which the log has no events', async () => {
    const report = reportOf(audit, await asked('audit', { norm: 'disability-rights', state: 'fra' }))
    const said = sentencesOf(report).map(({ text }) => text)
    expect(said).toContain(
      'No violation, pressure, answer or concession of it over the norm is recorded; no source claims to hold all of ' +
        'them.',
    )
    expect(said).toContain(
      'No source claims to hold all campaigns, actions, answers, concessions or violations: none recorded is not ' +
        'none done.',
    )
  })

  it('tells nothing of what came after its day', async () => {
    const report = reportOf(audit, await asked('audit', { norm: 'torture', state: 'chl' }, { asOf: '1974-01-01' }))
    const years = sentencesOf(report)
      .map(({ text }) => text)
      .flatMap((text) => [...text.matchAll(/ (?:on|in|under) (\d{4})/g)].map(([, year]) => Number(year)))
    expect(years.length).toBeGreaterThan(5)
    expect(years.filter((year) => year > 1973)).toEqual([])
  })

  it('tells who came back: Greece left the European Convention in 1970 and ratified it anew in 1974', async () => {
    // Council of Europe, chart of signatures and ratifications of Treaty 005: denounced 12 December 1969, with effect
    // on 13 June 1970; ratified again on 28 November 1974.
    const report = reportOf(audit, await asked('audit', { norm: 'torture' }, { asOf: '2026-02-03' }))
    expect(saidUnder(report, 'Exits')).toContain(
      'Greece ceased to be an adopter on 1970-06-13, and adopted it again on 1974-11-28.',
    )
  })

  it('asks by organisations alone where the sources asked know no regions', async () => {
    const found = await asked('audit', { norm: 'torture', state: 'chl', sources: 'depositary' })
    expect(found).toMatchObject({ parameters: { channels: ['igo'] } })
  })

  it('refuses a norm that nobody knows', async () => {
    await expect(asked('audit', { norm: 'dancing' })).rejects.toMatchObject({ code: 'unknown-norm' })
  })
})
