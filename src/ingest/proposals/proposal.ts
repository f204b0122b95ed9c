import type { JsonObject } from '../../events/json.ts'
import type { Source } from '../../events/source.ts'

/** A rule that reads prose: its name for good, and a version that is raised with every change of what it reads. */
export interface Rule {
  readonly name: string
  readonly version: number
}

/**
 * A fact that a rule read in prose, or a person coded: what would be appended if somebody accepts it, and the words
 * that say so.
 */
export interface Proposal {
  readonly proposed: {
    /** Where the event would stand: `treaty-cat`. */
    readonly stream: string
    readonly type: string
    /** EDTF. */
    readonly occurred?: string
    readonly effective?: string
    /** What it is about within its stream and actor, in the words of all importers: `consent/1`, `notice/1`. */
    readonly fact: string
    readonly note?: string
    /** The payload; subjects by id, or by any name or code that the log knows. */
    readonly data: JsonObject
  }
  /** The treaty under which it was read, by id. Left out: that of the stream, where it is a treaty's. */
  readonly instrument?: string
  /** Whoever read it. */
  readonly by: { readonly rule: Rule } | { readonly coder: string }
  readonly file: string
  /** Where in the file: `note 12`. */
  readonly locator?: string
  /** The words that say so; a rule always has them. */
  readonly sentence?: string
  /** What the accepted event will cite: a registered source by `ref`, or one cited in full. */
  readonly source: Source
}

/**
 * That a rule has read all that is there on an instrument: what an older version of it proposed there and this one does
 * not is superseded.
 */
export interface Reading {
  readonly rule: Rule
  readonly instrument: string
}
