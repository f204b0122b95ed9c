import { describe, expect, it } from 'vitest'
import { actors } from '../../catalogue/actors/index.ts'
import { catalogueEvents } from '../../catalogue/events.ts'
import { igos } from '../../catalogue/igos/index.ts'
import { norms } from '../../catalogue/norms/index.ts'
import { treaties } from '../../catalogue/treaties/index.ts'
import type { Trigger } from '../../src/events/clauses.ts'
import { canonicalJson } from '../../src/events/json.ts'
import { definitionOf, familyOf } from '../../src/events/registry.ts'
import { source } from '../../src/events/source.ts'
import { parseDate } from '../../src/time/edtf.ts'

const events = catalogueEvents()
const ids = (entries: readonly { readonly id: string }[]) => entries.map((entry) => entry.id)
const repeated = (words: readonly string[]) => words.filter((word, i) => words.indexOf(word) !== i)
const folded = (name: string) => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()

/** Each spelling that more than one of the entries answers to. */
const shared = (entries: readonly { readonly id: string; readonly spellings: readonly (string | undefined)[] }[]) => {
  const owners = new Map<string, Set<string>>()
  for (const { id, spellings } of entries)
    for (const spelling of [id, ...spellings])
      if (spelling !== undefined) owners.set(folded(spelling), (owners.get(folded(spelling)) ?? new Set()).add(id))
  return [...owners].filter(([, who]) => who.size > 1).map(([spelling, who]) => `${spelling}: ${[...who].join(', ')}`)
}

describe('every event of the catalogue', () => {
  it('holds what its type demands', () => {
    const wrong = events.flatMap(({ stream, event }) => {
      const parsed = definitionOf(event.type).data.safeParse(event.data)
      return parsed.success ? [] : [`${stream} ${event.fact}: ${parsed.error.message}`]
    })
    expect(wrong).toEqual([])
  })

  it('stands in a stream of its family, in the newest version', () => {
    const wrong = events.filter(({ stream, event }) => {
      const { family, version } = definitionOf(event.type)
      return ![family].flat().includes(familyOf(stream)) || event.schemaVersion !== version
    })
    expect(wrong).toEqual([])
  })

  it('says when it was done, unless it is a definition', () => {
    const wrong = events.filter(({ event }) => definitionOf(event.type).dated !== (event.occurred !== undefined))
    expect(wrong).toEqual([])
    for (const { event } of events)
      if (event.occurred !== undefined) expect(() => parseDate(event.occurred ?? '')).not.toThrow()
  })

  it('cites a source; a registered one was registered before', () => {
    const registered = new Set<string>()
    for (const { event } of events) {
      if (event.type === 'SourceRegistered') registered.add(String(event.data.source))
      expect(event.sources.length).toBeGreaterThan(0)
      for (const cited of event.sources) {
        expect(source.safeParse(cited).success).toBe(true)
        if ('ref' in cited) expect(registered).toContain(cited.ref)
      }
    }
  })

  it('has a fact of its own in its stream, of its actor', () => {
    const facts = events.map(({ stream, event }) => `${stream} ${String(event.data.actor)} ${event.fact ?? ''}`)
    expect(repeated(facts)).toEqual([])
  })

  it('stands beside the others of its stream, in the same order every time', () => {
    const runs = events.map(({ stream }) => stream).filter((stream, i, all) => stream !== all[i - 1])
    expect(repeated(runs)).toEqual([])
    expect(canonicalJson(catalogueEvents())).toBe(canonicalJson(events))
  })
})

describe('ids and names', () => {
  it('are unique within a kind', () => {
    for (const entries of [actors, treaties, igos, norms]) expect(repeated(ids(entries))).toEqual([])
  })

  it('name one treaty or norm, never both', () => {
    const subjects = [
      ...treaties.map(({ id, title, shortTitle, names }) => ({ id, spellings: [title, shortTitle, ...names] })),
      ...norms.map(({ id, name, names }) => ({ id, spellings: [name, ...names] })),
    ]
    expect(repeated(ids(subjects))).toEqual([])
    expect(shared(subjects)).toEqual([])
  })

  it('name one organisation', () => {
    expect(
      shared(igos.map(({ id, name, longName, names }) => ({ id, spellings: [name, longName, ...names] }))),
    ).toEqual([])
    expect(repeated(igos.map(({ id, cowIgo }) => cowIgo ?? id))).toEqual([])
  })

  it('number a treaty in the UN collection once, as chapter and number', () => {
    const numbers = treaties.flatMap(({ untc }) => untc ?? [])
    expect(repeated(numbers)).toEqual([])
    for (const number of numbers) expect(number).toMatch(/^\d+-\d+(-[a-z])?$/)
  })
})

const triggersOf = (trigger: Trigger): Trigger[] =>
  trigger.kind === 'all' || trigger.kind === 'any' ? trigger.of.flatMap(triggersOf) : [trigger]

describe('references', () => {
  const treatyIds = ids(treaties)

  it('of a clause lead to actors, organisations and treaties of the catalogue', () => {
    for (const { entryIntoForce } of treaties) {
      if (entryIntoForce === 'unknown') continue
      for (const trigger of triggersOf(entryIntoForce.trigger)) {
        if (trigger.kind === 'named') expect(ids(actors)).toEqual(expect.arrayContaining(trigger.actors))
        if (trigger.kind === 'parentInForce') expect(treatyIds).toContain(trigger.treaty)
        if ('among' in trigger && trigger.among !== undefined) expect(ids(igos)).toContain(trigger.among)
      }
    }
  })

  it('of a norm lead to treaties', () => {
    for (const { coreArticles = [], links } of norms) {
      for (const { instrument, requiresParent } of links) {
        expect(treatyIds).toContain(instrument)
        if (requiresParent !== undefined) expect(treatyIds).toContain(requiresParent)
      }
      for (const article of coreArticles) {
        const [treaty = '', number = ''] = article.split(' ')
        const link = links.find(({ instrument, role }) => instrument === treaty && role !== 'monitoring')
        expect(link, article).toBeDefined()
        if (link?.articles !== undefined) expect(link.articles).toContain(number)
      }
    }
  })

  it('of an organisation lead to its successor, on the day it ended', () => {
    for (const { successor, dissolved } of igos) {
      if (successor === undefined) continue
      expect(ids(igos)).toContain(successor.id)
      expect(dissolved).toBeDefined()
    }
  })
})

describe('dates of a treaty', () => {
  it('lie in order: concluded, opened, closed', () => {
    for (const { concluded, opened } of treaties) {
      if (opened === undefined) continue
      expect(opened.on >= concluded).toBe(true)
      if (opened.until !== undefined) expect(opened.until > opened.on).toBe(true)
    }
  })
})
