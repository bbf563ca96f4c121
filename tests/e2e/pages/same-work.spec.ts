import type { Page } from '@playwright/test'
import { readPage } from '../../sites/read-cases'
import { annotationText, clickAnnotation, hasClass, isNamed } from '../browser/closed-shadow'
import { type Extension, expect, test } from '../browser/extension'
import { grantSites } from '../browser/site-permissions'

/*
 * One paper under two names: OpenReview's, and arXiv's, to which the page on OpenReview links. What the user
 * wrote under either is shown on both, and that they are one can be taken back.
 */

const forum = 'https://openreview.net/forum?id=KnitKnit14'
const preprint = 'https://arxiv.org/abs/1312.1234'

async function open(extension: Extension, address: string, html: string): Promise<Page> {
  extension.standIn.setPage(address, {
    html,
    headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" },
  })
  const page = await extension.context.newPage()
  await page.goto(address)
  await expect.poll(() => annotationText(page)).not.toBe('')
  return page
}

async function addTag(page: Page, tag: string): Promise<void> {
  await page.locator('h2, h1').first().click()
  await page.keyboard.press('t')
  await page.keyboard.type(`${tag},`)
  await expect.poll(() => annotationText(page)).toContain(tag)
}

test('what was written under two names of a paper is one, and can be two again', async ({
  extension,
}) => {
  await grantSites(extension, ['https://openreview.net/*'])
  const arxivHtml =
    '<!doctype html><title>Knitting</title><h1 class="title">Knitting Nets with Few Stitches</h1>'
  const onArxiv = await open(extension, preprint, arxivHtml)
  await addTag(onArxiv, 'nets')

  const onForum = await open(extension, forum, readPage('openreview/paper.html'))
  await expect.poll(() => annotationText(onForum), 'known by its other name').toContain('nets')
  await addTag(onForum, 'to-cite')
  await clickAnnotation(onForum, isNamed('More about this paper'))
  await expect.poll(() => annotationText(onForum)).toContain('also known as')
  await expect.poll(() => annotationText(onArxiv), 'also on the other page').toContain('to-cite')

  await clickAnnotation(onForum, hasClass('separate'))
  await expect
    .poll(() => annotationText(onForum), 'the tag goes with its name')
    .not.toContain('nets')
  await expect.poll(() => annotationText(onForum)).not.toContain('also known as')
  await expect.poll(() => annotationText(onArxiv)).toContain('nets')
  await clickAnnotation(onForum, hasClass('undo'))
  await expect.poll(() => annotationText(onForum), 'which is undone').toMatch(/nets.*also known as/)

  await clickAnnotation(onForum, hasClass('separate'))
  await expect.poll(() => annotationText(onForum)).not.toContain('also known as')
  await onForum.reload()
  await expect.poll(() => annotationText(onForum), 'and is not joined again').toContain('to-cite')
  expect(await annotationText(onForum)).not.toContain('nets')
})
