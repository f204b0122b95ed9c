import { version } from '../../package/version.ts'
import type { Question } from '../../queries/question/question.ts'
import { headers } from './headers.ts'
import type { Paths } from './operation.ts'
import { sharedParameters } from './parameters.ts'
import { problemResponses, problemSchema } from './problems.ts'
import { questionPaths } from './question-paths.ts'
import { schemasOf } from './question-schemas.ts'
import { securitySchemes, toRead } from './security.ts'
import { servicePaths } from './service-paths.ts'

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
    { name: 'Operation', description: 'How the server is' },
  ],
  paths: { ...(Object.assign({}, ...questions.map(questionPaths)) as Paths), ...servicePaths } as Paths,
  components: {
    securitySchemes,
    parameters: sharedParameters,
    headers,
    responses: problemResponses,
    schemas: Object.assign({}, ...questions.map(schemasOf), { Problem: problemSchema }) as Record<string, object>,
  },
})
