import chromium from '@sparticuz/chromium'

/**
 * Where the browser of the tests is: it comes with the packages, and is unpacked into the temporary folder of the run.
 * It would take whatever lies in such a folder already, of any version; that of a run begins empty.
 */
export const unpackedBrowser = async () => ({ told: await chromium.executablePath() })
