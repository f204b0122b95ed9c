import { describe, expect, it } from 'vitest'
import { ensureCatalogue } from '../../src/ingest/commit/catalogue.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { streamOf } from './a-workspace.ts'

const line = (data: object, stream = 'classification-official-language-aut') => ({
  stream,
  type: 'ActorClassified',
  sources: [{ citation: 'Bundes-Verfassungsgesetz', locator: 'art. 8(1)', kind: 'organisation' }],
  data: { classification: 'official-language', class: 'deu', label: 'German', actor: 'aut', ...data },
})

describe('the class of an actor', () => {
  const { workspace } = theWorkspaceOf((opened) => ensureCatalogue(opened.log))

  it('is recorded in a stream of its classification and actor', async () => {
    await append(
      workspace(),
      line({ classification: 'script', class: 'latn', actor: 'Austria' }, 'classification-script-aut'),
    )
    expect((await streamOf(workspace(), 'classification-script-aut')).map(({ data }) => data)).toEqual([
      { classification: 'script', class: 'latn', label: 'German', actor: 'aut' },
    ])
  })

  it.each([
    [{ actor: 'che' }, 'wrong-stream', 'expected "classification-official-language-che"'],
    [{ classification: 'language' }, 'wrong-stream', 'expected "classification-language-aut"'],
    [{ classification: 'Official Language' }, 'bad-event', 'data.classification'],
    [{ from: '1990-01-01', through: '1989-12-31' }, 'bad-event', 'data.through: got 1989-12-31, expected a day from'],
    [{ from: '1990-13-01' }, 'bad-event', 'data.from'],
    [{ label: '' }, 'bad-event', 'data.label'],
    [{ actor: 'nobody' }, 'unknown-actor', 'data.actor: "nobody"'],
  ])('is refused where it says %o', async (data, code, words) => {
    await expect(append(workspace(), line(data))).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words),
    })
  })

  it('may be one that a source claims to hold of everybody; nothing is covered that is not named', async () => {
    const claim = (data: object) => ({
      stream: 'source-catalogue',
      type: 'CoverageClaimed',
      sources: [{ ref: 'catalogue' }],
      data: { actors: 'all', classes: ['class'], through: '2016-12-31', ...data },
    })
    await append(workspace(), claim({ classifications: ['major-power'] }))
    await expect(append(workspace(), claim({}))).rejects.toMatchObject({
      message: expect.stringContaining(
        'Expected treaties, organisations, raters, classifications, relations or attributes.',
      ),
    })
  })
})
