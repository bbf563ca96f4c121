import { describe, expect, test } from 'vitest'
import { isInstalled, isNodeNewEnough } from '../../../scripts/bootstrap.mjs'

describe('the Node that runs the scripts', () => {
  test.each([
    ['20.19.0', true],
    ['20.20.2', true],
    ['22.12.0', true],
    ['20.18.3', false],
    ['18.20.8', false],
  ])('%s is new enough: %s', (version, expected) => {
    expect(isNodeNewEnough(version)).toBe(expected)
  })
})

describe('the packages that are installed', () => {
  const lock = {
    packages: {
      '': { version: '1.0.0' },
      'node_modules/alpha': { version: '2.1.0', integrity: 'sha512-alpha' },
      'node_modules/beta-win32': { version: '3.0.0', integrity: 'sha512-beta', optional: true },
    },
  }

  test('are current when they are what the lock file says', () => {
    expect(isInstalled(lock, lock)).toBe(true)
  })

  test('may lack the ones for other systems', () => {
    const { 'node_modules/beta-win32': _other, ...packages } = lock.packages
    expect(isInstalled(lock, { packages })).toBe(true)
  })

  test('are old when one has another version or other contents', () => {
    const alpha = lock.packages['node_modules/alpha']
    const withAlpha = (changed: object) => ({
      packages: { ...lock.packages, 'node_modules/alpha': { ...alpha, ...changed } },
    })
    expect(isInstalled(lock, withAlpha({ version: '2.0.0' }))).toBe(false)
    expect(isInstalled(lock, withAlpha({ integrity: 'sha512-other' }))).toBe(false)
  })

  test('are missing when one is not there', () => {
    expect(isInstalled(lock, { packages: {} })).toBe(false)
    expect(isInstalled(lock, {})).toBe(false)
  })
})
