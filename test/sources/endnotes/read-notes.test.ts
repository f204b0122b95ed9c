import { describe, expect, it } from 'vitest'
import { sentencesOf } from '../../../src/sources/endnotes/sentences.ts'
import { readNotes } from '../../../src/sources/endnotes/rules/read-notes.ts'
import { aNote, readWhole } from './a-note.ts'

const told = 'Czechoslovakia had ratified the Convention on 7 October 1966.'

describe('a note', () => {
  it('that tells a fact twice tells it once', () => {
    expect(readWhole([told, `${told} See note 3.`]).facts).toHaveLength(1)
  })
  it('keeps the words that a fact was read in', () => {
    expect(readWhole(`${told} The instrument was received in Prague.`).facts[0]?.sentence).toBe(told)
  })
  it('lists what names a day and an act and was not understood', () => {
    const left =
      'A signature was affixed on behalf of Ruritania on 2 November 1982, after the time-limit, and was cancelled.'
    expect(readWhole([told, left, 'For the Kingdom in Europe.', '“Ruritania acceded on 3 May 1990.”']).unread).toEqual([
      { note: '1', sentence: left },
    ])
  })
})

describe('the notes of an instrument', () => {
  it('tell an act once, with the day of effect, and count acts together', () => {
    const withEffect = aNote(
      'On 3 December 1996, the Government of Ruritania denounced the Convention with effect from 31 December 1997.',
    )
    const without = aNote('On 3 December 1996, the Government of Ruritania denounced the Convention.')
    const first = aNote('On 24 December 1987, the Government of Ruritania denounced the Convention.')
    expect(readNotes([without, withEffect, first]).facts).toMatchObject([
      { occurred: '1987-12-24', fact: 'notice/1' },
      { occurred: '1996-12-03', fact: 'notice/2', effective: '1997-12-31' },
    ])
  })
})

describe('sentences', () => {
  const texts = (paragraph: string) => sentencesOf([paragraph]).map(({ text }) => text)
  it('do not end at the points of citations', () => {
    const one = 'For the text, see United Nations, Treaty Series, vol. 999, p. 171 (C.N.467.1997.TREATIES-10).'
    expect(texts(`${one} It was withdrawn.`)).toEqual([one, 'It was withdrawn.'])
  })
  it('are quoted through all paragraphs of a quotation', () => {
    const quoted = sentencesOf(['Ruritania declared:', '“It is so.', '“It stays so.” The declaration was withdrawn.'])
    expect(quoted.map(({ quoted: is }) => is)).toEqual([false, true, true, false])
  })
  it('after marks of two kinds around one name are not quoted', () => {
    const [, second] = sentencesOf(['See note 1 under "Ruritania” and note 2 under Zenda". It acceded on 3 May 1990.'])
    expect(second).toMatchObject({ text: 'It acceded on 3 May 1990.', quoted: false })
  })
})
