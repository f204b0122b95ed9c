import fc from 'fast-check'

/** No test depends on chance: every property is tried on the same cases in every run. */
fc.configureGlobal({ seed: 19841210 })

export { fc }
