import { buildFolder } from '../build'

/** Reports which expectations came true. */
export type Report = (step: string) => void

export const report: Report = (step) => console.log(`  ✓ ${step}`)

/** How to use Dogear in one's own browser, where this browser's build has just been made. */
export function ownBrowserText(browser: 'chromium' | 'firefox'): string {
  const toBuild =
    browser === 'firefox'
      ? { chrome: ' (made by: npx wxt build)', firefox: '' }
      : { chrome: '', firefox: ' (made by: npx wxt build -b firefox --mv3)' }
  return `To use it in your own browser:

  Chrome   at chrome://extensions switch on "Developer mode", press "Load unpacked" and choose
           ${buildFolder('chrome')}${toBuild.chrome}
  Edge     the same at edge://extensions
  Firefox  at about:debugging#/runtime/this-firefox press "Load Temporary Add-on" and choose
           ${buildFolder('firefox')}/manifest.json${toBuild.firefox}`
}
