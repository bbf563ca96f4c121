import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, parse } from 'node:path'
import { fileURLToPath } from 'node:url'
import { decompress } from 'woff2-encoder'

/**
 * The fonts that layouts are looked at in. All come from the registry, so that no font of the machine has a say. A
 * fresh Debian has the wide one and nothing else.
 */
export const fonts = {
  wide: 'DejaVu Sans',
  narrow: 'Roboto',
  chinese: 'Noto Sans SC',
} as const

/**
 * Lets the browsers of a run see these fonts and none of the machine's. Playwright calls it once, and browsers get
 * the variable from the environment. All are in one folder, the only one that Firefox has to be allowed to read
 * (`launchFirefox`). Windows and macOS have no fontconfig: the tests run there in the system's fonts.
 *
 * @returns takes the fonts away again
 */
export default async function useOwnFonts(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'dogear-fonts-'))
  for (const from of packages) await bring(from, folder)
  const file = join(folder, 'fonts.conf')
  await writeFile(file, configuration(folder))
  process.env.FONTCONFIG_FILE = file
  return () => rm(folder, { recursive: true, force: true })
}

const folderOf = (manifest: string) => dirname(fileURLToPath(manifest))

/** Where the fonts are. */
const packages = [
  folderOf(import.meta.resolve('dejavu-fonts-ttf/package.json')),
  folderOf(import.meta.resolve('@expo-google-fonts/roboto/package.json')),
  folderOf(import.meta.resolve('@fontsource-variable/noto-sans-sc/package.json')),
]

/** Compressed ones are unpacked: Chromium draws nothing at all in a font of the system that is compressed. */
async function bring(from: string, to: string): Promise<void> {
  for (const path of await readdir(from, { recursive: true })) {
    const { name, ext } = parse(path)
    const font = join(to, `${name}.ttf`)
    if (ext === '.ttf') await copyFile(join(from, path), font)
    if (ext === '.woff2') await writeFile(font, await decompress(await readFile(join(from, path))))
  }
}

/** In the format of `fonts-conf(5)`. What a page asks for and is not there, `system-ui` too, is the wide font. */
function configuration(folder: string): string {
  const add = (family: string) =>
    `<edit name="family" mode="append_last" binding="same"><string>${family}</string></edit>`
  const prefer = (asked: string, family: string) =>
    `<alias><family>${asked}</family><prefer><family>${family}</family></prefer></alias>`
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${join(folder, 'cache')}</cachedir>
  <!-- The package calls its font, which has all weights, by the lightest of them. -->
  <match target="scan">
    <test name="family"><string>Noto Sans SC Thin</string></test>
    <edit name="family" mode="assign"><string>${fonts.chinese}</string></edit>
  </match>
  <match target="pattern">${add(fonts.wide)}${add(fonts.chinese)}</match>
  ${prefer('serif', 'DejaVu Serif')}
  ${prefer('monospace', 'DejaVu Sans Mono')}
</fontconfig>
`
}
