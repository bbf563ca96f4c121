import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/*
 * Installs what our TypeScript needs before any of it can run. Node built-ins only: it runs in a bare clone.
 */

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Installs the packages where they are missing or old, then runs a script with this process's arguments and
 * ends as it ends.
 *
 * @param {string} script its path from the repository's root
 * @returns {Promise<void>}
 */
export async function bootstrap(script) {
  process.chdir(root)
  if (!isNodeNewEnough(process.versions.node)) {
    console.error(
      `Dogear needs Node 20.19 or newer, and this is Node ${process.versions.node}.\n` +
        'Get a current one from https://nodejs.org/ and try again.',
    )
    process.exitCode = 1
    return
  }
  if (!arePackagesCurrent()) {
    console.log('Installing packages (npm ci)')
    const code = await run(...npm('ci', '--no-audit', '--no-fund'))
    if (code !== 0) {
      console.error('\nThe packages could not be installed: npm says above why.')
      process.exitCode = code
      return
    }
  }
  // Our tsconfig.json builds on one that WXT writes.
  if (!existsSync('.wxt/tsconfig.json')) {
    const code = await run(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'prepare'])
    if (code !== 0) {
      process.exitCode = code
      return
    }
  }
  process.exitCode = await run(process.execPath, [
    '--import',
    'tsx',
    script,
    ...process.argv.slice(2),
  ])
}

/**
 * @param {string} version as in `process.versions.node`
 * @returns {boolean}
 */
export function isNodeNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 20 || (major === 20 && minor >= 19)
}

/**
 * Whether what is installed is what the lock file says. Packages for other systems only may be missing.
 *
 * @param {import('./bootstrap.mjs').LockFile} lock `package-lock.json`
 * @param {import('./bootstrap.mjs').LockFile} installed `node_modules/.package-lock.json`
 * @returns {boolean}
 */
export function isInstalled(lock, installed) {
  return Object.entries(lock.packages ?? {}).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed.packages?.[path]
    if (found === undefined) return wanted.optional === true || wanted.devOptional === true
    return found.version === wanted.version && found.integrity === wanted.integrity
  })
}

function arePackagesCurrent() {
  const installed = join('node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  return isInstalled(readJson('package-lock.json'), readJson(installed))
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/**
 * How to call npm: `npm run` tells where its own program is, which spares a shell on Windows.
 *
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
function npm(...args) {
  const program = process.env.npm_execpath
  return program?.endsWith('.js') ? [process.execPath, [program, ...args]] : ['npm', args]
}

/**
 * Runs a program in the foreground.
 *
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
function run(program, args) {
  const child = spawn(program, args, {
    stdio: 'inherit',
    shell: program === 'npm' && process.platform === 'win32',
  })
  // Ctrl-C reaches the child as well; it decides what to do, and this process waits for it.
  const ignore = () => {}
  process.on('SIGINT', ignore)
  const pass = () => child.kill('SIGTERM')
  process.on('SIGTERM', pass)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      process.off('SIGINT', ignore)
      process.off('SIGTERM', pass)
      resolve(code ?? 1)
    })
  })
}
