import { describe, expect, test } from 'vitest'
import { dateOf, earliestDate } from '../../../../lib/sites/read/dates'

describe('a date on a page', () => {
  test.each([
    ['2021/06/17', '2021-06-17'],
    ['2021-6-7', '2021-06-07'],
    ['2021.06.17', '2021-06-17'],
    ['2021-06-17T23:30:00-05:00', '2021-06-17'],
    ['2021-06-17 08:00', '2021-06-17'],
    ['2021-06', '2021-06'],
    ['2017/7', '2017-07'],
    ['2021', '2021'],
    ['17 June 2021', '2021-06-17'],
    ['June 17, 2021', '2021-06-17'],
    ['Thu, 3rd Sept. 2020', '2020-09-03'],
    ['Dec 20, 2006', '2006-12-20'],
    ['2008 January', '2008-01'],
    ['2008 Jan 5', '2008-01-05'],
    ['May 2013', '2013-05'],
  ])('%s is %s', (text, date) => {
    expect(dateOf(text)).toBe(date)
  })

  test.each([
    ['2021/02/30', '2021-02'],
    ['2021/13/45', '2021'],
    ['2021-01-01', '2021'],
    ['January 1, 2021', '2021'],
    ['2021 Jan-Mar', '2021'],
    ['06/07/2021', '2021'],
    ['Spring 2021', '2021'],
  ])('of %s only %s is certain', (text, date) => {
    expect(dateOf(text)).toBe(date)
  })

  test.each(['', 'soon', 'in press', '20210617', '0000-00-00', '2019 to 2021', '9999/01/02'])(
    '%j is none',
    (text) => {
      expect(dateOf(text)).toBeUndefined()
    },
  )
})

describe('of several dates', () => {
  test.each([
    [['2021-07', '2021-06-17'], '2021-06-17'],
    [['2021', '2021-06-17'], '2021-06-17'],
    [['2017-10', '2017-10-18'], '2017-10-18'],
    [['1995-06', '2007-11-08'], '1995-06'],
    [['2019-12-20', '2020'], '2019-12-20'],
    [[], undefined],
  ])('%j the one that counts is %s', (dates, date) => {
    expect(earliestDate(dates)).toBe(date)
  })
})
