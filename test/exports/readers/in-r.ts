import { join } from 'node:path'
import { writeFile } from 'node:fs/promises'
import type { Reader, TableFile } from './reader.ts'
import { shown } from './shown.ts'
import { told, works } from './told.ts'
import type { TypedTable, TypeName } from './typed-by-hand.ts'

/** Prints what `table` is: the class of every column, and its cells as R has them. Base R alone. */
const tell = `
class_names <- c(character = "string", integer = "integer", numeric = "number", logical = "boolean", Date = "date")
quoted <- function(cells) encodeString(enc2utf8(cells), quote = '"')
as_json <- function(cells) ifelse(is.na(cells), "null", switch(class(cells)[1],
  character = quoted(cells), Date = quoted(format(cells)), logical = tolower(as.character(cells)),
  sprintf("%.17g", cells)))
listed <- function(texts) paste0("[", paste(texts, collapse = ","), "]")
types <- listed(sprintf("[%s,%s]", quoted(names(table)), quoted(class_names[sapply(table, function(x) class(x)[1])])))
rows <- listed(sprintf("[%s]", do.call(paste, c(lapply(unname(as.list(table)), as_json), sep = ","))))
cat(sprintf('{"types":%s,"rows":%s}\\n', types, rows))
`

const ran = async (folder: string, name: string, script: string) => {
  const file = join(folder, `${name}.R`)
  await writeFile(file, `${script}\n${tell}`)
  return told('Rscript', [file], folder)
}

const shownIn = (name: string, format: TableFile, packages: readonly string[], by = 'nanoparquet'): Reader => ({
  name,
  format,
  needs: `R with ${packages.join(' and ')}`,
  isInstalled: works('Rscript', ['-e', packages.map((one) => `library(${one})`).join('; ')]),
  read: (folder) => ran(folder, name, shown('r', format).replaceAll('nanoparquet::', `${by}::`)),
})

const classes: Readonly<Record<TypeName, string>> = {
  string: 'character',
  integer: 'integer',
  number: 'numeric',
  boolean: 'logical',
  date: 'Date',
}

/** R with nothing beside it: whoever reads names the classes. */
export const baseR = ({ columns }: TypedTable): Reader => ({
  name: 'read.csv',
  format: 'csv',
  needs: 'R',
  isInstalled: works('Rscript', ['-e', '0']),
  read: (folder) => {
    const named = columns.map(([column, type]) => `${column} = "${classes[type]}"`).join(', ')
    const [reads] = /^table <- read\.csv.*$/m.exec(shown('r', 'csv')) ?? []
    return ran(folder, 'base', `types <- c(${named})\n${reads}`)
  },
})

export const inR: readonly Reader[] = [
  shownIn('read.csv and jsonlite', 'csv', ['jsonlite']),
  shownIn('jsonlite', 'jsonl', ['jsonlite']),
  shownIn('nanoparquet', 'parquet', ['nanoparquet', 'jsonlite']),
  shownIn('arrow', 'parquet', ['arrow', 'jsonlite'], 'arrow'),
]
