import { version } from '../../package/version.ts'
import type { Question } from '../../queries/question/question.ts'
import { feedPaths, feedSchemas } from './feed-paths.ts'
import { headers } from './headers.ts'
import type { Paths } from './operation.ts'
import { headerParameters, sharedParameters } from './parameters.ts'
import { problemResponses, problemSchema } from './problems.ts'
import { questionPaths } from './question-paths.ts'
import { schemasOf } from './question-schemas.ts'
import { recordedPaths } from './recording-paths.ts'
import { recordingSchemas } from './recording-schemas.ts'
import { securitySchemes, toRead } from './security.ts'
import { servicePaths } from './service-paths.ts'

/** What is asked and what is recorded may be at the same path. */
const allOf = (all: readonly Paths[]): Paths => {
  const paths: Record<string, Paths[string]> = {}
  for (const [path, methods] of all.flatMap(Object.entries<Paths[string]>)) paths[path] = { ...paths[path], ...methods }
  return paths
}

/** The OpenAPI 3.1 document, made from the schemas of the questions. */
export const openApiOf = (questions: readonly Question[]) => ({
  openapi: '3.1.0',
  info: {
    title: 'normtrail',
    version,
    description:
      'What states did about norms: what was true on any date, as known on any date, and why. ' +
      'Every answer prints both clocks and the ordinal of the last event it knows.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/' }],
  security: toRead,
  tags: [
    { name: 'Questions', description: 'What was true on a day, as known on another, and why' },
    { name: 'Panels', description: 'Rows for statistics, year by year' },
    { name: 'Lists', description: 'What the log speaks of, in pages that appends do not shift' },
    { name: 'Recording', description: 'What is recorded over HTTP, with a token, and the log as it goes on' },
    { name: 'Operation', description: 'How the server is' },
  ],
  paths: allOf([...questions.map(questionPaths), recordedPaths, feedPaths, servicePaths]),
  components: {
    securitySchemes,
    parameters: { ...sharedParameters, ...headerParameters },
    headers,
    responses: problemResponses,
    schemas: Object.assign({}, ...questions.map(schemasOf), recordingSchemas(), feedSchemas, {
      Problem: problemSchema,
    }) as Record<string, object>,
  },
})
