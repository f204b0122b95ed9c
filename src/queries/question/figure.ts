/**
 * A figure in plain data: what is to be seen, not how it is drawn. Texts are plain text of any length; nothing in them
 * is mark-up.
 */
export interface Figure {
  readonly title: string
  /** What the figure shows, in a sentence. */
  readonly subtitle: string
  /** For who hears a figure read, and does not see it: what can be seen in it, in words and numbers. */
  readonly description: string
  /** What its numbers are of: the threshold, the actors, the denominator, what is taken for granted. A line each. */
  readonly about: readonly string[]
  readonly x: FigureAxis
  readonly y: FigureAxis
  /** One, or several on the same axes. */
  readonly panels: readonly FigurePanel[]
  /** What the kinds of lines, shades and marks in it mean. */
  readonly key: readonly KeyEntry[]
}

/**
 * `time`: years with a fraction (1991.5 is the middle of 1991), named at their beginning; `year`: the same, named in
 * their middle, for what lasts all of the year. `share`: 0 to 1. `count`: whole numbers; below 0 stands what took away.
 */
export interface FigureAxis {
  readonly title: string
  readonly unit: 'time' | 'year' | 'share' | 'count'
  readonly from: number
  readonly to: number
}

/** What a number rests on: sources that cover its day, sources that covered earlier ones, or what acts are recorded. */
export type Reach = 'covered' | 'carried' | 'recorded'

export interface FigurePoint {
  readonly x: number
  /** Null where nothing can be said: there the line is broken. */
  readonly y: number | null
  /** How far the value goes up if all that is uncertain were so; `y` where nothing is. */
  readonly possible: number | null
  readonly reach: Reach
}

export interface FigureLine {
  readonly label: string
  /** Its last value with what it is a part of: `173 of 195`. */
  readonly last: string
  readonly points: readonly FigurePoint[]
}

/** A bar over the year from x to x + 1: upwards from 0, downwards below it. */
export interface FigureBar {
  readonly x: number
  readonly y: number
  readonly reach: Reach
  /** What is written at its end. */
  readonly label?: string
}

/** A value of an axis that is marked across the panel. */
export interface FigureMark {
  readonly axis: 'x' | 'y'
  readonly at: number
  readonly label: string
}

export interface FigurePanel {
  /** Where there are several: what each is of, and its last value with what it is a part of. */
  readonly title?: string
  readonly subtitle?: string
  readonly lines: readonly FigureLine[]
  readonly bars: readonly FigureBar[]
  readonly marks: readonly FigureMark[]
}

export interface KeyEntry {
  readonly sample: Reach | 'possible' | 'bar' | 'hollow' | 'mark'
  readonly means: string
}
