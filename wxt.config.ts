import { fileURLToPath } from 'node:url'
import { defineConfig, type EntrypointGroup } from 'wxt'
import { originsOf } from './lib/settings/origins'
import { builtInAccesses } from './lib/sites/built-in'
import { reachableHosts, requestedHosts, thumbnailOrigin } from './lib/sources/hosts'

export default defineConfig({
  hooks: {
    // The popup's first frame comes from one script and one stylesheet (docs/decisions/0022).
    'entrypoints:grouped': (_wxt, groups) => {
      groups.push(...groups.splice(0).flatMap(withoutPopup))
    },
  },
  imports: false,
  modules: ['@wxt-dev/i18n/module'],
  i18n: { localesDir: 'lib/i18n/locales' },
  // The same names in every build: builds are compared byte for byte.
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: [
      'activeTab',
      'alarms',
      'contextMenus',
      'scripting',
      'storage',
      'unlimitedStorage',
    ],
    commands: {
      'save-paper': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_menu_save__',
      },
      'tag-paper': {
        suggested_key: { default: 'Alt+Shift+T' },
        description: '__MSG_menu_tag__',
      },
      'open-panel': { description: '__MSG_panel_open__' },
    },
    host_permissions: [
      ...new Set([
        ...requestedHosts,
        ...builtInAccesses.flatMap(({ matches }) => originsOf(matches)),
      ]),
    ].sort(),
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    action: { default_title: '__MSG_extension_name__' },
    optional_permissions: ['notifications'],
    // Whatever else the user allows, site by site. The content scripts are registered by the worker.
    optional_host_permissions: ['https://*/*'],
    omnibox: { keyword: 'dog' },
    content_security_policy: {
      extension_pages: `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' ${thumbnailOrigin}; connect-src ${reachableHosts.map(originOf).join(' ')}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'dogear@dogear.dev',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '127' }),
  }),
  vite: () => ({
    resolve: {
      alias: {
        '@wxt-dev/browser': fileURLToPath(new URL('lib/browser/own-api.ts', import.meta.url)),
      },
    },
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact', legalComments: 'none' },
    build: { modulePreload: false, target: 'es2023' },
  }),
})

function originOf(match: string): string {
  return new URL(match.replace('*', '')).origin
}

/** A group of what is built together, and apart from it the popup with the side panel, which is the same page. */
function withoutPopup(group: EntrypointGroup): EntrypointGroup[] {
  if (!Array.isArray(group)) return [group]
  const isPopup = ({ type }: (typeof group)[number]) => type === 'popup' || type === 'sidepanel'
  const groups = [group.filter((entrypoint) => !isPopup(entrypoint)), group.filter(isPopup)]
  return groups.filter(({ length }) => length > 0)
}
