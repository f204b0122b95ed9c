/** What the system says of files and disks, in plain words. */
const words: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there, or the folder that it is to stand in is not',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EISDIR: 'it is a folder, not a file',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EEXIST: 'something else stands there already',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'it would be larger than a file may be here',
  EROFS: 'the file system is read-only',
  EACCES: 'this user is not permitted to',
  EPERM: 'the system does not permit it',
  EBUSY: 'it is in use',
  ETXTBSY: 'it is in use',
  EIO: 'the disk does not answer as it should',
  ENXIO: 'no device answers there',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
}

/** A path that names no place for a file, rather than a place that fails. */
const wrongPaths: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENAMETOOLONG', 'EEXIST'])

const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : ''

/** Why the system did not do something with a file; undefined where what was thrown is not of the system. */
export const systemWords = (thrown: unknown): string | undefined => words[codeOf(thrown)]

/** Whether another path would help. */
export const isWrongPath = (thrown: unknown): boolean => wrongPaths.has(codeOf(thrown))

/** The file or folder that the system was asked for. */
export const pathIn = (thrown: unknown): string | undefined =>
  thrown instanceof Error && 'path' in thrown && typeof thrown.path === 'string' ? thrown.path : undefined
