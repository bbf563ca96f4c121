import { describe, expect, test } from 'vitest'
import { readTypedSite } from '../../../lib/settings/typed-site'

describe('a site that was typed in', () => {
  test.each([
    ['blog.example.org', 'https://blog.example.org/*'],
    ['  Blog.Example.ORG  ', 'https://blog.example.org/*'],
    ['https://blog.example.org/2024/attention?page=2#top', 'https://blog.example.org/*'],
    ['blog.example.org/a page', 'https://blog.example.org/*'],
    ['blog.example.org:8443/papers', 'https://blog.example.org/*'],
    ['HTTPS://blog.example.org', 'https://blog.example.org/*'],
    ['bücher.example', 'https://xn--bcher-kva.example/*'],
    ['192.0.2.7', 'https://192.0.2.7/*'],
    ['chrome.google.com.example.org', 'https://chrome.google.com.example.org/*'],
  ])('%s is %s', (text, origin) => {
    expect(readTypedSite(text)).toEqual({ origin })
  })

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['reading group', 'no-address'],
    ['blog', 'no-address'],
    ['7', 'no-address'],
    ['https://', 'no-address'],
    ['someone@example.org', 'no-address'],
    ['*.example.org', 'no-address'],
    ['https://*/*', 'no-address'],
    ['.example.org', 'no-address'],
    ['example..org', 'no-address'],
    ['[::1]', 'no-address'],
    ['http://blog.example.org/', 'not-safe'],
    ['ftp://files.example.org', 'not-safe'],
    ['mailto:someone@example.org', 'not-safe'],
    ['javascript:alert(1)', 'not-safe'],
    ['file:///home/reader/paper.html', 'not-safe'],
    ['about:config', 'closed'],
    ['chrome://extensions', 'closed'],
    ['edge://settings', 'closed'],
    ['chrome-extension://abcdefghijklmnop/options.html', 'closed'],
    ['moz-extension://0000/options.html', 'closed'],
    ['view-source:https://example.org', 'closed'],
    ['https://chromewebstore.google.com/detail/x', 'closed'],
    ['addons.mozilla.org', 'closed'],
  ])('%j is refused: %s', (text, problem) => {
    expect(readTypedSite(text)).toEqual({ problem })
  })
})
