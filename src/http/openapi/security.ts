/** How a request says who it is from. Reading may do without where the server says so. */
export const securitySchemes = {
  token: {
    type: 'http',
    scheme: 'bearer',
    description:
      'A token of this server. Its scope says what it is for: `read`, `append` (events), `correct` (corrections and ' +
      'retractions), `review` (proposals) or `admin` (all of it); each may read, too.',
  },
}

/** Reading: with a token, or without where the server is open. */
export const toRead = [{}, { token: [] }]

/** Writing wants a token of that scope. OpenAPI has scopes for OAuth alone: for bearers they are roles. */
export const toWrite = (scope: 'append' | 'correct' | 'review' | 'admin') => [{ token: [scope] }]
