import { text } from 'node:stream/consumers'
import type { Download } from 'playwright-core'

/** What was saved, as text: the browser is one that another process has started, and says no path. */
export const textOfDownload = async (download: Download): Promise<string> => text(await download.createReadStream())
