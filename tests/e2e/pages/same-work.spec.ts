import type { Page } from '@playwright/test'
import { readPage } from '../../sites/read-cases'
import {
  annotationText,
  clickAnnotation,
  hasClass,
  isNamed,
  writtenIn,
} from '../browser/closed-shadow'
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
  await expect.poll(() => tagsIn(page)).toContain(tag)
}

const tagsIn = async (page: Page) => (await writtenIn(page))?.tags

test('what was written under two names of a paper is one, and can be two again', async ({
  extension,
}) => {
  await grantSites(extension, ['https://openreview.net/*'])
  const arxivHtml =
    '<!doctype html><title>Knitting</title><h1 class="title">Knitting Nets with Few Stitches</h1>'
  const onArxiv = await open(extension, preprint, arxivHtml)
  await addTag(onArxiv, 'nets')

  const onForum = await open(extension, forum, readPage('openreview/paper.html'))
  await expect.poll(() => annotationText(onForum), 'known by its other name').toContain('1 tag')
  await addTag(onForum, 'to-cite')
  expect(await tagsIn(onForum)).toEqual(['nets', 'to-cite'])
  await clickAnnotation(onForum, isNamed('More about this paper'))
  await expect.poll(() => annotationText(onForum)).toContain('also known as')
  await expect.poll(() => tagsIn(onArxiv), 'also on the other page').toContain('to-cite')

  await clickAnnotation(onForum, hasClass('separate'))
  await expect.poll(() => tagsIn(onForum), 'the tag goes with its name').toEqual(['to-cite'])
  await expect.poll(() => annotationText(onForum)).not.toContain('also known as')
  await expect.poll(() => tagsIn(onArxiv)).toContain('nets')
  await clickAnnotation(onForum, hasClass('undo'))
  await expect.poll(() => tagsIn(onForum), 'which is undone').toContain('nets')
  await expect.poll(() => annotationText(onForum)).toContain('also known as')

  await clickAnnotation(onForum, hasClass('separate'))
  await expect.poll(() => annotationText(onForum)).not.toContain('also known as')
  await onForum.reload()
  await expect.poll(() => annotationText(onForum), 'and is not joined again').toContain('1 tag')
  await onForum.locator('h2, h1').first().click()
  await onForum.keyboard.press('t')
  await expect.poll(() => tagsIn(onForum)).toEqual(['to-cite'])
})
