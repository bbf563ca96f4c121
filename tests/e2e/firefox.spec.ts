import { expect, test } from '@playwright/test'
import { getFirefox } from '../../scripts/browsers/firefox'
import { buildFolder } from '../../scripts/build'
import { standInHosts, startStandIn } from '../../scripts/stand-in'
import { startTunnel } from '../../scripts/stand-in/tunnel'
import { tourFirefox } from '../../scripts/start/firefox-tour'

test('in Firefox: installed, a list synced, the popup shows it, its pages are annotated', async () => {
  const standIn = await startStandIn({ everyDay: true })
  const tunnel = await startTunnel(standInHosts, standIn.port)
  const steps: string[] = []
  try {
    await tourFirefox(
      {
        executablePath: await getFirefox(),
        extension: buildFolder('firefox'),
        tunnelPort: tunnel.port,
      },
      (step) => steps.push(step),
    )
  } finally {
    await tunnel.stop()
    await standIn.stop()
  }
  expect(steps).toEqual([
    `synced ${standIn.itemsOf(standIn.today()).length} papers`,
    expect.stringMatching(/^saved "/),
    'its arXiv page shows it as saved',
    'the list on Hugging Face marks it',
  ])
  const asked = new Set(standIn.log.map(({ host }) => host))
  expect([...asked].sort(), 'nobody else was asked').toEqual(['arxiv.org', 'huggingface.co'])
})
