/**
 * Who ruled whom, beyond the overseas colonies of eight European powers that COLDAT has: colonies of Japan and of the
 * United States, the Ottoman and the Russian empires and the Soviet Union, mandates of dominions, and some others.
 * Each is cited to the treaty or law by which it began or ended. A territory goes by the state that it became; `part`
 * means that it was governed as a province. Where the beginning lies far back, it is any day up to one on which it was
 * so. They are not complete, and nobody claims it.
 */
import { colonies } from './colonies.ts'
import { empires } from './empires.ts'
import type { DependencyEntry } from './entry.ts'

export const dependencies: readonly DependencyEntry[] = [...colonies, ...empires]
