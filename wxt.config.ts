import { defineConfig } from 'wxt'
import { annotatedPages } from './lib/sites/matches'
import { requestedHosts } from './lib/sources/hosts'

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/i18n/module'],
  i18n: { localesDir: 'lib/i18n/locales' },
  // The same names in every build: builds are compared byte for byte.
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['activeTab', 'alarms', 'contextMenus', 'unlimitedStorage'],
    commands: {
      'save-paper': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_menu_save__',
      },
    },
    host_permissions: [...new Set([...requestedHosts, ...annotatedPages.map(wholeHost)])].sort(),
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    action: { default_title: '__MSG_extension_name__' },
    // Not a WXT content script: its context tells the page that the extension is there (docs/decisions).
    content_scripts: [
      { matches: [...annotatedPages], js: ['annotate.js'], run_at: 'document_idle' },
    ],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src https://huggingface.co; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'dogear@dogear.dev',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '125' }),
  }),
  vite: () => ({
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact', legalComments: 'none' },
    build: { modulePreload: false, target: 'es2023' },
  }),
})

function wholeHost(match: string): string {
  return `${new URL(match.replace('*', '')).origin}/*`
}
