import { feedPath } from './feed/feed-route.ts'
import { recordingPaths } from './recording/recording-paths.ts'
import { documentPage, documentPaths, formerRoot, pathOf, root } from './service/paths.ts'
import type { Service } from './service/service.ts'

/** Paths that are there whatever is asked, answered or recorded. */
export const otherPaths: readonly string[] = [
  root,
  formerRoot,
  ...documentPaths,
  documentPage,
  '/healthz',
  '/readyz',
  '/metrics',
  '/',
]

type Served = Pick<Service, 'questions' | 'recording'> & { readonly feed?: unknown }

/** Every path that a server answers, as Express writes them: what whoever mistypes one may have meant. */
export const servedPaths = ({ questions, recording, feed }: Served): readonly string[] => [
  ...questions.map((question) => pathOf(question)),
  ...(feed === undefined ? [] : [feedPath]),
  ...(recording === undefined ? [] : Object.values(recordingPaths)),
  ...otherPaths,
]
