import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { build, buildFolder, type Target } from '../scripts/build'
import { root } from '../scripts/command'
import { listFiles } from './architecture/source-files'
import allowed from './permissions.json'

interface Manifest {
  readonly permissions?: readonly string[]
  readonly optional_permissions?: readonly string[]
  readonly host_permissions?: readonly string[]
  readonly optional_host_permissions?: readonly string[]
  readonly content_security_policy?: { readonly extension_pages?: string }
}

/** The scripts that the worker registers with the browser (lib/sites/registrations.ts). */
const contentScripts = ['annotate.js', 'annotate-site.js']

const targets: readonly Target[] = ['chrome', 'firefox']

describe.each(targets)('the build for %s', (target) => {
  const folder = buildFolder(target)
  let manifest: Manifest

  beforeAll(async () => {
    const file = join(folder, 'manifest.json')
    if (isOutOfDate(file)) await build(target)
    manifest = JSON.parse(readFileSync(file, 'utf8'))
  }, 120_000)

  test('asks for the permissions in tests/permissions.json and no others', () => {
    const permissions = [...allowed.permissions, ...allowed.permissions_only_in[target]]
    expect(sorted(manifest.permissions)).toEqual(sorted(permissions))
    expect(sorted(manifest.host_permissions)).toEqual(allowed.host_permissions)
    expect(sorted(manifest.optional_permissions)).toEqual(allowed.optional_permissions)
    expect(sorted(manifest.optional_host_permissions)).toEqual(allowed.optional_host_permissions)
  })

  test('runs nowhere by itself: a site that is switched off must have nothing of ours', () => {
    expect(manifest).not.toHaveProperty('content_scripts')
  })

  test('has the strict policy for its pages', () => {
    const policy = manifest.content_security_policy?.extension_pages ?? ''
    expect(sorted(policy.split(/;\s*/))).toEqual(allowed.extension_pages_policy)
    expect(Object.keys(manifest.content_security_policy ?? {})).toEqual(['extension_pages'])
  })

  test('opens nothing to web pages or other extensions', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources')
    expect(manifest).not.toHaveProperty('externally_connectable')
    expect(manifest).not.toHaveProperty('sandbox')
  })

  test('ships no database to web pages', () => {
    for (const file of contentScripts) {
      expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(/dexie/i)
    }
    // So that the test would notice: the database is where it belongs.
    const chunks = readdirSync(join(folder, 'chunks')).map((name) => join(folder, 'chunks', name))
    const all = [join(folder, 'background.js'), ...chunks].map((file) => readFileSync(file, 'utf8'))
    expect(all.join('\n')).toMatch(/dexie/i)
  })
})

/** Whether a manifest is missing, or older than anything that it is made from. */
function isOutOfDate(file: string): boolean {
  const writtenAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs
  if (writtenAt === undefined) return true
  const sources = ['wxt.config.ts', 'package.json', ...listFiles(['lib', 'entrypoints', 'public'])]
  return sources.some((path) => statSync(join(root, path)).mtimeMs > writtenAt)
}

function sorted(values: readonly string[] = []): string[] {
  return [...values].sort()
}
