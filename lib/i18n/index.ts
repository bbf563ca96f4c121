export { i18n } from '#i18n'
export { failureText } from './failure-text'
export { countText, dayText, relativeText, shortDayText, weekdayText } from './format'
export { bylineText, listFactTexts, starsText } from './paper-text'
