import { defineConfig } from 'rolldown'

/**
 * Questions and help in few files. What is native, and the clients of servers, stay packages, loaded where they are used;
 * so does `edtf`, whose grammar is not itself once it is bundled.
 */
export default defineConfig({
  input: { start: 'dist/src/cli/start.js' },
  platform: 'node',
  external: [/^@photostructure\/sqlite/, /^@eventstore\//, /^pg$/, /^edtf$/],
  output: { dir: 'dist/bundle', format: 'esm', cleanDir: true, chunkFileNames: '[name]-[hash].js' },
})
