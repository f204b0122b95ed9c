import '@fontsource-variable/inter/wght.css'
import '../styles/page.css'
import { openPage } from './shell/shell.ts'

openPage(document.body)
