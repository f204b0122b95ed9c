/**
 * The version of what the folds make of a log. To be raised with every change after which a rebuild makes other rows
 * than before, here or in what the folds stand on: then a read model of the older version is recognised, and a new one
 * built beside it. `test/readmodel/shape.test.ts` notices when it may have been forgotten.
 */
export const foldsVersion = 9
